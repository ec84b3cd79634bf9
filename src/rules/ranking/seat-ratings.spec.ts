import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { sampleRecord } from '../../../test/reference/sample-category.js';
import type { CategoryInputs } from '../provenance/results-bundle.js';
import { analyseStandings } from './analyse-standings.js';
import { rankCategory } from './rank-category.js';
import { compositeRatings, ratedSheets, sheetRatings } from './seat-ratings.js';

const shares = [
  [0.9, 0.8, 0.85, 0.7, 0.6],
  [0.5, 0.6, 0.55, 0.7, 0.95],
  [0.4, 0.45, 0.5, 0.35, 0.3],
];
const inputsOf = (category: CategoryInputs['category']): CategoryInputs => ({
  category,
  applications: shares.map((own, at) => sampleRecord(category, at + 1, own)),
  ballots: [],
});

describe('compositeRatings', () => {
  it.each(['G', 'Y', 'N'] as const)(
    'trimmed over the seats is the official composite of category %s to six decimals',
    (category) => {
      const inputs = inputsOf(category);
      const { robustness } = analyseStandings({ ruleSet: PRESET_2013, inputs, seed: 1 });
      const { ranked } = rankCategory(PRESET_2013, category, inputs.applications, []);
      const official = ranked.map(({ score, standing }) => [
        score.receiptNumber,
        score.compositeMillionths / 1e6,
        standing.standing,
      ]);
      const found = robustness.ranking.map(({ id, score, standing }) => [id, score, standing]);
      expect(robustness.rule).toBe('trimmed');
      expect(found.map(([id, , standing]) => [id, standing])).toEqual(
        official.map(([id, , standing]) => [id, standing]),
      );
      found.forEach(([, score], at) => {
        // A seat's composite is rounded at six decimals before the mean is taken.
        expect(Math.abs(Number(score) - Number(official[at]![1]))).toBeLessThan(1.5e-6);
      });
    },
  );

  it('keeps the panel’s mean on a sheet that the seat did not sign', () => {
    const inputs = inputsOf('G');
    const [first, ...others] = inputs.applications;
    const withoutDefence = first!.sheets.filter(
      ({ seat, sheet }) => seat !== 5 || sheet === 'material',
    );
    const applications = [{ ...first!, sheets: withoutDefence }, ...others];
    const before = compositeRatings(PRESET_2013, inputs);
    const after = compositeRatings(PRESET_2013, { ...inputs, applications });
    const of = (ratings: typeof before, judge: string) =>
      ratings.find((one) => one.judge === judge && one.entry === first!.receiptNumber)!.score;
    expect(after).toHaveLength(15);
    expect(of(after, '1')).toBe(of(before, '1'));
    // The fifth judge was the severest of all at the defence.
    expect(of(after, '5')).toBeGreaterThan(of(before, '5'));
  });
});

describe('sheetRatings', () => {
  it('are the totals of one sheet in points', () => {
    const inputs = inputsOf('Y');
    const [sheet] = ratedSheets(PRESET_2013, inputs);
    const ratings = sheetRatings(inputs, sheet!);
    expect(ratings).toHaveLength(15);
    const own = inputs.applications[0]!.sheets.find(
      (one) => one.seat === 1 && one.sheet === sheet,
    )!;
    const total = Object.values(own.scores).reduce((sum, points) => sum + points, 0);
    expect(ratings[0]).toEqual({ judge: '1', entry: '2013-Y-0001', score: total / 100 });
  });
});
