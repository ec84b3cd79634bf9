import { fraction } from '../scoring/fraction.js';
import { displayPoints } from '../scoring/points.js';
import type { TrimRow } from '../scoring/rule-set.js';
import { type TrimmedTotal, trimTotals } from '../scoring/trim-totals.js';

/** What the chair can do about the points of a merchant who was heard. */
export type RevealStep = 'sealed' | 'ready' | 'revealed';

export interface RevealFacts {
  readonly revealed: boolean;
  /** Sheets that are not void. */
  readonly signed: number;
  readonly unsigned: number;
  /** A seat stands empty, or somebody proposes that a sheet falls: other points may follow. */
  readonly unsettled: boolean;
}

/** Nothing opens before every seat has signed, and nothing that fewer judges gave than the rules want. */
export function revealStep(facts: RevealFacts, trimTable: readonly TrimRow[]): RevealStep {
  if (facts.revealed) return 'revealed';
  const enough = trimTable.some(({ from }) => facts.signed >= from);
  return facts.unsigned === 0 && enough && !facts.unsettled ? 'ready' : 'sealed';
}

/** What hangs in the hall: the totals without their seats, highest first, and how the mean comes about. */
export interface ShownScores {
  readonly totals: readonly {
    readonly points: string;
    readonly dropped: TrimmedTotal['dropped'];
  }[];
  readonly kept: number;
  readonly mean: string;
}

/** @param totals hundredths of a point by seat; null for fewer sheets than the rules want */
export function shownScores(
  totals: readonly { readonly seat: number; readonly total: number }[],
  trimTable: readonly TrimRow[],
): ShownScores | null {
  const given = totals.map(({ seat, total }) => ({ seat, total: fraction(total) }));
  const trimmed = trimTotals(given, trimTable);
  if (trimmed === null) return null;
  const hundredths = new Map(totals.map(({ seat, total }) => [seat, total]));
  // What counts stands between what was dropped, where totals are equal too.
  const rank = { highest: 0, none: 1, lowest: 2 };
  const shown = trimmed.totals
    .map(({ seat, total, dropped }) => ({
      order: rank[dropped ?? 'none'],
      hundredths: hundredths.get(seat)!,
      points: displayPoints(total),
      dropped,
    }))
    .toSorted((one, other) => one.order - other.order || other.hundredths - one.hundredths);
  return {
    totals: shown.map(({ points, dropped }) => ({ points, dropped })),
    kept: shown.filter(({ dropped }) => dropped === null).length,
    mean: displayPoints(trimmed.mean),
  };
}
