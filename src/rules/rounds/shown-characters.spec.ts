import type { Indicator } from '../scoring/indicator.js';
import { shownCharacters } from './shown-characters.js';

const indicators = [{ code: 'G8' }, { code: 'G11' }] as unknown as readonly Indicator[];
const answers = {
  texts: { G8: '带动农户二十户', G13: '不在本评审表上' },
  rows: { starters: [{ name: '王一二', shop: '小店', since: '2025', help: '供货' }] },
};

it('counts the texts and rows of the sheet’s indicators, hidden columns left out when blind', () => {
  expect(shownCharacters(answers, indicators, false)).toBe(7 + 3 + 2 + 4 + 2);
  expect(shownCharacters(answers, indicators, true)).toBe(7 + 4 + 2);
  expect(shownCharacters({}, indicators, false)).toBe(0);
});
