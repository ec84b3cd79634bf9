import { expect, test } from '@jest/globals';
import { viewHelpers } from './view-helpers.js';

test.each([
  ['衢州市电子商务工作办公室（演示）', 16],
  ['Quzhou E-commerce Office', 14],
  ['商务局', 8],
  ['很'.repeat(40), 24],
])('%s is as wide as %d characters', (text, characters) => {
  expect(viewHelpers.breadth(text)).toBe(characters);
});
