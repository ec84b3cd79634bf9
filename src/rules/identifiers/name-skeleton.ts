import { type FoldedText, foldText } from './folded-text.js';

/** What tells no two names apart: blanks, points, signs, accents, and what is not seen at all. */
const UNCOUNTED = /[\s\p{P}\p{S}\p{M}\p{C}\u2800\p{Default_Ignorable_Code_Point}]/u;

/** Letters of other scripts, signs and digits → the character that they are taken for. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [
    // Cyrillic, Greek and digits for Latin.
    ['\u0430\u03b1', 'a'],
    ['\u0432\u03b2', 'b'],
    ['\u0441\u03f2', 'c'],
    ['\u0501', 'd'],
    ['\u0435\u03b5', 'e'],
    ['\u0433', 'r'],
    ['\u04bb\u043d\u03b7', 'h'],
    ['\u0456\u03b9\u0131', 'i'],
    ['\u0458', 'j'],
    ['\u043a\u03ba', 'k'],
    ['1\u04cf', 'l'],
    ['\u043c\u03bc', 'm'],
    ['0\u043e\u03bf\u03c3\u3007', 'o'],
    ['\u0440\u03c1', 'p'],
    ['\u0455', 's'],
    ['\u0442\u03c4', 't'],
    ['\u03c5', 'u'],
    ['\u03bd', 'v'],
    ['\u0445\u03c7', 'x'],
    ['\u0443\u03b3', 'y'],
    // Kana and strokes for Chinese characters, as standards for confusable characters list them.
    ['\u30fc\u2f00', '\u4e00'],
    ['\u30cb', '\u4e8c'],
    ['\u30cf', '\u516b'],
    ['\u30ab', '\u529b'],
    ['\u30c8', '\u535c'],
    ['\u30ed\u56d7', '\u53e3'],
    ['\u30bf', '\u5915'],
    ['\u30a8', '\u5de5'],
    ['\u30aa', '\u624d'],
    ['\u30d2', '\u5315'],
    ['\u30e1', '\u4e42'],
    ['\u30ce', '\u4e3f'],
  ].flatMap(([alike, plain]) =>
    Array.from(alike!).map((letter): [string, string] => [letter, plain!]),
  ),
);

/** A name with nothing left but what tells it from another, and where each letter stood. */
export function nameSkeleton(text: string): FoldedText {
  return foldText(text, (character) =>
    Array.from(character.normalize('NFKD').toLowerCase())
      .filter((letter) => !UNCOUNTED.test(letter))
      .map((letter) => LOOK_ALIKES.get(letter) ?? letter)
      .join(''),
  );
}

/**
 * The one form in which names and addresses are compared: case, width, blanks, points, characters that
 * nobody sees and characters that look alike do not count.
 */
export function nameKey(text: string): string {
  return nameSkeleton(text).letters;
}
