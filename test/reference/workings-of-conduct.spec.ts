import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { RuleError } from '../../src/rules/rule-error.js';
import { type Computed, note } from '../../src/rules/scoring/computed.js';
import { computeIndicatorPoints } from '../../src/rules/scoring/compute-indicator-points.js';
import type { Figures } from '../../src/rules/scoring/figures.js';
import { NO_FIGURES, amounts, indicator } from './support.js';

/** What the working page prints of a computation: figures, range and every sentence with its numbers. */
it.each<[string, Figures, Computed]>([
  [
    'Y5',
    amounts({ training: 9 }),
    {
      points: 400,
      inputs: [{ figure: 'scoring.figure.training', value: '9' }],
      band: null,
      notes: [note('counted', { count: 9, each: '1.00', most: '4.00' })],
    },
  ],
  [
    'Y5',
    amounts({}),
    {
      points: 0,
      inputs: [{ figure: 'scoring.figure.training', value: null }],
      band: null,
      notes: [note('missing')],
    },
  ],
  [
    'G7',
    amounts({ complaintsAgainst: 11, complaintsUnanswered: 2, orders: 200_000 }),
    {
      points: 150,
      inputs: [
        { figure: 'scoring.figure.complaintsAgainst', value: '11' },
        { figure: 'scoring.figure.orders', value: '200000' },
        { figure: 'scoring.figure.complaintsUnanswered', value: '2' },
      ],
      band: { low: 50, high: 100, points: 350 },
      notes: [
        note('bandLowHigh.high', {
          value: '0.55',
          unit: 'ratio',
          low: '0.50',
          high: '1.00',
          points: '3.50',
        }),
        note('unanswered', { count: 2, each: '1.00' }),
      ],
    },
  ],
  [
    'G7',
    amounts({ complaintsAgainst: 0, complaintsUnanswered: 0, orders: 200_000 }),
    {
      points: 600,
      inputs: [
        { figure: 'scoring.figure.complaintsAgainst', value: '0' },
        { figure: 'scoring.figure.orders', value: '200000' },
        { figure: 'scoring.figure.complaintsUnanswered', value: '0' },
      ],
      band: { high: 0, points: 600 },
      notes: [
        note('bandHigh.high', {
          value: '0.00',
          unit: 'ratio',
          low: '',
          high: '0.00',
          points: '6.00',
        }),
      ],
    },
  ],
  [
    'G7',
    amounts({ complaintsAgainst: 1 }),
    {
      points: 0,
      inputs: [
        { figure: 'scoring.figure.complaintsAgainst', value: '1' },
        { figure: 'scoring.figure.orders', value: null },
        { figure: 'scoring.figure.complaintsUnanswered', value: null },
      ],
      band: null,
      notes: [note('missing')],
    },
  ],
  [
    'G18',
    { ...NO_FIGURES, samplingFailures: [{ date: '2011-01-01', remediedOn: '2012-12-01' }] },
    {
      points: 100,
      inputs: [{ figure: 'scoring.figure.samplingFailures', value: '1' }],
      band: null,
      notes: [note('samplingRemedied')],
    },
  ],
  [
    'G18',
    { ...NO_FIGURES, samplingFailures: [] },
    {
      points: 400,
      inputs: [{ figure: 'scoring.figure.samplingFailures', value: '0' }],
      band: null,
      notes: [note('samplingNone')],
    },
  ],
  [
    'G18',
    { ...NO_FIGURES, samplingFailures: [{ date: '2012-01-01', remediedOn: null }] },
    {
      points: 0,
      inputs: [{ figure: 'scoring.figure.samplingFailures', value: '1' }],
      band: null,
      notes: [note('samplingFailed', { count: 1 })],
    },
  ],
  [
    'G18',
    NO_FIGURES,
    {
      points: 0,
      inputs: [{ figure: 'scoring.figure.samplingFailures', value: null }],
      band: null,
      notes: [note('missing')],
    },
  ],
  [
    'Y18',
    { ...amounts({ overtimeSeconds: 31 }), ticks: { 'Y18.contradiction': true } },
    {
      points: 0,
      inputs: [{ figure: 'scoring.figure.overtimeSeconds', value: '31' }],
      band: null,
      notes: [
        note('overtime', { steps: 2, each: '0.50' }),
        note('contradiction', { points: '1.00' }),
      ],
    },
  ],
  [
    'Y18',
    amounts({ overtimeSeconds: 0 }),
    {
      points: 200,
      inputs: [{ figure: 'scoring.figure.overtimeSeconds', value: '0' }],
      band: null,
      notes: [note('overtime', { steps: 0, each: '0.50' })],
    },
  ],
  [
    'Y18',
    NO_FIGURES,
    {
      points: 0,
      inputs: [{ figure: 'scoring.figure.overtimeSeconds', value: null }],
      band: null,
      notes: [note('missing')],
    },
  ],
  [
    'G10',
    amounts({ insuredYearEnd: 50, insuredAverage: 19 }),
    {
      points: 400,
      inputs: [
        { figure: 'scoring.figure.insuredYearEnd', value: '50' },
        { figure: 'scoring.figure.insuredAverage', value: '19' },
      ],
      band: { low: 10, high: 20, points: 400 },
      notes: [
        note('bandLowHigh.low', {
          value: '19',
          unit: 'count',
          low: '10',
          high: '20',
          points: '4.00',
        }),
      ],
    },
  ],
  [
    'G10',
    amounts({ insuredYearEnd: 0, insuredAverage: 0, familyWorkers: 3 }),
    {
      points: 100,
      inputs: [
        { figure: 'scoring.figure.insuredYearEnd', value: '0' },
        { figure: 'scoring.figure.insuredAverage', value: '0' },
        { figure: 'scoring.figure.familyWorkers', value: '3' },
      ],
      band: null,
      notes: [note('familyWorkers')],
    },
  ],
  [
    'G10',
    amounts({ insuredAverage: 19 }),
    {
      points: 0,
      inputs: [
        { figure: 'scoring.figure.insuredYearEnd', value: null },
        { figure: 'scoring.figure.insuredAverage', value: '19' },
      ],
      band: null,
      notes: [note('missing')],
    },
  ],
  [
    'G12',
    amounts({ taxPaidWan: 299 }),
    {
      points: 0,
      inputs: [{ figure: 'scoring.figure.taxPaidWan', value: '2.99' }],
      band: { low: 0, high: 300, points: 120 },
      notes: [
        note('bandLowHigh.low', {
          value: '2.99',
          unit: 'wan',
          low: '0.00',
          high: '3.00',
          points: '1.20',
        }),
        note('noTaxDeclaration'),
      ],
    },
  ],
  [
    'G12',
    { ...NO_FIGURES, choices: { taxBand: 'from20' } },
    {
      points: 320,
      inputs: [{ figure: 'scoring.figure.taxBand', value: 'from20' }],
      band: null,
      notes: [note('chosenBand', { zh: '20万至50万元', en: '200,000 to 500,000 yuan' })],
    },
  ],
  [
    'G12',
    NO_FIGURES,
    {
      points: 0,
      inputs: [{ figure: 'scoring.figure.taxBand', value: null }],
      band: null,
      notes: [note('missing')],
    },
  ],
  [
    'N1',
    {
      ...NO_FIGURES,
      certifications: [
        { type: 'greenFood', validTo: '2014-01-01' },
        { type: 'organic', validTo: '2013-06-28' },
      ],
    },
    {
      points: 400,
      inputs: [{ figure: 'scoring.figure.certifications', value: '2' }],
      band: null,
      notes: [note('certifications', { counted: 1, expired: 1, best: 2, cap: '8.00' })],
    },
  ],
  [
    'N1',
    NO_FIGURES,
    {
      points: 0,
      inputs: [{ figure: 'scoring.figure.certifications', value: null }],
      band: null,
      notes: [note('missing')],
    },
  ],
])('%s in full', (code, figures, computed) => {
  const working = computeIndicatorPoints(indicator(code), figures, PRESET_2013);
  expect(working).toEqual({ code, parts: [], ...computed });
});

