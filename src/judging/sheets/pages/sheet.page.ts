import type { DraftSheet } from '../../../rules/rounds/draft-sheet.js';
import { thumbnailFor } from '../../../documents/thumbnail-of.js';
import { documentKind } from '../../../rules/documents/document-kinds.js';
import { draftTotal } from '../../../rules/rounds/draft-sheet.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import type { ProgressLine, SummaryList } from '../../../web/component-models.js';
import type { ErrorSummary } from '../../../web/field-models.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatCell, formatHundredths } from '../../../text/format.js';
import { seenOf } from '../../../rules/rounds/merge-drafts.js';
import type { SheetReading } from '../read-sheet.js';
import type { OwnMark } from '../sheet-marks.js';
import type { SheetRow } from '../sheet.queries.js';
import { type LateModel, lateModel } from './late-conflict.form.js';
import { categoryName } from './judging-home.page.js';
import { type MarkModel, markModel } from './mark-model.js';
import type { SheetInput } from './sheet-input.js';
import { type ScoreStep, indicatorLabel, openedOf, scoreModel, stepModel } from './score-step.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';

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
  ['flag', 'f'],
  ['files', 'n', 'p'],
  ['help', '?'],
] as const;

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/sheet': SheetPage;
  }
}

export interface SheetPage extends PageFrame {
  readonly action: string;
  readonly editable: boolean;
  readonly blind: boolean;
  readonly version: number;
  readonly summary: ErrorSummary;
  /** For nobody but the judge; null outside a round. */
  readonly mark: MarkModel | null;
  readonly identity: SummaryList;
  /** What was filed for an indicator beside the scale on which it is judged. */
  readonly pairs: readonly (EvidenceModel & { readonly score: ScoreStep | null })[];
  readonly verified: readonly {
    readonly label: string;
    readonly points: string;
    readonly most: string;
  }[];
  readonly given: readonly {
    readonly label: string;
    readonly points: string;
    readonly comment: string;
  }[];
  readonly progress: ProgressLine;
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
  readonly closesOn: string;
  readonly printHref: string;
  readonly signHref: string;
  readonly late: LateModel | null;
}

interface EvidenceModel {
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
  /** What opens it on a phone. */
  readonly summary: string;
}

export interface SheetPageInput {
  readonly row: SheetRow;
  readonly reading: SheetReading;
  readonly draft: DraftSheet;
  readonly errors: readonly FieldError[];
  readonly mark?: OwnMark;
  /** What came back with its errors, as it was sent: at its version, beside what its page had shown. */
  readonly typed?: SheetInput;
  /** The address of the sheet; left out for one of a round. */
  readonly base?: string;
  /** Typed into the form that steps back, when it was refused. */
  readonly late?: Parameters<typeof lateModel>[1];
}

export function sheetPage(input: SheetPageInput) {
  const { row, reading, draft, errors, late, typed, base = `judging/sheets/${row.id}` } = input;
  return (context: PageContext): SheetPage => {
    const { t } = context;
    const { indicators } = reading;
    const errorText = (error: FieldError) => t(error.code, error.variables);
    return {
      title: t('judging.sheet.numbered', { number: reading.number }),
      breadcrumbs: [
        { label: t('judging.home.title'), href: '/judging' },
        { label: t('judging.sheet.numbered', { number: reading.number }), href: null },
      ],
      action: base,
      editable: reading.editable,
      blind: reading.blind,
      version: typed?.version ?? reading.version,
      mark: markModel(input),
      summary: {
        errors: [
          ...errors.map((error) => ({ name: error.field, text: errorText(error) })),
          ...(late ? context.draw(late).summary.errors : []),
        ],
      },
      identity: { rows: identityRows(row, reading, context) },
      pairs: pairsOf(input, context),
      verified: reading.verified.map(({ indicator, points }) => ({
        label: indicatorLabel(indicator, context),
        points: formatHundredths(points),
        most: formatHundredths(indicator.weight),
      })),
      given: indicators.map((indicator) => {
        const points = draft.scores[indicator.code];
        return {
          label: indicatorLabel(indicator, context),
          points: points === undefined ? t('judging.sheet.unscored') : formatHundredths(points),
          comment: draft.comments[indicator.code] ?? '',
        };
      }),
      progress: progress(indicators, draft, context),
      keys: SHEET_KEYS.map(([does, ...keys]) => ({ keys, does: t(`judging.sheet.keys.${does}`) })),
      closesOn: row.closesOn,
      printHref: `${base}/print`,
      signHref: `judging/rounds/${row.roundId}/sign`,
      late: roundIn.open.has(row.roundState) ? lateModel(base, late, context) : null,
    };
  };
}

function identityRows(row: SheetRow, reading: SheetReading, context: PageContext) {
  const { t } = context;
  const given: readonly (readonly [string, string | null])[] = [
    [t('judging.sheet.category'), categoryName(row, context)],
    [t('judging.sheet.merchant'), reading.merchantName],
    [t('judging.sheet.head'), reading.headName],
  ];
  return given.flatMap(([term, value]) => (value === null ? [] : [{ term, value, action: null }]));
}

function pairsOf(
  { row, reading, draft, errors, base, typed }: SheetPageInput,
  context: PageContext,
): SheetPage['pairs'] {
  const { indicators, evidence, editable, commentRule } = reading;
  const opened = openedOf(reading, draft, errors);
  const scored = new Set(indicators.map(({ code }) => code));
  return evidence.map((one) => {
    const { indicator } = one;
    const error = errors.find(({ field }) => field === `score-${indicator.code}`);
    const text = error ? context.t(error.code, error.variables) : null;
    const judged = editable && scored.has(indicator.code);
    return {
      ...evidenceModel(one, context),
      score: judged
        ? {
            ...scoreModel(indicator, { draft, rule: commentRule, error: text }, context),
            ...stepModel(indicator, draft, commentRule, context),
            open: indicator.code === opened,
            seen: typed ? (typed.seen[indicator.code] ?? '') : seenOf(reading, indicator.code),
            ownHref: base ? null : `judging/sheets/${row.id}/own#own-${indicator.code}`,
          }
        : null,
    };
  });
}

function shownAs(contentType: string): 'picture' | 'pages' | null {
  if (!documentKind(contentType)?.inline) return null;
  return contentType.startsWith('image/') ? 'picture' : 'pages';
}

function evidenceModel(one: SheetReading['evidence'][number], context: PageContext): EvidenceModel {
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
      href: withheld ? null : `/documents/${id}`,
      shown: shownAs(contentType),
      thumbnail: withheld ? null : thumbnailFor(id, contentType),
      label: caption || t('judging.sheet.document', { number: i + 1 }),
    })),
  };
}

function progress(
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
