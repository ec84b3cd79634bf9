import { describe, expect, test } from '@jest/globals';
import { APPLICATION_STATES } from './application-states.js';
import { PROGRAMME_STATES } from './programme-states.js';
import { isConferred, isPublished, stateForApplicant } from './state-for-applicant.js';

const outcomes = ['Proposed', 'NotProposed', 'Selected'];

describe('the state an applicant may know', () => {
  test('never is an outcome while the programme is before its public notice', () => {
    const before = PROGRAMME_STATES.slice(0, PROGRAMME_STATES.indexOf('Publicity'));
    for (const programme of before) {
      for (const state of APPLICATION_STATES) {
        expect(outcomes).not.toContain(stateForApplicant(state, programme));
      }
    }
  });

  test('those that are left out and those that are proposed read alike until the notice', () => {
    for (const programme of ['ScoresLocked', 'Deliberation', 'Proposed'] as const) {
      expect(stateForApplicant('NotProposed', programme)).toBe('InReview');
      expect(stateForApplicant('Proposed', programme)).toBe('InReview');
      expect(stateForApplicant('ScoreLocked', programme)).toBe('InReview');
    }
  });

  test('an approved one is in the public notice until it is published', () => {
    expect(stateForApplicant('Selected', 'Approved')).toBe('InPublicity');
    expect(stateForApplicant('Selected', 'Published')).toBe('Selected');
    expect([isPublished('Approved'), isPublished('Published')]).toEqual([false, true]);
  });

  test('a substitute proposed after the notice is under review until its own notice', () => {
    expect(stateForApplicant('Proposed', 'Published')).toBe('InReview');
    expect(stateForApplicant('NotProposed', 'Published')).toBe('NotProposed');
  });

  test('how a result came about is told from the conferment on', () => {
    expect(PROGRAMME_STATES.filter(isConferred)).toEqual(['Conferred', 'InForce', 'Archived']);
  });

  test('the steps of the procedure are told as they are', () => {
    for (const state of ['Draft', 'Submitted', 'CorrectionRequested', 'ScreenedOut'] as const) {
      expect(stateForApplicant(state, 'Screening')).toBe(state);
    }
  });
});
