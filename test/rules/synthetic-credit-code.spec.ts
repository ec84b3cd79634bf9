import { CREDIT_CODE_FIRST_PAIRS } from '../../seeds/reference/credit-code-first-pairs.js';
import { syntheticCreditCode } from '../../seeds/reference/synthetic-credit-code.js';
import { checkCreditCode } from '../../src/rules/identifiers/credit-code.js';

describe('synthetic credit codes', () => {
  it('pass every check without a warning and never repeat', () => {
    const codes = new Set<string>();
    for (let serial = 0; serial < 500; serial += 1) {
      const code = syntheticCreditCode('92', '330803', serial);
      expect(
        checkCreditCode(code, { firstPairs: CREDIT_CODE_FIRST_PAIRS, divisionPrefix: '3308' }),
      ).toEqual({ ok: true, value: code, warnings: [] });
      codes.add(code);
    }
    expect(codes.size).toBe(500);
  });
});
