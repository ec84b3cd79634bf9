import { checkFormerNumber } from './check-former-number.js';

const check = (idType: string | null, idValue: string | null) =>
  checkFormerNumber({ idType, idValue }, ['91']);

describe('a number carried before', () => {
  it.each([
    [null, null, null],
    ['registrationNumber', ' 330800000000001', '330800000000001'],
    ['organisationCode', '77604965-3', '776049653'],
    ['creditCode', '91330802ma2tekt7x7', '91330802MA2TEKT7X7'],
  ])('%s %s is kept as %s', (idType, idValue, value) => {
    expect(check(idType, idValue)).toEqual({ pair: { idType, idValue: value }, problems: [] });
  });

  it.each([
    [null, '330800000000001', 'idType', 'merchants.idType.required', {}],
    ['registrationNumber', null, 'idValue', 'merchants.idValue.required', {}],
    ['registrationNumber', '33080', 'idValue', 'identifiers.registrationNumber.form', {}],
    ['organisationCode', '776049654', 'idValue', 'identifiers.organisationCode.check', {}],
    ['creditCode', '9133', 'idValue', 'identifiers.creditCode.length', { length: 4 }],
  ])('%s %s is refused', (idType, idValue, field, code, variables) => {
    expect(check(idType, idValue)).toEqual({
      pair: { idType, idValue },
      problems: [{ field, code, variables }],
    });
  });
});
