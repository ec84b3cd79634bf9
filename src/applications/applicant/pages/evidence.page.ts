import { thumbnailOf } from '../../../documents/thumbnail-of.js';
import type { ErrorSummary, FieldSelect, FieldText } from '../../../web/field-models.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { claimableIndicators } from '../../../rules/scoring/needed-figures.js';
import { formatInstant, formatNumber } from '../../../text/format.js';
import type { LibraryRow } from '../evidence-library.queries.js';
import type { ApplicationFile } from '../application-file.js';
import { evidenceKinds } from '../../../rules/applications/evidence-guide.js';
import { type EvidenceWords, evidenceWords } from '../../evidence-words.js';
import { CONFIRMATION } from '../confirmation.js';
import { openForEvidence } from '../evidence-changes.js';
import { say } from './draw-field.js';
import { type FormFrame, formFrame } from './form-frame.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/evidence': EvidencePage;
  }
}

export interface EvidencePage extends PageFrame, FormFrame {
  readonly id: string;
  readonly summary: ErrorSummary;
  readonly upload: {
    readonly indicator: FieldSelect;
    readonly caption: FieldText;
    readonly file: {
      readonly name: string;
      readonly label: string;
      readonly hint: string;
      readonly error: string | null;
      readonly required: boolean;
      readonly accept: string;
      readonly multiple: boolean;
      readonly files: readonly never[];
    };
  } | null;
  /** Files given before, to be used again. */
  readonly reuse: { readonly document: FieldSelect; readonly indicator: FieldSelect } | null;
  readonly indicators: readonly {
    readonly title: string;
    readonly files: readonly DrawnEvidence[];
  }[];
  /** Those without a file; where one may be given, the way there has chosen it already. */
  readonly without: readonly { readonly title: string; readonly href: string | null }[];
  /** What proves each indicator. */
  readonly guide: readonly { readonly title: string; readonly proofs: readonly EvidenceWords[] }[];
  readonly used: string;
  /** What an office asks for, by indicator. */
  readonly asked: readonly string[];
  /** Receipts of the uploads, the latest first. */
  readonly receipts: readonly string[];
}

export interface DrawnEvidence {
  readonly id: string;
  readonly href: string;
  readonly thumbnail: string | null;
  readonly name: string;
  readonly caption: string;
  readonly size: string;
  /** Why a blind round would keep the file from its judges, and what to do. */
  readonly warning: string | null;
  readonly removable: boolean;
}

export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.webp,.xlsx,.docx';

export function evidencePage(
  file: ApplicationFile,
  library: readonly LibraryRow[],
  typed: RawForm = {},
  errors: readonly FieldError[] = [],
) {
  return (context: PageContext): EvidencePage => {
    const { t, lang } = context;
    const open = openForEvidence(file);
    const indicators = claimableIndicators(file.category).map(({ code, name }) => ({
      code,
      title: t('applications.indicator', { code, name: say(name, context) }),
    }));
    const filesOf = (code: string) => file.evidence.filter(({ indicator }) => indicator === code);
    const size = file.evidence.reduce((sum, one) => sum + one.size, 0);
    return {
      ...formFrame(file, 'evidence', context),
      id: file.application.id,
      summary: {
        errors: errors.map((error) => ({ name: error.field, text: errorText(error, context) })),
      },
      upload: open.length ? upload(indicators, open, typed, errors, context) : null,
      reuse:
        open.length && library.length
          ? reuse(library, indicators, open, typed, errors, context)
          : null,
      indicators: indicators
        .filter(({ code }) => filesOf(code).length > 0)
        .map(({ code, title }) => ({
          title,
          files: filesOf(code).map((one) => drawEvidence(one, open.includes(code), context)),
        })),
      without: indicators
        .filter(({ code }) => filesOf(code).length === 0)
        .map(({ code, title }) => ({
          title,
          href: open.includes(code) ? `?for=${code}#field-indicator` : null,
        })),
      guide: claimableIndicators(file.category)
        .filter(({ code }) => open.includes(code))
        .map((indicator) => ({
          title: t('applications.indicator', {
            code: indicator.code,
            name: say(indicator.name, context),
          }),
          proofs: evidenceWords(t, evidenceKinds(indicator, file.needed)),
        })),
      receipts: file.uploads.map(({ number, startedAt, completedAt, files }) =>
        t('applications.evidence.receipt', {
          number,
          files,
          startedAt: formatInstant(lang, startedAt),
          completedAt: formatInstant(lang, completedAt),
        }),
      ),
      asked: indicators.flatMap(({ code, title }) => {
        const text = file.asked.get(`evidence.${code}`);
        return text ? [t('applications.evidence.asked', { title, text })] : [];
      }),
      used: t('applications.evidence.used', {
        count: file.evidence.filter(({ indicator }) => indicator !== CONFIRMATION).length,
        size: formatNumber(Math.ceil(size / 1_048_576)),
      }),
    };
  };
}