it('a checklist prints each item in both languages, ticked or not', () => {
  const ticks = { 'G9.licence': true };
  const working = computeIndicatorPoints(indicator('G9'), { ...NO_FIGURES, ticks }, PRESET_2013);
  expect(working).toMatchObject({ points: 100, band: null });
  expect(working.inputs).toEqual(
    ['1', '0', '0', '0'].map((value) => ({ figure: 'scoring.figure.checklistItem', value })),
  );
  expect(working.notes).toEqual([note('addedUp', { cap: '4.00' })]);
  expect(working.parts[0]).toEqual({
    points: 100,
    inputs: [{ figure: 'scoring.figure.checklistItem', value: '1' }],
    band: null,
    notes: [
      note('ticked', {
        zh: '店铺页面公布营业执照信息或平台实名核验标识',
        en: 'Shop page shows the business licence or the platform’s verified-identity mark',
      }),
    ],
  });
  expect(working.parts[1]?.notes).toEqual([
    note('notTicked', { zh: '需许可的商品公布许可信息', en: 'Permits shown for licensed goods' }),
  ]);
});

it('a judge’s indicator is not computed', () => {
  expect(() => computeIndicatorPoints(indicator('G11'), NO_FIGURES, PRESET_2013)).toThrow(
    new RuleError('scoring.error.expertIndicator', { code: 'G11' }),
  );
});
