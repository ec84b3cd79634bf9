import { COMBINATIONS } from './combine-scores.js';
import { compareDesigns } from './compare-designs.js';
import { planDesigns } from './plan-designs.js';
import { DEFAULT_ASSUMPTIONS } from './score-model.js';

it('the small panel and all judges each have their own chances', () => {
  const budget = { applications: 12, winners: 3, judges: 6, sheets: 36, minutes: 15, runs: 6 };
  const { designs } = planDesigns({ budget, source: { given: DEFAULT_ASSUMPTIONS }, seed: 'both' });
  const compared = compareDesigns({ ...budget, assumptions: DEFAULT_ASSUMPTIONS }, 'both');
  expect(designs.map(({ judges, perApplication }) => [judges, perApplication])).toEqual([
    [3, 3],
    [6, 3],
  ]);
  for (const { judges, rules } of designs) {
    for (const [rule, chances] of Object.entries(rules)) {
      const own = compared.find((one) => one.judges === judges && one.rule === rule)!;
      const { recall, favourite, favouriteOfColluder } = own;
      expect(chances).toEqual({ recall, favourite, favouriteOfColluder });
    }
  }
});

it('the median of an even number of scores is the mean of the middle two', () => {
  expect(COMBINATIONS.median(Float64Array.of(9, 1, 2, 4), 4)[0]).toBe(3);
});

it('a judge who gives everybody the same says nothing in standard deviations', () => {
  // The first judge: 7 and 7; the second one 4 and 8, a deviation of 2 to either side.
  expect([...COMBINATIONS.zScore(Float64Array.of(7, 4, 7, 8), 2)]).toEqual([-0.5, 0.5]);
});
