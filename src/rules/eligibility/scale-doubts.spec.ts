import { expect, it } from '@jest/globals';
import { scaleDoubts } from './scale-doubts.js';

it.each([
  ['goodRatePct', 'percent', 86, 'fraction'],
  ['goodRatePct', 'percent', 1_00, 'fraction'],
  ['goodRatePct', 'percent', 1_01, null],
  ['goodRatePct', 'percent', 0, null],
  ['shop.a.dispatch48hPct', 'percent', 99, 'fraction'],
  ['refundRatePct', 'percent', 86, null],
  ['shop.a.rating.service', 'rating', 4_90, null],
  ['shop.a.rating.service', 'rating', 5_00, null],
  ['shop.a.rating.service', 'rating', 49_00, 'rating'],
] as const)('%s as %s of %d hundredths: %s', (field, measure, value, doubt) => {
  const found = scaleDoubts(field, measure, value).map(({ code }) => code.split('.').at(-1));
  expect(found).toEqual(doubt ? [doubt] : []);
});

it('shows the number as it was typed, and as it may have been meant', () => {
  const [share] = scaleDoubts('goodRatePct', 'percent', 86);
  expect(share!.variables).toEqual({ typed: 0.86, meant: 86 });
  const [rating] = scaleDoubts('shop.a.rating.service', 'rating', 49_00);
  expect(rating!.variables).toEqual({ typed: 49 });
});
