import { checkPersonId, mayStatePersonId } from './check-person-id.js';

const today = '2026-06-30';
const ADULT_TODAY = '330802200806300010';

describe('an identity number', () => {
  it('may be stated by exempt persons and by heads who prove their age', () => {
    expect(mayStatePersonId({ merchantType: 'exemptPerson', birthDate: null })).toBe(true);
    expect(mayStatePersonId({ merchantType: 'enterprise', birthDate: '1990-01-01' })).toBe(true);
    expect(mayStatePersonId({ merchantType: 'enterprise', birthDate: null })).toBe(false);
  });

  it.each([
    ['enterprise', null, '11010519491231002X', null, []],
    ['exemptPerson', null, null, null, []],
    ['exemptPerson', null, '11010519491231002x', '11010519491231002X', []],
    ['enterprise', '1949-12-31', '11010519491231002X', '11010519491231002X', []],
    ['exemptPerson', null, '123', '123', ['identifiers.identityNumber.form']],
    ['exemptPerson', null, ADULT_TODAY, ADULT_TODAY, []],
    [
      'exemptPerson',
      null,
      '330802200807010015',
      '330802200807010015',
      ['merchants.personIdNo.minor'],
    ],
    [
      'enterprise',
      '1949-12-30',
      '11010519491231002X',
      '11010519491231002X',
      ['merchants.personIdNo.otherBirthDate'],
    ],
  ])('of %s born %s: %s', (merchantType, birthDate, personIdNo, value, codes) => {
    expect(checkPersonId({ merchantType, birthDate, personIdNo }, today)).toEqual({
      value,
      problems: codes.map((code) => ({ field: 'personIdNo', code, variables: {} })),
    });
  });
});
