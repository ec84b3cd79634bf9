import { describe, expect, it } from '@jest/globals';
import { foldText, originalRange, replaceRanges } from './folded-text.js';
import { nameKey, nameSkeleton } from './name-skeleton.js';

describe('the skeleton of a name', () => {
  it.each([
    ['case and width', '柯城ABC商行', '柯城ａｂｃ商行'],
    ['blanks', '柯城 云川　清泉', '柯城云川清泉'],
    ['brackets and points', '衢州（柯城）云·川', '衢州(柯城)云川'],
    ['signs', '云★川☆清泉', '云川清泉'],
    ['what nobody sees', '云川\u200B清泉\u00AD', '云川清泉'],
    ['a blank of another script', '云川\u2800清泉', '云川清泉'],
    ['lines through letters', '云\u0336川\u0336', '云川'],
    ['letters of another script', 'Оrange', 'Orange'],
    ['digits like letters', '0range1', 'orangel'],
    ['radicals like characters', '⼀品⽔果', '一品水果'],
    ['kana like characters', 'ロ福エ坊', '口福工坊'],
    ['accents', 'Café', 'cafe'],
  ])('does not count %s', (_, one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it('tells other names apart', () => {
    const names = ['云川清泉', '云川青泉', '云川', '云川清泉二', 'Mail', 'Mall'];
    expect(new Set(names.map(nameKey)).size).toBe(names.length);
  });

  it('knows where each letter stood', () => {
    const text = '我𠮷★川㈱';
    const skeleton = nameSkeleton(text);
    expect(skeleton.letters).toBe('我𠮷川株');
    const { from, to } = originalRange(skeleton, 1, 3);
    expect(text.slice(from, to)).toBe('𠮷★川');
  });
});

describe('ranges of a text', () => {
  it('are replaced once where they overlap, and touch nothing else', () => {
    const ranges = [
      { from: 4, to: 6 },
      { from: 1, to: 3 },
      { from: 2, to: 3 },
    ];
    expect(replaceRanges('abcdefgh', ranges, '-')).toBe('a-d-gh');
    expect(replaceRanges('abc', [], '-')).toBe('abc');
  });

  it('fold away what a rule leaves out', () => {
    expect(foldText('aXb', (one) => (one === 'X' ? '' : one))).toEqual({
      letters: 'ab',
      from: [0, 2],
      to: [1, 3],
    });
  });
});
