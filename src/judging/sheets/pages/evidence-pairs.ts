import type { DraftSheet } from '../../../rules/rounds/draft-sheet.js';
import { thumbnailFor } from '../../../documents/thumbnail-of.js';
import { documentKind } from '../../../rules/documents/document-kinds.js';
import { draftTotal } from '../../../rules/rounds/draft-sheet.js';
import { seenOf } from '../../../rules/rounds/merge-drafts.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import type { ProgressLine } from '../../../web/component-models.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import { formatCell, formatHundredths } from '../../../text/format.js';
import type { SheetReading } from '../read-sheet.js';
import { pinLines, pinModel } from './pin-model.js';
import { type ScoreStep, indicatorLabel, openedOf, scoreModel, stepModel } from './score-step.js';

/** What `public/scripts/keyboard-scoring.js` listens to. */
export const SHEET_KEYS = [
  ['band', '1', '5'],
  ['half', '+', '−'],
  ['next', 'Enter'],
  ['save', 'Ctrl', 'Enter'],
  ['move', '←', '→'],
  ['comment', 'c'],
  ['back', 'Esc'],
  ['clear', 'Backspace'],
  ['undo', 'u'],
  ['flag', 'f'],
  ['files', 'n', 'p'],
  ['help', '?'],
] as const;

export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

export function keyLines(
  keys: readonly (readonly [string, ...string[]])[],
  { t }: PageContext,
): readonly KeyLine[] {
  return keys.map(([does, ...own]) => ({ keys: own, does: t(`judging.sheet.keys.${does}`) }));
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
    readonly thumbnail: string | null;
  }[];
  /** What the first scores rest on, for those who look again. */
  readonly marks: readonly string[];
  /** What opens it on a phone. */
  readonly summary: string;
}

/** What was filed for an indicator beside the scale on which it is judged. */
export type EvidencePair = EvidenceModel & { readonly score: ScoreStep | null };

/** Where a file and its small copy are opened. */
export interface FilePlaces {
  readonly href: (documentId: string) => string;
  readonly thumbnail: (documentId: string, contentType: string) => string | null;
}

const ownPlaces: FilePlaces = { href: (id) => `/documents/${id}`, thumbnail: thumbnailFor };

export interface PairsInput {
  readonly reading: Pick<
    SheetReading,
    | 'indicators'
    | 'evidence'
    | 'editable'
    | 'commentRule'
    | 'scores'
    | 'comments'
    | 'pins'
    | 'marks'
  >;
  readonly draft: DraftSheet;
  readonly errors: readonly FieldError[];
  /** What the page that came back had shown, by indicator. */
  readonly seen?: Readonly<Record<string, string>> | undefined;
  /** Where the judge's other scores for an indicator are; null where there are none. */
  readonly ownHref: (code: string) => string | null;
  readonly files?: FilePlaces;
}

export function pairsOf(
  { reading, draft, errors, seen, ownHref, files = ownPlaces }: PairsInput,
  context: PageContext,
): readonly EvidencePair[] {
  const { indicators, evidence, editable, commentRule } = reading;
  const opened = openedOf(reading, draft, errors);
  const scored = new Set(indicators.map(({ code }) => code));
  return evidence.map((one) => {
    const { indicator } = one;
    const error = errors.find(({ field }) => field === `score-${indicator.code}`);
    const text = error ? context.t(error.code, error.variables) : null;
    const judged = editable && scored.has(indicator.code);
    return {
      ...evidenceModel(one, files, context),
      marks: pinLines(one, reading.marks ?? [], context).map(({ label }) => label),
      score: judged
        ? {
            ...scoreModel(indicator, { draft, rule: commentRule, error: text }, context),
            ...stepModel(indicator, draft, commentRule, context),
            open: indicator.code === opened,
            seen: seen ? (seen[indicator.code] ?? '') : seenOf(reading, indicator.code),
            ownHref: ownHref(indicator.code),
            pins: pinModel(one, reading.pins, errors, context),
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
  files: FilePlaces,
  context: PageContext,
): EvidenceModel {
  const { t, lang } = context;
  const count = one.documents.length;
  return {
    code: one.indicator.code,
    marks: [],
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
      href: withheld ? null : files.href(id),
      shown: shownAs(contentType),
      thumbnail: withheld ? null : files.thumbnail(id, contentType),
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
