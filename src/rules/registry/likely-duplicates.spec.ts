import { describe, expect, it } from '@jest/globals';
import { type RegisteredMerchant, likelyDuplicates } from './likely-duplicates.js';

const one = (id: string, over: Partial<RegisteredMerchant> = {}): RegisteredMerchant => ({
  id,
  name: `网商${id}`,
  creditCode: null,
  idValue: null,
  contactMobile: null,
  ...over,
});

describe('records that may be of one merchant', () => {
  it('bear one name, however it is written', () => {
    const rows = [one('a', { name: '橘海 (电商)' }), one('b', { name: '橘海（电商）' }), one('c')];
    expect(likelyDuplicates(rows)).toEqual([{ one: 'a', other: 'b', reasons: ['name'] }]);
  });

  it('have a number of which a spreadsheet kept fifteen digits', () => {
    const rows = [
      one('b', { creditCode: '113308020000123456' }),
      one('a', { idValue: '113308020000123000' }),
      one('c', { creditCode: '113308020009123456' }),
      one('d', { creditCode: '91330802MA2TEKT7X7' }),
      one('e', { creditCode: '91330802MA2TEKT7X8' }),
    ];
    expect(likelyDuplicates(rows)).toEqual([{ one: 'a', other: 'b', reasons: ['digitsLost'] }]);
  });

  it('are reached by one mobile number, the surest first, unless it is that of an agency', () => {
    const mobile = { contactMobile: '13905700099' };
    const agency = Array.from({ length: 6 }, (_, at) =>
      one(`x${at}`, { contactMobile: '13800000000' }),
    );
    const rows = [
      one('a', mobile),
      one('b', mobile),
      one('c', { ...mobile, name: '网商a' }),
      ...agency,
    ];
    expect(likelyDuplicates(rows)).toEqual([
      { one: 'a', other: 'c', reasons: ['name', 'mobile'] },
      { one: 'a', other: 'b', reasons: ['mobile'] },
      { one: 'b', other: 'c', reasons: ['mobile'] },
    ]);
  });
});
