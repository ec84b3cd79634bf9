import { PRESET_2013 } from '../../../seeds/reference/rule-sets/preset-2013.js';
import { roundSheet } from './round-sheet.js';

const shown = (category: string, kind: 'material' | 'defence', rules = PRESET_2013) => {
  const sheet = roundSheet(rules, category, kind);
  return sheet && [sheet.code, ...sheet.indicators.map(({ code }) => code)].join(' ');
};

describe('the sheet of a round', () => {
  it.each([
    ['G', 'material', 'material G11 G13 G15 G16 G17'],
    ['G', 'defence', 'defence D1 D2 D3 D4 D5'],
    ['Y', 'material', 'material Y3 Y6 Y7 Y8 Y14 Y15'],
    ['Y', 'defence', 'insideDefence Y16 Y17'],
    ['N', 'material', 'material N4 N11 N12 N15 N17 N18'],
  ] as const)('of %s, %s: %s', (category, kind, sheet) => {
    expect(shown(category, kind)).toBe(sheet);
  });

  it('does not exist where the defence has no weight', () => {
    const categories = PRESET_2013.categories.map((category) => ({
      ...category,
      composite: { material: 100, defence: 0 },
    }));
    expect(shown('G', 'defence', { ...PRESET_2013, categories })).toBeNull();
  });
});
