import { expect, test } from '@jest/globals';
import { sheetCode, typedSheetCode } from './sheet-code.js';

test('a code is the head of an id, and leads back to it however it is typed', () => {
  expect(sheetCode('01ab9xyzmnpq0000')).toBe('01AB-9XYZ');
  for (const typed of ['01AB-9XYZ', ' oiab 9xyz', '０１ＡＢ９ＸＹＺ', 'OLAB9XYZ']) {
    expect(typedSheetCode(typed)).toBe('01ab9xyz');
  }
  expect(typedSheetCode('01AB-9XY')).toBeNull();
  expect(typedSheetCode('')).toBeNull();
});
