import { normalSampler } from './normal-sampler.js';

const DRAWS = 4000;
const { normal } = normalSampler('moments');
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / DRAWS;

describe('normal deviates', () => {
  it('have the moments of the normal distribution, and none follows from the one before', () => {
    const drawn = Float64Array.from({ length: DRAWS }, () => normal(0, 1));
    const moment = (power: number) => mean(drawn.map((value) => value ** power));
    const following = mean(drawn.map((value, at) => value * (drawn[at + 1] ?? 0)));
    // Four standard errors: variances 1, 2, 15 and 96 of the powers, 1 of the product.
    const close = (value: number, expected: number, variance: number) =>
      expect(Math.abs(value - expected)).toBeLessThan(4 * Math.sqrt(variance / DRAWS));
    close(moment(1), 0, 1);
    close(moment(2), 1, 2);
    close(moment(3), 0, 15);
    close(moment(4), 3, 96);
    close(following, 0, 1);
    const outside = drawn.filter((value) => Math.abs(value) > 1.959964).length / DRAWS;
    close(outside, 0.05, 0.05 * 0.95);
  });

  it('lie around the mean by the deviation', () => {
    const [one, other] = [normalSampler(5), normalSampler(5)];
    const plain = [one.normal(0, 1), one.normal(0, 1), one.normal(0, 1)];
    expect([0, 0, 0].map(() => other.normal(80, 6))).toEqual(plain.map((value) => 80 + 6 * value));
    expect(new Set(plain).size).toBe(3);
  });
});

it('whole numbers reach both ends', () => {
  const { whole } = normalSampler('ends');
  const seen = new Set(Array.from({ length: 200 }, () => whole(3, 6)));
  expect(seen).toEqual(new Set([3, 4, 5, 6]));
});
