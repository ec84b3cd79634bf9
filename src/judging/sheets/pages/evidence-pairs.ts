import type { DraftSheet } from '../../../rules/rounds/draft-sheet.js';
import { documentKind } from '../../../rules/documents/document-kinds.js';
import { draftTotal } from '../../../rules/rounds/draft-sheet.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import type { ProgressLine } from '../../../web/component-models.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import { formatCell, formatHundredths } from '../../../text/format.js';
import type { SheetReading } from '../read-sheet.js';
import { type ScoreStep, indicatorLabel, openedOf, scoreModel, stepModel } from './score-step.js';

/** What `public/scripts/keyboard-scoring.js` listens to. */
const SHEET_KEYS = [
  ['band', '1', '5'],
  ['half', '+', '−'],
  ['next', 'Enter'],
  ['save', 'Ctrl', 'Enter'],
  ['move', '←', '→'],
  ['comment', 'c'],
  ['back', 'Esc'],
  ['clear', 'Backspace'],
  ['undo', 'u'],
  ['files', 'n', 'p'],
  ['help', '?'],
] as const;

export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

export function keyLines({ t }: PageContext): readonly KeyLine[] {
  return SHEET_KEYS.map(([does, ...keys]) => ({ keys, does: t(`judging.sheet.keys.${does}`) }));
}

export interface EvidenceModel {
  readonly code: string;
  readonly label: string;
  readonly text: string | null;
  readonly lists: readonly {
    readonly id: string;
    readonly caption: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly documents: readonly {
    /** Null for a file that a blind round keeps back. */
    readonly href: string | null;
    readonly label: string;
    /** What the page itself can show; null for what has to be saved. */
    readonly shown: 'picture' | 'pages' | null;
  }[];
  /** What opens it on a phone. */
  readonly summary: string;
}

/** What was filed for an indicator beside the scale on which it is judged. */
export type EvidencePair = EvidenceModel & { readonly score: ScoreStep | null };

export interface PairsInput {
  readonly reading: Pick<SheetReading, 'indicators' | 'evidence' | 'editable' | 'commentRule'>;
  readonly draft: DraftSheet;
  readonly errors: readonly FieldError[];
  /** Where the judge's other scores for an indicator are; null where there are none. */
  readonly ownHref: (code: string) => string | null;
  readonly fileHref?: (documentId: string) => string;
}

export function pairsOf(input: PairsInput, context: PageContext): readonly EvidencePair[] {
  const { reading, draft, errors, ownHref, fileHref = (id) => `/documents/${id}` } = input;
  const { indicators, evidence, editable, commentRule } = reading;
  const opened = openedOf(reading, draft, errors);
  const scored = new Set(indicators.map(({ code }) => code));
  return evidence.map((one) => {
    const { indicator } = one;
    const error = errors.find(({ field }) => field === `score-${indicator.code}`);
    const text = error ? context.t(error.code, error.variables) : null;
    const judged = editable && scored.has(indicator.code);
    return {
      ...evidenceModel(one, fileHref, context),
      score: judged
        ? {
            ...scoreModel(indicator, { draft, rule: commentRule, error: text }, context),
            ...stepModel(indicator, draft, commentRule, context),
            open: indicator.code === opened,
            ownHref: ownHref(indicator.code),
          }
        : null,
    };
  });
}

function shownAs(contentType: string): 'picture' | 'pages' | null {
  if (!documentKind(contentType)?.inline) return null;
  return contentType.startsWith('image/') ? 'picture' : 'pages';
}

export function evidenceModel(
  one: SheetReading['evidence'][number],
  fileHref: (documentId: string) => string,
  context: PageContext,
): EvidenceModel {
  const { t, lang } = context;
  const count = one.documents.length;
  return {
    code: one.indicator.code,
    summary: t('judging.sheet.evidenceOf', { code: one.indicator.code, count }),
    label: indicatorLabel(one.indicator, context),
    text: one.text || null,
    lists: one.rows
      .filter(({ rows }) => rows.length > 0)
      .map(({ key, columns, rows }) => ({
        id: `${key}-${one.indicator.code}`,
        caption: t(`judging.rows.${key}`),
        columns: columns.map((column) => t(`judging.rows.${key}.${column}`)),
        rows: rows.map((cells) => cells.map((cell) => formatCell(lang, cell))),
      })),
    documents: one.documents.map(({ id, caption, contentType, withheld }, i) => ({
      href: withheld ? null : fileHref(id),
      shown: shownAs(contentType),
      label: caption || t('judging.sheet.document', { number: i + 1 }),
    })),
  };
}

export function sheetProgress(
  indicators: readonly Indicator[],
  draft: DraftSheet,
  { t }: PageContext,
): ProgressLine {
  const total = draftTotal(indicators, draft);
  return {
    label: t('judging.sheet.progress'),
    done: indicators.filter(({ code }) => draft.scores[code] !== undefined).length,
    total: indicators.length,
    note: total === null ? null : t('judging.sheet.total', { points: formatHundredths(total) }),
  };
}
