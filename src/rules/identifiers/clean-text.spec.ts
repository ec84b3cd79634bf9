import { describe, expect, it } from '@jest/globals';
import { cleanText } from './clean-text.js';
import { normaliseIdentifier, normaliseText } from './normalise-text.js';

describe('text that comes in', () => {
  it.each([
    ['a blank without width', '\u200B'],
    ['a soft hyphen', '\u00AD'],
    ['joiners', '\u200C\u200D\u2060'],
    ['marks of direction', '\u200E\u200F\u061C'],
    ['embedded direction', '\u202A\u202D\u202E\u2066\u2069'],
    ['a mark of byte order', '\uFEFF'],
    ['a filler', '\u3164\u115F'],
    ['selectors of a variant', '\uFE0F\u{E0100}'],
    ['tags', '\u{E0041}'],
    ['control characters', '\u0000\u0007\u001B\u007F\u009F'],
    ['marks of notes', '\uFFF9\uFFFB'],
  ])('loses %s', (_, unseen) => {
    expect(cleanText(`云${unseen}川`)).toBe('云川');
    expect(normaliseText(`云${unseen}川`)).toBe('云川');
    expect(normaliseIdentifier(`9133${unseen}0802`)).toBe('91330802');
  });

  it('keeps lines, tabs, blanks and what can be seen', () => {
    expect(cleanText('一\t二\n三\r\n四　五 é 𠮷 🍊')).toBe('一\t二\n三\r\n四　五 é 𠮷 🍊');
    expect(cleanText('👨‍👩‍👧 ❤️ 👋🏽')).toBe('👨‍👩‍👧 ❤️ 👋🏽');
    expect(cleanText('一\v二\f三\u0085四\u2028五')).toBe('一\n二\n三\n四\n五');
  });
});
