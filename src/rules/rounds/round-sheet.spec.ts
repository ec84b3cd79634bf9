import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { roundKindOf, roundSheet } from './round-sheet.js';

it.each([
  ['material', 'material'],
  ['insideDefence', 'defence'],
  ['defence', 'defence'],
] as const)('the sheet %s is filled in a round of the kind %s', (sheet, kind) => {
  expect(roundKindOf(sheet)).toBe(kind);
});

it('a defence has a sheet of its own, or the part of the rubric that is scored in it', () => {
  const sheetOf = (category: string) => {
    const sheet = roundSheet(PRESET_NOW, category, 'defence');
    return [sheet?.code, sheet?.indicators.map(({ code }) => code)];
  };
  expect(sheetOf('Y')).toEqual(['insideDefence', ['Y16', 'Y17']]);
  expect(sheetOf('G')).toEqual(['defence', ['D1', 'D2', 'D3', 'D4', 'D5']]);
});
