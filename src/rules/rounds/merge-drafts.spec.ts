import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DraftSheet } from './draft-sheet.js';
import { mergeDrafts, mergeNotes, seenOf, seenText } from './merge-drafts.js';

const codes = ['A', 'B'];
const draft = (a?: number, b?: number, comment?: string): DraftSheet => ({
  scores: { ...(a === undefined ? {} : { A: a }), ...(b === undefined ? {} : { B: b }) },
  comments: comment ? { A: comment } : {},
});
const merge = (base: DraftSheet, saved: DraftSheet, mine: DraftSheet) =>
  mergeDrafts(codes, saved, {
    mine,
    seen: Object.fromEntries(codes.map((code) => [code, seenOf(base, code)])),
  });

describe('two windows of one sheet', () => {
  test.each([
    [
      'each changed another indicator',
      draft(1, 1),
      draft(2, 1),
      draft(1, 3),
      draft(2, 3),
      ['A'],
      [],
    ],
    ['both changed one alike', draft(1), draft(2), draft(2), draft(2), [], []],
    ['both changed one differently', draft(1, 1), draft(2, 1), draft(3, 5), draft(2, 5), [], ['A']],
    [
      'one commented what the other scored',
      draft(1),
      draft(2),
      draft(1, 0, 'x'),
      draft(2, 0),
      [],
      ['A'],
    ],
    ['one cleared, the other left alone', draft(1), draft(1), draft(), draft(), [], []],
    ['one left alone what the other cleared', draft(1), draft(), draft(1), draft(), ['A'], []],
    [
      'one commented',
      draft(1),
      draft(1),
      draft(1, undefined, 'x'),
      draft(1, undefined, 'x'),
      [],
      [],
    ],
  ])('%s', (_title, base, saved, mine, whole, taken, conflicts) => {
    expect(merge(base, saved, mine)).toEqual({ draft: whole, taken, conflicts });
  });

  test('a page that does not say what it saw overwrites nothing', () => {
    const given = { mine: draft(1, 2), seen: {} };
    expect(mergeDrafts(codes, draft(1, 3), given)).toEqual({
      draft: draft(1, 3),
      taken: [],
      conflicts: ['B'],
    });
  });

  test('no change is lost without being named', () => {
    const some = fc.record({
      a: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
      b: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
      comment: fc.constantFrom('', 'x', 'y'),
    });
    const of = ({ a, b, comment }: { a?: number; b?: number; comment: string }) =>
      draft(a, b, comment);
    fc.assert(
      fc.property(some, some, some, (x, y, z) => {
        const [base, saved, mine] = [of(x), of(y), of(z)];
        const { draft: whole, taken, conflicts } = merge(base, saved, mine);
        for (const code of codes) {
          const at = (one: DraftSheet) => seenOf(one, code);
          if (conflicts.includes(code)) expect(at(whole)).toBe(at(saved));
          else if (at(mine) === at(base)) expect(at(whole)).toBe(at(saved));
          else expect(at(whole)).toBe(at(mine));
          expect(taken.includes(code)).toBe(at(mine) === at(base) && at(saved) !== at(base));
        }
      }),
    );
  });
});

describe('a private note in two windows', () => {
  test.each([
    ['unchanged here', 'old', 'new', 'old', 'new'],
    ['unchanged there', 'old', 'old', 'new', 'new'],
    ['emptied here', 'old', 'old', '', ''],
    ['changed in both', 'old', 'one', 'two', 'one\ntwo'],
    ['longer here', 'old', 'one', 'one and more', 'one and more'],
  ])('%s', (_title, base, saved, mine, whole) => {
    expect(mergeNotes(saved, { mine, seen: seenText(base) })).toBe(whole);
  });
});
