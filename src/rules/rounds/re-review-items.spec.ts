import { expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import {
  askedIndicators,
  evidenceIndicators,
  mayBeFoundAnew,
  scoredIndicators,
} from './re-review-items.js';

const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);

test('experts score the indicators of the files and of the defence', () => {
  const all = codes(scoredIndicators(PRESET_NOW, 'G'));
  expect(all).toEqual(expect.arrayContaining(['G11', 'G17', 'D1', 'D5']));
  expect(all).not.toContain('G1');
});

test('a re-review asks for some of them, in the order of the rules', () => {
  const asked = { indicators: ['D1', 'G11', 'G1'] };
  expect(codes(askedIndicators(PRESET_NOW, 'G', asked))).toEqual(['G11', 'D1']);
});

test('a figure brings the evidence of every indicator that computes with it', () => {
  const evidence = (...figures: string[]) =>
    codes(evidenceIndicators(PRESET_NOW, 'G', { indicators: ['G11'], figures }));
  expect(evidence()).toEqual(['G11']);
  expect(evidence('insuredYearEnd')).toEqual(['G10', 'G11']);
  expect(evidence('shop.abc.goodRatePct')).toEqual(['G6', 'G11']);
  expect(evidence('shop.abc.rating.service')).toEqual(['G5', 'G11']);
  expect(evidence('samplingFailure.1')).toEqual(['G11', 'G18']);
});

test('nobody but the office looks at tax again', () => {
  const keys = ['netWan', 'taxPaidWan', 'choice.taxBand', 'tick.G12.declaration', 'openedOn'];
  expect(keys.filter(mayBeFoundAnew)).toEqual(['netWan', 'openedOn']);
});
