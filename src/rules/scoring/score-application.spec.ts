import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { sampleRecord } from '../../../test/reference/sample-category.js';
import { NO_FIGURES, indicator, shop } from '../../../test/reference/support.js';
import { categoryRules } from './category-sheets.js';
import { computeIndicatorPoints } from './compute-indicator-points.js';
import { withIndicator } from './edit-rubric.js';
import { ZERO, add, fraction, subtract, sum } from './fraction.js';
import type { CategoryCode, RuleSet } from './rule-set.js';
import {
  type ApplicationScore,
  type SheetSeverities,
  scoreApplication,
} from './score-application.js';
import { spreadFlags } from './spread.js';
import { validateRuleSet } from './validate-rule-set.js';

interface ScoredOtherwise {
  readonly rules?: RuleSet;
  readonly notApplicable?: readonly string[];
  readonly severities?: SheetSeverities;
}

function scored(
  code: CategoryCode,
  { rules = PRESET_2013, notApplicable = [], severities }: ScoredOtherwise = {},
): ApplicationScore {
  const record = sampleRecord(code, 1);
  const figures = { ...record.figures, notApplicable };
  const score = scoreApplication(
    rules,
    categoryRules(rules, code),
    { ...record, figures },
    severities,
  );
  if ('tooFewSheets' in score) throw new Error('five sheets are enough');
  return score;
}

const totalOf = ({ dimensions }: ApplicationScore) => sum(dimensions.map(({ total }) => total));

describe('the score of an application', () => {
  it.each(['G', 'Y', 'N'] as const)(
    'of category %s is what was computed and what its sheets in the rubric give on average',
    (code) => {
      const score = scored(code);
      const computed = score.dimensions.flatMap((dimension) => dimension.computed);
      const means = score.sheets.filter(({ sheet }) => sheet !== 'defence').map(({ mean }) => mean);
      const points = fraction(computed.reduce((all, one) => all + one.points, 0));
      expect(totalOf(score)).toEqual(add(points, sum(means)));
      expect(score.material).toEqual(totalOf(score));
    },
  );

  it.each([
    ['G', 'defence'],
    ['Y', 'insideDefence'],
  ] as const)('of category %s counts 0 for a defence to which nobody came', (code, sheet) => {
    const record = sampleRecord(code, 1);
    const sheets = record.sheets.filter((one) => one.sheet === 'material');
    const score = scoreApplication(PRESET_2013, categoryRules(PRESET_2013, code), {
      ...record,
      sheets,
      absentFromDefence: true,
    });
    if ('tooFewSheets' in score) throw new Error('no sheet of the defence is missing');
    const unheard = score.sheets.find((one) => one.sheet === sheet)!;
    expect([unheard.mean, unheard.totals]).toEqual([ZERO, []]);
    const heard = scored(code).sheets.find((one) => one.sheet === 'material')!;
    expect(score.sheets.find((one) => one.sheet === 'material')!.mean).toEqual(heard.mean);
  });

  it('is not changed by a severity at the defence, which only the defence loses', () => {
    const severity = new Map([1, 2, 3, 4, 5].map((seat) => [seat, fraction(100)]));
    const [plain, severe] = [scored('G'), scored('G', { severities: { defence: severity } })];
    expect(severe.material).toEqual(plain.material);
    expect(severe.defence).toEqual(subtract(plain.defence!, fraction(100)));
  });

  it('counts nothing of an indicator that was left out, and lets the others of its dimension grow', () => {
    const rules: RuleSet = withIndicator(PRESET_2013, 'G3', {
      ...indicator('G3'),
      notApplicableAllowed: true,
    });
    const [whole, less] = [scored('G', { rules }), scored('G', { rules, notApplicable: ['G3'] })];
    const codes = (one: ApplicationScore) => one.dimensions[0]!.computed.map(({ code }) => code);
    expect([codes(whole).includes('G3'), codes(less).includes('G3')]).toEqual([true, false]);
    expect([whole.dimensions[0]!.growth, less.dimensions[1]!.growth]).toEqual([
      fraction(1),
      fraction(1),
    ]);
    const full = sum(
      categoryRules(rules, 'G').rubric[0]!.indicators.map(({ weight }) => fraction(weight)),
    );
    const left = subtract(full, fraction(indicator('G3').weight));
    expect(less.dimensions[0]!.growth).toEqual(
      fraction(full.numerator * left.denominator, full.denominator * left.numerator),
    );
  });

  it('names the dimensions that decide ties', () => {
    const roles = scored('G').dimensions.map(({ role }) => role);
    expect(roles).toContain('exemplaryEffect');
    expect(roles).toContain(null);
    expect(totalOf(scored('G'))).not.toEqual(ZERO);
  });
});

it('the middle of the deviations is found whatever the order of the applications', () => {
  // Deviations of 1, 10 and 0 points: the middle one is 1, and only 10 is above twice of it.
  const totals = [
    [7900, 8100],
    [7000, 9000],
    [8000, 8000],
  ];
  const inputs = totals.map((own, at) => ({
    receiptNumber: `R${at}`,
    totals: own.map((total) => fraction(total)),
  }));
  const rule = { rangeLimit: 10_000, deviationMultiple: 2, addedJudges: 2 };
  expect(spreadFlags(inputs, 10_000, rule).map(({ receiptNumber }) => receiptNumber)).toEqual([
    'R1',
  ]);
});

it('ratings of which no platform’s scale is known are missing, not bad', () => {
  const unknown = shop({ ratings: [{ metric: 'nobodyKnows', value: 486 }] });
  const { notes, points } = computeIndicatorPoints(
    indicator('G5'),
    { ...NO_FIGURES, shops: [unknown] },
    PRESET_2013,
  );
  expect([points, notes.map(({ key }) => key.split('.').at(-1))]).toEqual([0, ['missing']]);
});

it('a category that is judged at the defence alone needs nothing to judge on paper', () => {
  const [first, ...rest] = PRESET_2013.categories;
  const rubric = first!.rubric.map((dimension) => ({
    ...dimension,
    indicators: dimension.indicators.filter(({ type }) => type !== 'E'),
  }));
  const keys = (material: number) =>
    validateRuleSet({
      ...PRESET_2013,
      categories: [
        { ...first!, rubric, composite: { material, defence: 100 - material } },
        ...rest,
      ],
    }).map(({ key }) => key.split('.').at(-1));
  expect([keys(1).includes('nothingJudged'), keys(0).includes('nothingJudged')]).toEqual([
    true,
    false,
  ]);
});
