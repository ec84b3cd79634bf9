import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { sampleRecord } from '../../../test/reference/sample-category.js';
import { ratings } from '../calibration/worked-cases.fixture.js';
import { findIndicator, withIndicator } from '../scoring/edit-rubric.js';
import { newIndicator } from '../scoring/new-indicator.js';
import type { RuleSet } from '../scoring/rule-set.js';
import { ratedPairs } from './rated-pairs.js';
import { rankEntries } from './robustness-cut-line.js';
import { rankIntervals } from './rank-intervals.js';
import { tryRules } from './try-rules.js';

const { indicator: y6 } = findIndicator(PRESET_2013, 'Y6')!;
/** Half of every weight from every judge. */
const record = sampleRecord('Y', 1);
const compositeUnder = (next: RuleSet, then = PRESET_2013, notApplicable: string[] = []) => {
  const figures = { ...record.figures, notApplicable };
  const sheets = record.sheets.map((one) => ({
    ...one,
    scores: Object.fromEntries(
      Object.entries(one.scores).filter(([code]) => !notApplicable.includes(code)),
    ),
  }));
  const applications = [{ ...record, figures, sheets }];
  const inputs = { category: 'Y', applications, ballots: [] } as const;
  return tryRules(then, next, inputs).applications[0]!.after!.compositeMillionths;
};

describe('scores under other rules', () => {
  it('of an indicator that nobody scored are half of its weight where a judge gave half of all', () => {
    const basics = { name: { zh: '新', en: 'new' }, weight: 900, sheet: 'material' } as const;
    const added = newIndicator(PRESET_2013, { ...basics, code: 'Y20', kind: 'anchors' });
    const own = record.sheets[0]!.scores['Y6']!;
    expect(own).toBe(y6.weight / 2);
    const difference =
      compositeUnder(withIndicator(PRESET_2013, 'Y6', added)) - compositeUnder(PRESET_2013);
    // 4.5 points in the place of half the old weight.
    expect(difference).toBe((450 - own) * 10_000);
  });

  it('stay within a weight that is no whole step of the grid', () => {
    const full = sampleRecord('Y', 1, [1, 1, 1, 1, 1]);
    const odd = withIndicator(PRESET_2013, 'Y6', { ...y6, weight: 430 });
    const inputs = { category: 'Y', applications: [full], ballots: [] } as const;
    const [tried] = tryRules(PRESET_2013, odd, inputs).applications;
    // The whole of 4.3 points is 4 on the grid of half points.
    expect(tried!.after!.compositeMillionths - tried!.before!.compositeMillionths).toBe(
      (400 - y6.weight) * 10_000,
    );
  });

  it('count an indicator again that may no longer be left out', () => {
    const then = withIndicator(PRESET_2013, 'Y6', { ...y6, notApplicableAllowed: true });
    expect(compositeUnder(PRESET_2013, then, ['Y6'])).toBe(compositeUnder(PRESET_2013));
    // Where it stays left out the others of its dimension carry its half.
    expect(compositeUnder(then, then, ['Y6'])).toBe(compositeUnder(then, then));
  });
});

it('an entry is ranked with the number of its own judges', () => {
  const table = ratings(['A J1:9 J2:9 J3:9', 'B J1:8', 'C J1:7 J2:7']);
  expect(rankEntries(table, { rule: 'mean' }).map(({ id, n }) => [id, n])).toEqual([
    ['A', 3],
    ['B', 1],
    ['C', 2],
  ]);
});

it('ninety of a hundred draws lie in the interval: the sixth to the ninety-fifth', () => {
  // Two entries and no sure difference: the ranks drawn are ones and twos.
  const pairs = ratedPairs(ratings(['A J1:81 J2:80 J3:80', 'B J1:80 J2:80 J3:81']));
  const options = { quota: 1, seed: 1, replications: 100 };
  const found = rankIntervals(pairs, options);
  for (const { interval, withinQuota } of found.values()) {
    const firsts = Math.round(withinQuota! * 100);
    // Sorted, the ones come first: the sixth draw is a one from six ones on.
    expect(interval).toEqual({ low: firsts >= 6 ? 1 : 2, high: firsts >= 95 ? 1 : 2 });
  }
  expect([...rankIntervals(pairs, { ...options, quota: null }).values()]).toEqual(
    [...found.values()].map((sure) => ({ ...sure, withinQuota: null })),
  );
});
