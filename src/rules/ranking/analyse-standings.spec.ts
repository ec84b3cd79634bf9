import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { sampleRecord } from '../../../test/reference/sample-category.js';
import { calibrateScores } from '../calibration/calibrate-scores.js';
import { ratings } from '../calibration/worked-cases.fixture.js';
import { RuleError } from '../rule-error.js';
import { categoryRules } from '../scoring/category-sheets.js';
import { fractionText } from '../scoring/fraction.js';
import type { CategoryCode, RuleSet } from '../scoring/rule-set.js';
import { scoreApplication } from '../scoring/score-application.js';
import { analyseStandings } from './analyse-standings.js';
import { candidateOf } from './candidate.js';
import { rankCategory } from './rank-category.js';
import { rankingRobustness } from './robustness.js';
import { rankEntries } from './robustness-cut-line.js';
import { compositeRatings, ratedSheets } from './seat-ratings.js';
import { trialRanking } from './trial-ranking.js';

const shares = (judges: number) =>
  [
    [0.9, 0.8, 0.85, 0.7, 0.6, 0.7, 0.75, 0.8, 0.9],
    [0.5, 0.6, 0.55, 0.7, 0.95, 0.6, 0.5, 0.55, 0.6],
    [0.4, 0.45, 0.5, 0.35, 0.3, 0.4, 0.5, 0.45, 0.4],
  ].map((own) => own.slice(0, judges));
const inputsOf = (category: CategoryCode, judges: number) => ({
  category,
  applications: shares(judges).map((own, at) => sampleRecord(category, at + 1, own)),
  ballots: [],
});

describe('what standings are fixed from', () => {
  it.each([
    // 5.5 + 3.2 + 21.5/3 + 15.5/3; the defence of G is a round of its own.
    ['G', 21_033_333, 21_000_000, '2100 2400 2550 2400 2800'],
    // Paper and defence of Y are one rubric: 41 + 8 points.
    ['Y', 13_666_667, 15_000_000, '3700 4250 4500 4250 4900'],
  ] as const)('of category %s', (code, exemplaryEffect, integrity, totals) => {
    const record = sampleRecord(code, 1, [0.8, 0.9, 0.95, 0.9, 1]);
    const score = scoreApplication(PRESET_2013, categoryRules(PRESET_2013, code), record);
    if ('tooFewSheets' in score) throw new Error('not scored');
    const { expertTotals, ...candidate } = candidateOf(record, score);
    expect(candidate).toMatchObject({ exemplaryEffect, integrity, division: 'qujiang' });
    expect([...expertTotals.values()].map(fractionText).join(' ')).toBe(totals);
  });
});

describe('a ranked category', () => {
  const rules = (quota: number): RuleSet => ({
    ...PRESET_2013,
    categories: PRESET_2013.categories.map((one) => ({
      ...one,
      quota,
    })),
  });
  const records = [0.9, 0.8].map((share, at) => ({
    ...sampleRecord(
      'G',
      at + 1,
      Array.from({ length: 5 }, () => share),
    ),
  }));

  it('has its cut line between the last proposed and the first left out', () => {
    const { ranked, cutLine } = rankCategory(rules(1), 'G', records, []);
    expect(ranked.map(({ outcome }) => outcome.result)).toEqual(['proposed', 'notProposed']);
    expect(cutLine).toEqual({
      lastProposed: ranked[0]!.score.compositeMillionths,
      firstNotProposed: ranked[1]!.score.compositeMillionths,
    });
    expect(rankCategory(rules(2), 'G', records, []).cutLine.firstNotProposed).toBeNull();
    expect(rankCategory(rules(2), 'G', [], []).cutLine.lastProposed).toBeNull();
  });

  it('takes no application twice', () => {
    expect(() => rankCategory(rules(1), 'G', [...records, records[0]!], [])).toThrow(
      new RuleError('ranking.error.receiptTwice', { receiptNumber: '2013-G-0001' }),
    );
  });
});

