import { expect, test } from '@jest/globals';
import { requireFreeNumber } from './document-number.js';

const used = ['衢商务〔2026〕5号', '衢商务〔2026〕8号', '衢商〔2026〕40号', '衢商务〔2025〕90号'];
const free = (serial: number, reason: string | null = null) =>
  requireFreeNumber(`衢商务〔2026〕${serial}号`, used, reason);
const expected = '衢商务〔2026〕9号';

test('the next number needs no reason, nor does the first of a prefix and year', () => {
  expect(free(9, '不需要')).toBeNull();
  expect(requireFreeNumber('衢商务〔2027〕17号', used, null)).toBeNull();
});

test.each([
  ['skipped', 12],
  ['filled in', 6],
])('a number that is %s needs a reason, which is kept', (_, serial) => {
  expect(() => free(serial, ' ')).toThrow(
    expect.objectContaining({ code: 'awards.notice.numberGap', variables: { expected } }),
  );
  expect(free(serial, ' 纸质文件已用 ')).toBe('纸质文件已用');
});

test('a number is given once, whatever the reason', () => {
  expect(() => free(8, '补发')).toThrow(
    expect.objectContaining({ code: 'awards.notice.numberTaken', variables: { expected } }),
  );
});
