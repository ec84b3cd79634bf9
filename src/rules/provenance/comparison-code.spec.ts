import { expect, test } from '@jest/globals';
import { comparisonCode } from './comparison-code.js';

test('a code of four groups begins like its hash', () => {
  expect(comparisonCode(`0a1b2c3d4e5f6071${'9'.repeat(48)}`)).toBe('0A1B-2C3D-4E5F-6071');
});