describe('what can be said about standings', () => {
  const analysis = (judges: number, code: CategoryCode = 'G') =>
    analyseStandings({ ruleSet: PRESET_2013, inputs: inputsOf(code, judges), seed: 1 });

  it.each([
    [3, 'mean', 0],
    [4, 'mean', 0],
    [5, 'trimmed', 1],
    [8, 'trimmed', 1],
    [9, 'trimmed', 1],
  ])('%i judges are ranked by the %s, %i dropped at each end', (judges, rule, drop) => {
    const { robustness, ...found } = analysis(judges);
    expect([robustness.rule, found.drop]).toEqual([rule, drop]);
  });

  it.each([
    [{ dropHighest: 2, dropLowest: 0 }, 2],
    [{ dropHighest: 0, dropLowest: 2 }, 2],
  ])('the greater number of %j counts', (dropped, drop) => {
    const trimTable = [{ from: 3, to: null, ...dropped }];
    const request = { ruleSet: { ...PRESET_2013, trimTable }, inputs: inputsOf('G', 5), seed: 1 };
    expect(analyseStandings(request).drop).toBe(drop);
  });

  it('has the calibration and the agreement of each sheet, or why there is none', () => {
    const { sheets } = analysis(5);
    expect(sheets.map(({ sheet, ratings: own }) => [sheet, own.length])).toEqual([
      ['material', 15],
      ['defence', 15],
    ]);
    expect(sheets[0]!.calibration).toEqual(calibrateScores(sheets[0]!.ratings));
    expect(sheets[0]!.agreement).toMatchObject({ krippendorffAlpha: expect.any(Number) });
    const [one] = inputsOf('G', 5).applications;
    const alone = { category: 'G' as const, applications: [one!], ballots: [] };
    const [material] = analyseStandings({ ruleSet: PRESET_2013, inputs: alone, seed: 1 }).sheets;
    expect(material).toMatchObject({
      findings: [],
      agreement: { reason: 'agreement.oneEntry', variables: { id: '2013-G-0001' } },
    });
    expect(material!.calibration).toHaveProperty('reason');
  });
});

describe('the ratings of seats', () => {
  it('come in the order of seats, and none of an application without a sheet of some round', () => {
    const inputs = inputsOf('G', 5);
    const [first, second] = inputs.applications;
    const applications = [
      { ...first!, sheets: first!.sheets.toReversed() },
      { ...second!, sheets: second!.sheets.filter(({ sheet }) => sheet === 'material') },
    ];
    const found = compositeRatings(PRESET_2013, { ...inputs, applications });
    expect(found.map(({ judge, entry }) => `${entry} ${judge}`)).toEqual(
      [1, 2, 3, 4, 5].map((seat) => `2013-G-0001 ${seat}`),
    );
    expect(ratedSheets(PRESET_2013, { ...inputs, applications })).toEqual(['material', 'defence']);
    const paper = { ...inputs, applications: applications.slice(1) };
    expect(ratedSheets(PRESET_2013, paper)).toEqual(['material']);
  });
});

const table = ratings(['A J1:90 J2:88 J3:91', 'B J1:84 J2:85 J3:83', 'C J1:80 J2:81 J3:82']);

describe('a ranking on trial', () => {
  const options = { rule: 'mean', quota: 1, seed: 1, replications: 100, drop: 1 } as const;

  it('may leave a judge out, and says what was chosen', () => {
    const without = trialRanking({ ratings: table, without: 'J1', options });
    expect([without.without, without.drop]).toEqual(['J1', 1]);
    expect(without.robustness).toEqual(
      rankingRobustness(
        table.filter(({ judge }) => judge !== 'J1'),
        options,
      ),
    );
    const all = trialRanking({ ratings: table, without: null, options });
    expect(all.robustness).toEqual(rankingRobustness(table, options));
  });

  it('has no cut line without a quota', () => {
    const found = rankingRobustness(table, { ...options, quota: null });
    expect(found).toMatchObject({ byRule: [], byJudge: [], summary: null, quota: null });
    expect(found.ranking.map(({ withinQuota }) => withinQuota)).toEqual([null, null, null]);
    expect(found.ranking.every(({ interval }) => interval !== null)).toBe(true);
  });

  it('takes the largest seed and none beyond', () => {
    expect(() => rankingRobustness(table, { ...options, seed: 4_294_967_295 })).not.toThrow();
    expect(() => rankingRobustness(table, { ...options, seed: 4_294_967_296 })).toThrow(
      new RuleError('robustness.badSeed', { value: 4_294_967_296, maximum: 4_294_967_295 }),
    );
  });
});

describe('scores by a rule', () => {
  it('are refused where one is no number', () => {
    const broken = [...table, { judge: 'J4', entry: 'A', score: Number.NaN }];
    expect(() => rankEntries(broken, { rule: 'mean' })).toThrow(
      new RuleError('ratings.notFinite', { judge: 'J4', entry: 'A' }),
    );
  });

  it('have six decimals when they are calibrated', () => {
    const { entries } = calibrateScores(table);
    const found = rankEntries(table, { rule: 'calibrated' });
    for (const { id, score } of found) {
      const { adjusted } = entries.find((one) => one.id === id)!;
      expect(Math.abs(score - adjusted)).toBeLessThan(5.1e-7);
      expect(Math.abs(score * 1e6 - Math.round(score * 1e6))).toBeLessThan(1e-6);
    }
  });
});
