import { RuleError } from '../rule-error.js';

export const TIE_KINDS = ['division', 'organisation', 'relatedMerchant'] as const;
/** What a judge and an applicant have in common. */
export type TieKind = (typeof TIE_KINDS)[number];

/** A signed score sheet with what is known of how it came about. */
export interface ScoreSheetEvidence {
  readonly id: string;
  readonly judge: string;
  readonly entry: string;
  /** Points. */
  readonly total: number;
  readonly indicators?: readonly { readonly score: number; readonly weight: number }[];
  /** Position among the judge's sheets in the order of scoring, from 1. */
  readonly order?: number;
  readonly readingSeconds?: number;
  readonly documentCharacters?: number;
  readonly ties?: readonly TieKind[];
}

/** A sheet beside what the other judges gave the same entry. */
export interface ComparedSheet extends ScoreSheetEvidence {
  /** Mean total of the other judges on the entry; null when there is none. */
  readonly othersMean: number | null;
  /** Total − othersMean. */
  readonly deviation: number | null;
}

/** Sheets by judge, judges and sheets sorted by id so that the input's order cannot matter. */
export type SheetsByJudge = ReadonlyMap<string, readonly ComparedSheet[]>;

/**
 * @throws RuleError `diagnostics.noSheets`, `ratings.notFinite` {judge, entry}, `ratings.replicates`
 *   {judge, entry} for a second sheet of a judge on an entry.
 */
export function compareSheets(sheets: readonly ScoreSheetEvidence[]): SheetsByJudge {
  if (sheets.length === 0) throw new RuleError('diagnostics.noSheets');
  const sorted = sheets.toSorted((a, b) => compare(a.judge, b.judge) || compare(a.entry, b.entry));
  const totals = new Map<string, { sum: number; count: number }>();
  sorted.forEach(({ judge, entry, total }, index) => {
    if (!Number.isFinite(total)) throw new RuleError('ratings.notFinite', { judge, entry });
    const before = sorted[index - 1];
    if (before?.judge === judge && before.entry === entry)
      throw new RuleError('ratings.replicates', { judge, entry });
    const { sum, count } = totals.get(entry) ?? { sum: 0, count: 0 };
    totals.set(entry, { sum: sum + total, count: count + 1 });
  });
  const byJudge = new Map<string, ComparedSheet[]>();
  for (const sheet of sorted) {
    const { sum, count } = totals.get(sheet.entry)!;
    const othersMean = count > 1 ? (sum - sheet.total) / (count - 1) : null;
    const deviation = othersMean === null ? null : sheet.total - othersMean;
    const own = byJudge.get(sheet.judge) ?? [];
    byJudge.set(sheet.judge, own);
    own.push({ ...sheet, othersMean, deviation });
  }
  return byJudge;
}

/** The sheets that another judge's sheet can be compared with. */
export function comparable(sheets: readonly ComparedSheet[]) {
  return sheets.flatMap((sheet) =>
    sheet.othersMean === null || sheet.deviation === null
      ? []
      : [{ ...sheet, othersMean: sheet.othersMean, deviation: sheet.deviation }],
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
