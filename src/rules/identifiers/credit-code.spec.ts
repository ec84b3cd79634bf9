import { checkCreditCode, creditCodeCheckCharacter, maskCreditCode } from './credit-code.js';

const options = {
  firstPairs: '11 12 13 19 21 31 41 51 52 53 59 61 71 81 91 92 93 99 A1 B1 C1 D1 E1 F1 G1 Y1'.split(
    ' ',
  ),
  divisionPrefix: '3308',
};

function warningsOf(text: string): readonly string[] {
  const result = checkCreditCode(text, options);
  if (!result.ok) throw new Error(result.code);
  return result.warnings.map((warning) => warning.code.replace('identifiers.creditCode.', ''));
}

describe('codes that pass both checks', () => {
  it.each([
    ['91350200776049653A', 'an ordinary enterprise', ['otherPlace']],
    ['91350503MA31DKY80A', 'organisation check 0', ['otherPlace']],
    ['91350200MA31E12PXF', 'organisation check X', ['otherPlace']],
    ['913502000728319549', 'all digits', ['otherPlace']],
    ['123502001549897397', 'an institution', ['otherPlace']],
    ['91330802MA2TEKT7X7', 'an enterprise in 柯城区', []],
    ['92330803MA2TEKT7XJ', 'an individual business in 衢江区', []],
    ['93330881MA2TEKT7XE', 'a cooperative in 江山市', []],
    ['91330802MA20001150', 'remainder 0 gives the check character 0', []],
    ['91330825MA20000004', 'organisation check 11 gives 0', []],
    ['91330825MA200006X4', 'organisation check 10 gives X', []],
  ])('%s: %s', (code, _note, warnings) => {
    expect(warningsOf(code)).toEqual(warnings);
  });
});

describe('codes that fail check 18 warn, with the computed character', () => {
  it.each([
    ['91350203M0001QKT19', 'F'],
    ['91350203M0001QAY9B', '9'],
  ])('%s, reported as a real code, would end in %s', (code, computed) => {
    expect(checkCreditCode(code, options)).toEqual({
      ok: true,
      value: code,
      warnings: [
        { code: 'identifiers.creditCode.checkCharacter', variables: { computed } },
        { code: 'identifiers.creditCode.otherPlace', variables: { place: '350203' } },
      ],
    });
  });

  it('notices one changed character', () => {
    expect(warningsOf('91330802MA2TEKT7XB')).toEqual(['checkCharacter']);
  });

  it('notices a changed organisation code in both checks', () => {
    expect(warningsOf('91330802MA2TEKT8X7')).toEqual(['organisationCheck', 'checkCharacter']);
    // 3·22 + 7·10 + 9·2 + 10·29 + 5·14 + 8·20 + 4·29 + 2·8 = 806, and 11 − 806 mod 11 is 8.
    expect(checkCreditCode('91330802MA2TEKT8X7', options)).toMatchObject({
      warnings: [
        { code: 'identifiers.creditCode.organisationCheck', variables: { computed: '8' } },
        {},
      ],
    });
  });
});

describe('codes that are refused', () => {
  it.each([
    ['91330802MA2TEKT7OX', 'characters', { character: 'O' }],
    ['9133080MA2TEKT7X7', 'length', { length: 17 }],
    ['ZZ330802MA2TEKT7X7', 'characters', { character: 'Z' }],
    ['33330802MA2TEKT7X7', 'firstPair', { pair: '33' }],
    ['', 'length', { length: 0 }],
  ])('"%s" for its %s', (code, reason, variables) => {
    expect(checkCreditCode(code, options)).toEqual({
      ok: false,
      code: `identifiers.creditCode.${reason}`,
      variables,
    });
  });

  it('is refused when it is on the register already', () => {
    expect(
      checkCreditCode('91330802MA2TEKT7X7', { ...options, alreadyRegistered: true }),
    ).toMatchObject({ ok: false, code: 'identifiers.creditCode.alreadyRegistered' });
  });
});

it('accepts what a phone keyboard produces: blanks, lower case, full width', () => {
  expect(checkCreditCode(' ９１330802 ma2tekt7x7 ', options)).toEqual({
    ok: true,
    value: '91330802MA2TEKT7X7',
    warnings: [],
  });
});

it('warns when the value is an identity number that happens to pass the first-pair list', () => {
  expect(warningsOf('110101199003070011')).toContain('identityNumber');
});

it('never computes a check value of 31', () => {
  expect(creditCodeCheckCharacter('91330802MA2000115')).toBe('0');
});

it('hides the serial part from the public', () => {
  expect(maskCreditCode('91330802MA2TEKT7X7')).toBe('91330802********X7');
});
