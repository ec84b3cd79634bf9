import { expect, test } from '@jest/globals';
import { checkers } from './check-value.js';
import type { FieldMeta } from './field-meta.js';

test.each([
  [64, 64, { code: 'forms.lengthExactly', variables: { max: 64, length: 3 } }],
  [5, 64, { code: 'forms.lengthBetween', variables: { min: 5, max: 64, length: 3 } }],
  [3, 3, null],
])('a text of 3 characters that takes %d to %d', (min, max, problem) => {
  expect(checkers.text('abc', { required: true, min, max } as FieldMeta)).toEqual(problem);
});
