import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { buildWorking } from '../../src/rules/provenance/build-working.js';
import { rankCategory } from '../../src/rules/ranking/rank-category.js';
import type { ApplicationRecord } from '../../src/rules/scoring/application-record.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import { sampleRecord } from './sample-category.js';

const SHARES = [0.8, 0.9, 0.95, 0.9, 1];

function workingOf(ruleSet: RuleSet, records: readonly ApplicationRecord[], netWan?: number) {
  const [record] = records;
  const { ranked } = rankCategory(ruleSet, 'G', records, []);
  const one = ranked.find(({ score }) => score.receiptNumber === record!.receiptNumber)!;
  const { figures } = record!;
  const claimed = { ...figures, amounts: { ...figures.amounts, ...(netWan && { netWan }) } };
  return buildWorking(ruleSet, 'G', record!, claimed, one);
}

const adjusted = (points: number) => [{ reason: 'r', evidence: 'e', points }];

/** G13 left out, two points of bonus and half a point taken away. */
function variedWorking() {
  const rules: RuleSet = {
    ...PRESET_2013,
    categories: PRESET_2013.categories.map((category) => ({
      ...category,
      rubric: category.rubric.map((dimension) => ({
        ...dimension,
        indicators: dimension.indicators.map((one) => ({
          ...one,
          notApplicableAllowed: one.code === 'G13',
        })),
      })),
    })),
  };
  const base = sampleRecord('G', 1, SHARES);
  const record = {
    ...base,
    figures: { ...base.figures, notApplicable: ['G13'] },
    sheets: base.sheets.map(({ scores, ...sheet }) => {
      const { G13: _, ...others } = scores;
      return { ...sheet, scores: others };
    }),
    bonuses: adjusted(200),
    deductions: adjusted(50),
  };
  return workingOf(rules, [record, sampleRecord('G', 2, SHARES)]);
}

describe('the working of an application', () => {
  it('runs from the claim to the points', () => {
    const records = [1, 2, 3].map((n) => sampleRecord('G', n, SHARES));
    const working = workingOf(PRESET_2013, records, 320_000);
    expect(working.dimensions[0]?.indicators[0]).toMatchObject({
      code: 'G1',
      points: '8.50',
      claimed: {
        points: '10.00',
        inputs: [{ figure: 'scoring.figure.netWan', value: '3200.00' }, {}],
      },
      verified: [{ figure: 'scoring.figure.netWan', value: '1100.00' }, {}],
    });
    const [material] = working.sheets;
    expect(material?.totals).toEqual([
      { seat: 1, points: '21.00', dropped: 'lowest' },
      { seat: 2, points: '24.00', dropped: null },
      { seat: 3, points: '25.50', dropped: null },
      { seat: 4, points: '24.00', dropped: null },
      { seat: 5, points: '28.00', dropped: 'highest' },
    ]);
    expect(material).toMatchObject({ kept: 3, mean: '24.50', exact: '49/2' });
    expect(JSON.parse(JSON.stringify(working))).toEqual(working);
  });

  it('lets a dimension grow by what was left out of it, and shows each seat', () => {
    const [scale, , exemplary] = variedWorking().dimensions;
    expect([scale?.growth, scale?.role, scale?.weight, scale?.total]).toEqual([
      null,
      null,
      '25.00',
      '22.70',
    ]);
    // 25 points less 6 leave 19; 5.5 + 3.2 computed, and (7 + 7.5 + 7) ÷ 3 of the judges, grow by 25/19.
    expect(exemplary).toMatchObject({
      code: 'G.exemplaryEffect',
      role: 'exemplaryEffect',
      weight: '25.00',
      total: '20.88',
      growth: '25/19',
    });
    const { name: _, ...starters } = exemplary!.indicators[1]!;
    expect(starters).toEqual({
      code: 'G11',
      type: 'E',
      weight: '8.00',
      points: '9.43',
      notApplicable: false,
      claimed: null,
      verified: [],
      notes: [],
      parts: [],
      scores: [
        { seat: 1, points: '6.00', dropped: 'lowest' },
        { seat: 2, points: '7.00', dropped: null },
        { seat: 3, points: '7.50', dropped: null },
        { seat: 4, points: '7.00', dropped: null },
        { seat: 5, points: '8.00', dropped: 'highest' },
      ],
    });
    expect(exemplary!.indicators[3]).toMatchObject({
      code: 'G13',
      points: '0.00',
      notApplicable: true,
      claimed: null,
      scores: [],
    });
  });

  it('adds up to the material score, with its adjustments', () => {
    expect(variedWorking().material).toEqual({
      verifiedPoints: '64.15',
      judgedPoints: '21.60',
      bonus: '2.00',
      deduction: '0.50',
      total: '87.24',
      exact: '49729/570',
      cutFrom: null,
    });
  });

  it('ends with the composite: 70 % of 87.24 and 30 % of 91.33, and its standing', () => {
    const { composite, standing } = variedWorking();
    expect(composite).toEqual({
      weights: { material: 70, defence: 30 },
      material: '87.24',
      defence: '91.33',
      exact: '504283/5700',
      compared: '88.470702',
      shown: '88.47',
    });
    expect(standing).toEqual({
      standing: 1,
      sharedWith: ['2013-G-0001'],
      decidedBy: null,
      result: 'proposed',
      reason: 'withinQuota',
    });
  });

  it('says from what it was cut where it would exceed a hundred', () => {
    const base = sampleRecord('G', 1, [1, 1, 1, 1, 1]);
    const best = {
      ...base,
      bonuses: adjusted(500),
      figures: {
        ...base.figures,
        amounts: {
          ...base.figures.amounts,
          netWan: 400_000,
          netWanYearBefore: 100_000,
          orders: 300_000,
          parcels: 300_000,
          insuredYearEnd: 60,
          insuredAverage: 60,
          taxPaidWan: 6_000,
          complaintsAgainst: 0,
        },
        ticks: {
          'G9.licence': true,
          'G9.permits': true,
          'G9.returns': true,
          'G9.complaints': true,
          'G19.notReduced': true,
          'G19.completeFirst': true,
        },
      },
    };
    const { material, composite } = workingOf(PRESET_2013, [best]);
    const cut = Number(material.verifiedPoints) + Number(material.judgedPoints) + 5;
    expect(cut).toBeGreaterThan(100);
    expect(material).toMatchObject({ total: '100.00', cutFrom: cut.toFixed(2) });
    expect(composite).toMatchObject({ defence: '100.00', shown: '100.00' });
  });
});
