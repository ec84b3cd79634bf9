import type { ScorableRecord } from '../scoring/application-record.js';
import { type Fraction, ZERO, add, compare } from '../scoring/fraction.js';
import { millionths } from '../scoring/points.js';
import type { Dimension } from '../scoring/rule-set.js';
import type { ApplicationScore } from '../scoring/score-application.js';

/** What standings are fixed from; scores in millionths of a point, as rule C8 compares them. */
export interface Candidate {
  readonly receiptNumber: string;
  readonly division: string;
  readonly relatedGroup: string | null;
  readonly composite: number;
  readonly exemplaryEffect: number;
  readonly integrity: number;
  /** Each judge's total on the rubric's expert indicators, untrimmed, by seat. */
  readonly expertTotals: ReadonlyMap<number, Fraction>;
}

export function candidateOf(record: ScorableRecord, score: ApplicationScore): Candidate {
  return {
    receiptNumber: record.receiptNumber,
    division: record.division,
    relatedGroup: record.relatedGroup,
    composite: score.compositeMillionths,
    exemplaryEffect: dimensionScore(score, 'exemplaryEffect'),
    integrity: dimensionScore(score, 'integrity'),
    expertTotals: expertTotals(score),
  };
}

/** How many judges who scored both put each one higher. */
export function pairwise(a: Candidate, b: Candidate): { readonly a: number; readonly b: number } {
  const counts = { a: 0, b: 0 };
  for (const [seat, total] of a.expertTotals) {
    const other = b.expertTotals.get(seat);
    if (other === undefined) continue;
    const sign = compare(total, other);
    if (sign > 0) counts.a += 1;
    if (sign < 0) counts.b += 1;
  }
  return counts;
}

function dimensionScore(score: ApplicationScore, role: NonNullable<Dimension['role']>): number {
  const dimensions = score.dimensions.filter((dimension) => dimension.role === role);
  return millionths(dimensions.reduce((total, dimension) => add(total, dimension.total), ZERO));
}

/** The defence sheet of G and N is a round of its own and stays out of the majority. */
function expertTotals(score: ApplicationScore): ReadonlyMap<number, Fraction> {
  const totals = new Map<number, Fraction>();
  for (const sheet of score.sheets.filter((one) => one.sheet !== 'defence')) {
    for (const { seat, total } of sheet.totals) {
      totals.set(seat, add(totals.get(seat) ?? ZERO, total));
    }
  }
  return totals;
}
