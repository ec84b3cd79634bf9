/** A text in another form, each unit of which knows the part of the original that it came from. */
export interface FoldedText {
  readonly letters: string;
  /** Where the part begins in the original, and where it ends. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** A part of a text, from one position up to another. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** @param fold a character → what stands for it, empty for one that does not count */
export function foldText(text: string, fold: (character: string) => string): FoldedText {
  let letters = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = fold(character);
    letters += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      from.push(at);
      to.push(at + character.length);
    }
    at += character.length;
  }
  return { letters, from, to };
}

/** A match in the folded letters → the part of the original between its ends. */
export function originalRange(folded: FoldedText, start: number, length: number): TextRange {
  return { from: folded.from[start]!, to: folded.to[start + length - 1]! };
}

/** Puts `mark` in the place of each range; ranges that overlap are one. */
export function replaceRanges(text: string, ranges: readonly TextRange[], mark: string): string {
  let done = '';
  let at = 0;
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    if (from >= at) done += text.slice(at, from) + mark;
    at = Math.max(at, to);
  }
  return done + text.slice(at);
}
