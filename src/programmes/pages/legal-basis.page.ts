import { checkWording } from '../../rules/programme/programme-name.js';
import { formatDay } from '../../text/format.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldDate,
  FieldFile,
  FieldRadios,
  FieldText,
} from '../../web/field-models.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ProgrammeRow } from '../programme.queries.js';
import type { LegalBasisRow } from '../set-up.queries.js';
import type { Difference } from './attempt.js';
import type { ApprovalForm, LegalBasisForm } from './legal-basis.form.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { officeCrumbs } from '../office-crumbs.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/legal-basis': LegalBasisPage;
    'programmes/legal-basis-approval': ApprovalPage;
  }
}

export interface LegalBasisPage extends PageFrame {
  readonly id: string;
  readonly basisNumber: number;
  readonly version: number;
  /** What saving does to the basis that is approved. */
  readonly warning: string | null;
  readonly summary: ErrorSummary;
  readonly differences: readonly Difference[];
  readonly type: FieldRadios;
  readonly approvingOrgan: FieldText;
  readonly documentNumber: FieldText;
  readonly validFrom: FieldDate;
  readonly validTo: FieldDate;
  readonly scan: FieldFile;
}

export interface ApprovalPage extends PageFrame {
  readonly id: string;
  readonly basisNumber: number;
  readonly version: number;
  readonly summary: ErrorSummary;
  readonly rows: readonly {
    readonly term: string;
    readonly value: string;
    readonly action: null;
  }[];
  /** The sentence to be accepted when the name carries words that the basis does not cover. */
  readonly wording: FieldCheckboxes | null;
  readonly words: string;
  readonly scan: string | null;
}

export function legalBasisPage(
  programme: ProgrammeRow,
  basis: LegalBasisRow | null,
  form: Submitted<LegalBasisForm>,
  conflicting: boolean,
) {
  return (context: PageContext): LegalBasisPage => {
    const { t } = context;
    const drawn = context.draw(form);
    const title = t('programmes.basis.title');
    return {
      title,
      breadcrumbs: officeCrumbs(context, programme, title),
      id: programme.id,
      basisNumber: basis?.number ?? 0,
      version: basis?.version ?? 0,
      warning: basis?.approvedAt ? t(approvedWarning(programme)) : null,
      summary: drawn.summary,
      differences: conflicting && basis ? differences(basis, form, context) : [],
      type: drawn.radios('type'),
      approvingOrgan: drawn.text('approvingOrgan', 'full'),
      documentNumber: drawn.text('documentNumber'),
      validFrom: drawn.date('validFrom'),
      validTo: drawn.date('validTo'),
      scan: {
        name: 'scan',
        label: t('programmes.basis.scan'),
        hint: t('programmes.basis.scan.hint'),
        error: scanError(form, context),
        required: false,
        accept: '.pdf,.jpg,.jpeg,.png',
        multiple: false,
        files: basis?.scanId
          ? [{ label: t('programmes.basis.scan'), href: `/documents/${basis.scanId}`, size: '' }]
          : [],
      },
    };
  };
}

function approvedWarning({ state }: ProgrammeRow): string {
  return programmeIn.preparing.has(state)
    ? 'programmes.basis.approvedWarning'
    : 'programmes.basis.renewalLead';
}

function scanError(form: Submitted<LegalBasisForm>, { t }: PageContext): string | null {
  const error = form.errors.find(({ field }) => field === 'scan');
  return error ? t(error.code, error.variables) : null;
}

export function storedBasis(basis: LegalBasisRow | null): Record<string, string> {
  if (!basis) return {};
  const { type, approvingOrgan, documentNumber, validFrom, validTo } = basis;
  return { type, approvingOrgan, documentNumber, validFrom, validTo };
}

export function approvalPage(
  programme: ProgrammeRow,
  basis: LegalBasisRow,
  form: Submitted<ApprovalForm>,
) {
  return (context: PageContext): ApprovalPage => {
    const { t } = context;
    const drawn = context.draw(form);
    const words = checkWording(programme.name, basis.type).flagged.join(t('navigation.listComma'));
    const title = t('programmes.basis.approve');
    return {
      title,
      breadcrumbs: officeCrumbs(context, programme, title),
      id: programme.id,
      basisNumber: basis.number,
      version: basis.version,
      summary: drawn.summary,
      rows: basisRows(basis, context),
      wording: words ? drawn.flag('wordingAccepted') : null,
      words,
      scan: basis.scanId,
    };
  };
}

/** The record as a list, for the office and for the public alike. */
export function basisRows(basis: LegalBasisRow, { t, lang }: PageContext): ApprovalPage['rows'] {
  const rows = [
    ['programmes.basis.type', t(`programmes.basisType.${basis.type}`)],
    ['programmes.basis.organ', basis.approvingOrgan],
    ['programmes.basis.number', basis.documentNumber],
    [
      'programmes.basis.validity',
      t('programmes.basis.validityOf', {
        from: formatDay(lang, basis.validFrom),
        to: formatDay(lang, basis.validTo),
      }),
    ],
  ] as const;
  return rows.map(([key, value]) => ({ term: t(key), value, action: null }));
}

const LABELS: Readonly<Record<string, string>> = {
  type: 'programmes.basis.type',
  approvingOrgan: 'programmes.basis.organ',
  documentNumber: 'programmes.basis.number',
  validFrom: 'programmes.basis.validFrom',
  validTo: 'programmes.basis.validTo',
};

function differences(
  basis: LegalBasisRow,
  form: Submitted<LegalBasisForm>,
  { t }: PageContext,
): Difference[] {
  return Object.entries(storedBasis(basis)).flatMap(([name, theirs]) => {
    const parsed = (form.value as unknown as Record<string, unknown>)[name];
    const mine = typeof parsed === 'string' ? parsed : (typedTexts(form.typed, name)[0] ?? '');
    return mine === theirs ? [] : [{ label: t(LABELS[name]!), theirs, mine }];
  });
}
