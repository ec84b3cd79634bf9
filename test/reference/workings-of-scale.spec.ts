import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { type Computed, note } from '../../src/rules/scoring/computed.js';
import { computeIndicatorPoints } from '../../src/rules/scoring/compute-indicator-points.js';
import type { Figures } from '../../src/rules/scoring/figures.js';
import { NO_FIGURES, amounts, indicator } from './support.js';

/** What the working page prints of a computation: figures, range and every sentence with its numbers. */
it.each<[string, Figures, Computed]>([
  [
    'G1',
    amounts({ netWan: 82_041, agencyWan: 41 }),
    {
      points: 700,
      inputs: [
        { figure: 'scoring.figure.netWan', value: '820.41' },
        { figure: 'scoring.figure.agencyWan', value: '0.41' },
      ],
      band: { low: 50000, high: 100000, points: 700 },
      notes: [
        note('bandLowHigh.low', {
          value: '820.00',
          unit: 'wan',
          low: '500.00',
          high: '1000.00',
          points: '7.00',
        }),
      ],
    },
  ],
  [
    'G1',
    amounts({ netWan: 9_999 }),
    {
      points: 0,
      inputs: [
        { figure: 'scoring.figure.netWan', value: '99.99' },
        { figure: 'scoring.figure.agencyWan', value: null },
      ],
      band: { high: 10000, points: 0, ineligible: true },
      notes: [
        note('bandHigh.low', {
          value: '99.99',
          unit: 'wan',
          low: '',
          high: '100.00',
          points: '0.00',
        }),
        note('ineligible'),
      ],
    },
  ],
  [
    'G3',
    amounts({ orders: 10_000, parcels: 6_999 }),
    {
      points: 160,
      inputs: [{ figure: 'scoring.figure.orders', value: '10000' }],
      band: { low: 10000, high: 50000, points: 160 },
      notes: [
        note('bandLowHigh.low', {
          value: '10000',
          unit: 'count',
          low: '10000',
          high: '50000',
          points: '1.60',
        }),
        note('ratioOutside', { value: '0.70', low: '0.70', high: '1.20' }),
      ],
    },
  ],
  [
    'G3',
    amounts({ orders: 10_000 }),
    {
      points: 160,
      inputs: [{ figure: 'scoring.figure.orders', value: '10000' }],
      band: { low: 10000, high: 50000, points: 160 },
      notes: [
        note('bandLowHigh.low', {
          value: '10000',
          unit: 'count',
          low: '10000',
          high: '50000',
          points: '1.60',
        }),
        note('ratioUnknown'),
      ],
    },
  ],
  [
    'G4',
    { ...NO_FIGURES, openedOn: '2008-02-29' },
    {
      points: 400,
      inputs: [{ figure: 'scoring.figure.openedOn', value: '2008-02-29' }],
      band: { low: 3, high: 5, points: 400 },
      notes: [
        note('bandLowHigh.low', { value: '4', unit: 'years', low: '3', high: '5', points: '4.00' }),
      ],
    },
  ],
  [
    'G4',
    NO_FIGURES,
    {
      points: 0,
      inputs: [{ figure: 'scoring.figure.openedOn', value: null }],
      band: null,
      notes: [note('missing')],
    },
  ],
  [
    'G2',
    amounts({ netWan: 12_000, netWanYearBefore: 9_000 }),
    {
      points: 500,
      inputs: [
        { figure: 'scoring.figure.netWanYearBefore', value: '90.00' },
        { figure: 'scoring.figure.netWan', value: '120.00' },
      ],
      band: { low: 3000, high: 5000, points: 500 },
      notes: [
        note('bandLowHigh.low', {
          value: '33.33',
          unit: 'percent',
          low: '30.00',
          high: '50.00',
          points: '5.00',
        }),
      ],
    },
  ],
  [
    'G2',
    amounts({ netWan: 20_000, netWanYearBefore: 4_999 }),
    {
      points: 300,
      inputs: [
        { figure: 'scoring.figure.netWanYearBefore', value: '49.99' },
        { figure: 'scoring.figure.netWan', value: '200.00' },
      ],
      band: { low: 5000, points: 600 },
      notes: [
        note('bandLow.low', {
          value: '300.08',
          unit: 'percent',
          low: '50.00',
          high: '',
          points: '6.00',
        }),
        note('smallBase', { most: '3.00', below: '50.00' }),
      ],
    },
  ],
  [
    'G2',
    amounts({ netWan: 20_000 }),
    {
      points: 0,
      inputs: [
        { figure: 'scoring.figure.netWanYearBefore', value: null },
        { figure: 'scoring.figure.netWan', value: '200.00' },
      ],
      band: null,
      notes: [note('missing')],
    },
  ],
  [
    'Y2',
    amounts({ netWan: 25_600, netWanTwoYearsBefore: 10_000 }),
    {
      points: 800,
      inputs: [
        { figure: 'scoring.figure.netWanTwoYearsBefore', value: '100.00' },
        { figure: 'scoring.figure.netWan', value: '256.00' },
      ],
      band: { low: 6000, points: 800 },
      notes: [
        note('bandLow.low', {
          value: '60.00',
          unit: 'percent',
          low: '60.00',
          high: '',
          points: '8.00',
        }),
      ],
    },
  ],
  [
    'Y2',
    amounts({ netWan: 20_000, netWanTwoYearsBefore: 10_000 }),
    {
      points: 650,
      inputs: [
        { figure: 'scoring.figure.netWanTwoYearsBefore', value: '100.00' },
        { figure: 'scoring.figure.netWan', value: '200.00' },
      ],
      band: { low: 4000, high: 6000, points: 650 },
      notes: [
        note('bandLowHigh.low', {
          value: '41.42',
          unit: 'percent',
          low: '40.00',
          high: '60.00',
          points: '6.50',
        }),
      ],
    },
  ],
  [
    'Y2',
    amounts({ netWan: 2_000, netWanTwoYearsBefore: 1_999 }),
    {
      points: 200,
      inputs: [
        { figure: 'scoring.figure.netWanTwoYearsBefore', value: '19.99' },
        { figure: 'scoring.figure.netWan', value: '20.00' },
      ],
      band: { low: 0, high: 2000, points: 200 },
      notes: [
        note('bandLowHigh.low', {
          value: '0.03',
          unit: 'percent',
          low: '0.00',
          high: '20.00',
          points: '2.00',
        }),
        note('smallBase', { most: '4.00', below: '20.00' }),
      ],
    },
  ],
  [
    'Y2',
    amounts({ netWan: 16_000, netWanYearBefore: 10_000 }),
    {
      points: 400,
      inputs: [
        { figure: 'scoring.figure.netWanYearBefore', value: '100.00' },
        { figure: 'scoring.figure.netWan', value: '160.00' },
      ],
      band: { low: 6000, points: 800 },
      notes: [
        note('bandLow.low', {
          value: '60.00',
          unit: 'percent',
          low: '60.00',
          high: '',
          points: '8.00',
        }),
        note('oneYearGrowth', { most: '4.00', below: '0.00' }),
      ],
    },
  ],
  [
    'Y2',
    amounts({ netWan: 16_000 }),
    {
      points: 0,
      inputs: [
        { figure: 'scoring.figure.netWanYearBefore', value: null },
        { figure: 'scoring.figure.netWan', value: '160.00' },
      ],
      band: null,
      notes: [note('missing')],
    },
  ],
  [
    'Y2',
    amounts({ netWanTwoYearsBefore: 16_000 }),
    {
      points: 0,
      inputs: [
        { figure: 'scoring.figure.netWanTwoYearsBefore', value: '160.00' },
        { figure: 'scoring.figure.netWan', value: null },
      ],
      band: null,
      notes: [note('missing')],
    },
  ],
  [
    'Y2',
    amounts({ netWan: 0, netWanTwoYearsBefore: 16_000 }),
    {
      points: 0,
      inputs: [
        { figure: 'scoring.figure.netWanTwoYearsBefore', value: '160.00' },
        { figure: 'scoring.figure.netWan', value: '0.00' },
      ],
      band: { high: 0, points: 0 },
      notes: [
        note('bandHigh.low', {
          value: '-100.00',
          unit: 'percent',
          low: '',
          high: '0.00',
          points: '0.00',
        }),
      ],
    },
  ],
])('%s in full', (code, figures, computed) => {
  const working = computeIndicatorPoints(indicator(code), figures, PRESET_2013);
  expect(working).toEqual({ code, parts: [], ...computed });
});
