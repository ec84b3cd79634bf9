import { expect } from '@jest/globals';
import type { Visitor } from '../support/visitor.js';

/** Sheets come in a random order of the judge's own, so the anchor depends on the judge alone. */
export async function scoreSheet(
  visitor: Visitor,
  sheet: string,
  given: { readonly anchor: number; readonly byScript: boolean; readonly low: boolean },
) {
  await visitor.get(sheet);
  // What is signed already shows no fields.
  if (visitor.page.querySelector('input[data-digit]') === null) return;
  const scores = givenScores(visitor, given.anchor, given.low);
  expect(Object.keys(scores).length).toBeGreaterThan(0);
  if (given.byScript) {
    const version = visitor.page.querySelector('input[name=version]')!.getAttribute('value')!;
    const body = { ...scores, version, _csrf: visitor.token };
    await visitor.post(sheet, body, { accept: 'application/json' });
    expect([sheet, visitor.status]).toEqual([sheet, 200]);
    return;
  }
  await visitor.submit(sheet, { ...scores, after: 'stay' });
  expect([sheet, visitor.errors]).toEqual([sheet, []]);
}

/** Points and a comment for every indicator of the sheet that is open. */
export function givenScores(visitor: Visitor, anchor: number, low = false): Record<string, string> {
  const scores: Record<string, string> = {};
  const indicators = visitor.page.querySelectorAll('[data-score-indicator]');
  for (const [at, indicator] of indicators.entries()) {
    const anchors = indicator.querySelectorAll('input[data-digit]');
    // On a short sheet a step on every indicator is already too wide a spread.
    const chosen = low ? anchors.at(-1)! : anchors[at === 0 ? anchor : 0]!;
    scores[chosen.getAttribute('name')!] = chosen.getAttribute('value')!;
    const comment = indicator.querySelector('textarea')!.getAttribute('name')!;
    scores[comment] = '材料齐全，成效明显，示范作用突出。';
  }
  return scores;
}
