import { expect, test } from '@jest/globals';
import { readProjectFile } from '../architecture/project-files.js';
import { recompute } from './recompute.js';

const sheet = (seat: number, kind: string, scores: Record<string, number>) => ({
  seat,
  sheet: kind,
  scores,
});

/** Ten points computed, ninety judged; one indicator of ten is left out, so its dimension grows by a ninth. */
const bundle = {
  ruleSet: {
    trimTable: [{ from: 3, to: null, dropHighest: 1, dropLowest: 1 }],
    categories: [
      {
        code: 'G',
        composite: { material: 70, defence: 30 },
        rubric: [
          {
            indicators: [
              { code: 'G1', type: 'S', weight: 1000 },
              { code: 'G2', type: 'S', weight: 1000 },
              { code: 'G3', type: 'E', weight: 8000, sheet: 'material' },
            ],
          },
        ],
      },
    ],
  },
  categories: [
    {
      category: 'G',
      applications: [
        {
          receiptNumber: 'A',
          figures: { notApplicable: ['G2'] },
          bonuses: [{ points: 100 }],
          deductions: [{ points: 50 }],
          sheets: [
            sheet(1, 'material', { G3: 6000 }),
            sheet(2, 'material', { G3: 6900 }),
            sheet(3, 'material', { G3: 8000 }),
            sheet(1, 'defence', { D1: 7000 }),
            sheet(2, 'defence', { D1: 9000 }),
            sheet(3, 'defence', { D1: 8000 }),
          ],
        },
      ],
    },
  ],
  locked: [
    {
      category: 'G',
      applications: [
        {
          receiptNumber: 'A',
          indicatorPoints: { G1: 900 },
          result: { compositeExact: '0', standing: 1 },
        },
      ],
    },
  ],
} as const;

test('computes a composite that was worked out by hand', () => {
  // (9 + 69) × 10/9 + 1 − 0.5 = 523/6; seven tenths of it and 80 × 3/10 are 3661/60 + 24 = 5101/60.
  expect(recompute(bundle)).toEqual([
    { category: 'G', receiptNumber: 'A', own: '5101/60', published: '0', standing: 1 },
  ]);
});

test('shares nothing with the program', () => {
  expect(readProjectFile('test/journeys/recompute.ts')).not.toMatch(/^import\b|\bimport\(/m);
});