export function drawEvidence(
  one: ApplicationFile['evidence'][number],
  removable: boolean,
  { t }: PageContext,
): DrawnEvidence {
  return {
    id: one.id,
    href: `/documents/${one.documentId}`,
    thumbnail: thumbnailOf(one.documentId, one.name),
    name: one.name,
    caption: one.caption,
    size: t('applications.evidence.size', { size: formatNumber(Math.ceil(one.size / 1024)) }),
    warning: one.blindProblem
      ? t('applications.evidence.withheld', {
          reason: t(`documents.blind.${one.blindProblem}`, { name: one.name }),
        })
      : null,
    removable,
  };
}

function reuse(
  library: readonly LibraryRow[],
  indicators: readonly { readonly code: string; readonly title: string }[],
  open: readonly string[],
  typed: RawForm,
  errors: readonly FieldError[],
  context: PageContext,
): EvidencePage['reuse'] {
  const { t, lang } = context;
  const field = (
    name: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => {
    const error = errors.find((one) => one.field === name);
    const chosen = typedTexts(typed, name)[0] ?? '';
    return {
      name,
      label: t(`applications.evidence.${name}`),
      hint: null,
      error: error ? errorText(error, context) : null,
      required: true,
      placeholder: t('forms.pleaseChoose'),
      options: options.map((option) => ({ ...option, selected: option.value === chosen })),
    };
  };
  return {
    document: field(
      'documentId',
      library.map(({ documentId, name, year, nameZh, nameEn }) => ({
        value: documentId,
        label: t('applications.evidence.from', {
          name,
          year: String(year),
          category: lang === 'zh-CN' ? nameZh : nameEn,
        }),
      })),
    ),
    indicator: field(
      'for',
      indicators
        .filter(({ code }) => open.includes(code))
        .map(({ code, title }) => ({ value: code, label: title })),
    ),
  };
}

function upload(
  indicators: readonly { readonly code: string; readonly title: string }[],
  open: readonly string[],
  typed: RawForm,
  errors: readonly FieldError[],
  context: PageContext,
): EvidencePage['upload'] {
  const { t } = context;
  const errorOf = (name: string) => {
    const error = errors.find(({ field }) => field === name);
    return error ? errorText(error, context) : null;
  };
  const chosen = typedTexts(typed, 'indicator')[0] ?? '';
  const common = (name: string, required: boolean) => ({
    name,
    label: t(`applications.evidence.${name}`),
    hint: t(`applications.evidence.${name}.hint`),
    error: errorOf(name),
    required,
  });
  return {
    indicator: {
      ...common('indicator', true),
      placeholder: t('forms.pleaseChoose'),
      options: indicators
        .filter(({ code }) => open.includes(code))
        .map(({ code, title }) => ({ value: code, label: title, selected: code === chosen })),
    },
    caption: {
      ...common('caption', false),
      type: 'text',
      value: typedTexts(typed, 'caption')[0] ?? '',
      autocomplete: null,
      maxLength: null,
      width: 'full',
    },
    file: { ...common('file', true), accept: acceptedFiles, multiple: true, files: [] },
  };
}

function errorText(error: FieldError, { t }: PageContext): string {
  return t(error.code, { field: t(`applications.evidence.${error.field}`), ...error.variables });
}
