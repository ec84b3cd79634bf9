import { describe, expect, test } from '@jest/globals';
import { lateWork } from './due-work.js';
import type { ObjectionState } from './lifecycle/objection-lifecycle.js';
import { type TermFacts, endsWithPhase, termWork } from './term-work.js';

const nothing: TermFacts = { objections: [], statements: [], reexaminations: [], lateSheets: [] };
const objection = (state: ObjectionState) => ({
  ...nothing,
  objections: [
    { id: 'o1', subject: 'A 2026-1', state, acceptBy: '2026-06-03', decideBy: '2026-06-17' },
  ],
});
const of = (facts: Partial<TermFacts>) =>
  termWork({ ...nothing, ...facts }).map(
    ({ kind, owner, dueOn, href }) => `${kind} ${owner} ${dueOn} ${href}`,
  );

describe('what the office owes by a day', () => {
  test.each<[ObjectionState, readonly string[]]>([
    ['Received', ['acceptObjection CityRegistrar 2026-06-03 /office/objections/o1']],
    ['AcceptedForReview', ['decideObjection Approver 2026-06-17 /office/objections/o1']],
    ['UnderReview', ['decideObjection Approver 2026-06-17 /office/objections/o1']],
    ['Refused', []],
    ['Upheld', []],
    ['Replied', []],
  ])('an objection that is %s', (state, expected) => {
    expect(of(objection(state))).toEqual(expected);
  });

  test('a statement and a request for re-examination, answered by the registrar', () => {
    const one = { subject: 'A', answerDueOn: '2026-06-08' };
    expect(of({ statements: [one], reexaminations: [one] })).toEqual([
      'answerStatement CityRegistrar 2026-06-08 /office/statements',
      'answerReexamination CityRegistrar 2026-06-08 /office/re-examinations',
    ]);
  });

  test('a judge who is late is told to the registrar and the supervisor, by name', () => {
    const late = { roundId: 'r1', judgeName: 'J', closesOn: '2026-06-08' };
    const work = termWork({ ...nothing, lateSheets: [late] });
    const told = (role: 'CityRegistrar' | 'Supervisor' | 'Tabulator') =>
      lateWork(work, [role], '2026-06-09').map(({ subject, href }) => [subject, href]);
    expect(told('CityRegistrar')).toEqual([['J', '/office/rounds/r1']]);
    expect(told('Supervisor')).toEqual([['J', '/office/rounds/r1']]);
    expect(told('Tabulator')).toEqual([]);
  });
});

test('counted work ends with the phase that it belongs to', () => {
  expect(endsWithPhase('screenings', 'Screening')).toBe(true);
  expect(endsWithPhase('screenings', 'Verification')).toBe(false);
  expect(endsWithPhase('unsignedSheets', 'Defence')).toBe(true);
  expect(endsWithPhase('removals', 'Screening')).toBe(false);
});
