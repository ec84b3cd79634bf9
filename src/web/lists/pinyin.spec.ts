import { describe, expect, test } from '@jest/globals';
import { lettersOf, soundingLike } from './pinyin.js';

const names = ['衢州佳禾电子商务有限公司', '绿源果业专业合作社', '重庆路长行食品店', 'ABC电商'];
const find = (typed: string) => soundingLike(typed, () => Promise.resolve(names));

describe('a search by sound', () => {
  test.each([
    ['initials', 'jhdz', [names[0]]],
    ['whole syllables', 'quzhou', [names[0]]],
    ['syllables apart', "qu zhou jia'he", [names[0]]],
    ['the beginning of a syllable', 'dianzis', [names[0]]],
    ['ü as v', 'lvyuan', [names[1]]],
    ['ü as typed', 'Lüyuan', [names[1]]],
    ['a character with two sounds', 'changxing', [names[2]]],
    ['its other sound', 'zhangxing', [names[2]]],
    ['full-width letters', 'ＪＨＤＺ', [names[0]]],
    ['signs that do not follow one another', 'qzsw', []],
    ['nothing like it', 'beijing', []],
  ])('by %s', async (_, typed, found) => {
    expect(await find(typed)).toEqual(found);
  });

  test.each(['衢州', 'j', '91330802', 'G-1', '', 'quzhou 佳禾'])(
    'reads no names for %j',
    async (typed) => {
      expect(lettersOf(typed)).toBeNull();
      const read = () => Promise.reject(new Error('read'));
      await expect(soundingLike(typed, read)).resolves.toEqual([]);
    },
  );
});
