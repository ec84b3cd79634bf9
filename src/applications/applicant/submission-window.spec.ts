import { describe, expect, test } from '@jest/globals';
import type { OpenExtension } from '../../rules/programme/phase-deadline.js';
import { submissionWindow } from './submission-window.js';

const calendar = [
  { phase: 'Open', from: '2026-08-03', to: '2026-09-30', workingDays: 42 },
] as const;
const covers = { divisionCode: '330802', applicationId: 'own' };
const window = (
  now: string,
  {
    state = 'Open',
    extensions = [],
    begun = [],
  }: { state?: 'Open' | 'DivisionReview'; extensions?: OpenExtension[]; begun?: string[] } = {},
) => submissionWindow({ calendar, state }, extensions, covers, now, begun)!;

describe('the window of an application', () => {
  test.each([
    ['2026-08-02T15:59:59.999Z', false],
    ['2026-08-02T16:00:00.000Z', true],
    ['2026-09-30T15:59:59.999Z', true],
    ['2026-09-30T16:00:00.000Z', false],
  ])('at %s is open: %s', (now, open) => {
    expect(window(now).open).toBe(open);
  });

  test.each([
    ['2026-09-30T15:59:59.999Z', '2026-09-30T16:29:59.998Z', true],
    ['2026-09-30T15:59:59.999Z', '2026-09-30T16:29:59.999Z', false],
    ['2026-09-30T16:00:00.000Z', '2026-09-30T16:00:00.000Z', false],
  ])('with an upload begun at %s, at %s is open: %s', (begun, now, open) => {
    expect(window(now, { begun: [begun] }).open).toBe(open);
    expect(window(now, { begun: [begun], state: 'DivisionReview' }).open).toBe(open);
  });

  test.each([
    ['all', null, true],
    ['division', '330802', true],
    ['division', '330822', false],
    ['application', 'own', true],
    ['application', 'another', false],
  ] as const)('with an extension for %s %s is open after its end: %s', (scope, scopeId, open) => {
    const extensions = [{ scope, scopeId, newLastDay: '2026-10-09', newDrafts: false }];
    expect(window('2026-10-09T15:59:59.999Z', { extensions }).open).toBe(open);
    expect(window('2026-10-09T16:00:00.000Z', { extensions }).open).toBe(false);
  });

  test.each([
    [true, true],
    [false, false],
  ])('an order that says %s lets who has not begun begin: %s', (newDrafts, open) => {
    const division = { scope: 'division', scopeId: '330802' } as const;
    const order = { ...division, newLastDay: '2026-10-09', newDrafts };
    const none = { ...covers, applicationId: null };
    const now = '2026-10-09T15:59:59.999Z';
    const programme = { calendar, state: 'DivisionReview' } as const;
    expect(submissionWindow(programme, [order], none, now)!.open).toBe(open);
    expect(submissionWindow(programme, [order], covers, now)!.open).toBe(true);
  });

  test('is closed once the divisions review, but for who was given longer', () => {
    expect(window('2026-09-10T02:00:00.000Z', { state: 'DivisionReview' }).open).toBe(false);
  });
});
