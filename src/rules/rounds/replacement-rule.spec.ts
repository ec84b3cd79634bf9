import { describe, expect, it } from '@jest/globals';
import { needsSecondPerson, replacementProblem } from './replacement-rule.js';

const member = { drawn: true, assembling: false, alternate: false, promote: true, next: true };

describe('a judge who leaves', () => {
  it.each([
    [{ drawn: true, assembling: true }, true],
    [{ drawn: true, assembling: false }, true],
    [{ drawn: false, assembling: false }, true],
    [{ drawn: false, assembling: true }, false],
  ])('%j: two people are needed: %s', (facts, expected) => {
    expect(needsSecondPerson({ ...member, ...facts })).toBe(expected);
  });

  it.each([
    ['the next in line takes the seat', {}, null],
    ['an alternate leaves nobody behind', { alternate: true, promote: false }, null],
    ['an alternate is followed by nobody, ticked or not', { alternate: true, next: false }, null],
    ['nobody drawn is left', { next: false }, 'judging.panel.noDrawnAlternate'],
    ['nobody is left', { next: false, drawn: false }, 'judging.panel.noAlternate'],
    ['the line is passed over', { promote: false }, 'judging.removal.passedOver'],
    ['a seat that nobody drew stays empty', { promote: false, drawn: false }, null],
    ['a seat stays empty until it is drawn again', { promote: false, next: false }, null],
  ])('%s', (_, facts, expected) => {
    expect(replacementProblem({ ...member, ...facts })).toBe(expected);
  });
});
