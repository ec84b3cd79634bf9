import { RuleError } from '../rule-error.js';
import { canonicalJson } from './canonical-json.js';

describe('canonical text', () => {
  it('depends on the value alone', () => {
    expect(canonicalJson({ b: [1, -0, null], a: { y: 'ü', x: undefined }, c: true })).toBe(
      '{"a":{"y":"ü"},"b":[1,0,null],"c":true}',
    );
  });

  it.each([
    [{ a: [{ b: 0.5 }] }, 'notWhole', '$.a[0].b'],
    [Number.NaN, 'notWhole', '$'],
    [2 ** 53, 'notWhole', '$'],
    [[undefined], 'notJson', '$[0]'],
    [{ a: () => 1 }, 'notJson', '$.a'],
    [5n, 'notJson', '$'],
  ])('%# is refused by its path', (value, reason, path) => {
    expect(() => canonicalJson(value)).toThrow(
      new RuleError(`provenance.error.${reason}`, { path }),
    );
  });
});
