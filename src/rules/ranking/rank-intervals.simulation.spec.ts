import type { Rating } from '../calibration/rating.js';
import { normalSampler } from '../planning/normal-sampler.js';
import type { RankInterval } from './rank-interval.js';
import { rankingRobustness } from './robustness.js';
import { rankEntries } from './robustness-cut-line.js';
import { SCORE_RULES } from './rule-scores.js';

interface Design {
  readonly entries: number;
  readonly judges: number;
  readonly perEntry: number;
  /** Standard deviation of the merits; severities have 4, errors 5. */
  readonly merit: number;
}

/** One round of known merits; judges of an entry stand next to one another on a circle. */
function simulated(
  { entries, judges, perEntry, merit }: Design,
  round: number,
): { readonly merits: readonly number[]; readonly ratings: readonly Rating[] } {
  const { normal } = normalSampler(`round ${round}`);
  const merits = Array.from({ length: entries }, () => normal(0, merit));
  const severities = Array.from({ length: judges }, () => normal(0, 4));
  const ratings = merits.flatMap((own, entry) =>
    Array.from({ length: perEntry }, (_, place) => {
      const judge = (entry + place) % judges;
      return {
        entry: `E${entry}`,
        judge: `J${judge}`,
        score: 80 + own - severities[judge]! + normal(0, 5),
      };
    }),
  );
  return { merits, ratings };
}

describe('coverage of the rank intervals and of the sets for the whole list, nominally 90 %', () => {
  const FIRST = 5;
  it.each<[string, Design, number]>([
    [
      '60 entries, 5 judges on all, low reliability',
      { entries: 60, judges: 5, perEntry: 5, merit: 2 },
      60,
    ],
    ['60 entries, 3 of 12 judges on each', { entries: 60, judges: 12, perEntry: 3, merit: 6 }, 60],
    [
      '20 entries, 7 judges on all, high reliability',
      { entries: 20, judges: 7, perEntry: 7, merit: 6 },
      100,
    ],
  ])('%s', (_, design, rounds) => {
    const seen = { all: 0, covered: 0 };
    let wholeLists = 0;
    const first = new Map(SCORE_RULES.map((rule) => [rule, { all: 0, covered: 0 }]));
    for (let round = 0; round < rounds; round += 1) {
      const { merits, ratings } = simulated(design, round);
      const options = { rule: 'mean', quota: null, seed: round, replications: 300 } as const;
      const { ranking } = rankingRobustness(ratings, options);
      const trueRank = (id: string) =>
        1 + merits.filter((other) => other > merits[Number(id.slice(1))]!).length;
      const holds = (id: string, { low, high }: RankInterval) =>
        low <= trueRank(id) && trueRank(id) <= high;
      const covers = new Map(ranking.map(({ id, interval }) => [id, holds(id, interval!)]));
      if (ranking.every(({ id, listSet }) => holds(id, listSet!))) wholeLists += 1;
      const count = (into: { all: number; covered: number }, id: string) => {
        into.all += 1;
        into.covered += covers.get(id) ? 1 : 0;
      };
      for (const id of covers.keys()) count(seen, id);
      // Whoever a rule puts first owes it to luck as well: the intervals must know that.
      for (const rule of SCORE_RULES)
        for (const { id } of rankEntries(ratings, { rule }).slice(0, FIRST))
          count(first.get(rule)!, id);
    }
    expect(seen.covered / seen.all).toBeGreaterThan(0.88);
    expect(wholeLists / rounds).toBeGreaterThanOrEqual(0.9);
    for (const [rule, { all, covered }] of first)
      expect([rule, covered / all > 0.88]).toEqual([rule, true]);
  });
});
