import { roundKindOf } from './round-sheet.js';

it.each([
  ['material', 'material'],
  ['insideDefence', 'defence'],
  ['defence', 'defence'],
] as const)('the sheet %s is filled in a round of the kind %s', (sheet, kind) => {
  expect(roundKindOf(sheet)).toBe(kind);
});
