import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { recordTable } from '../../../../test/support/case-tables.js';
import { clearAll, makeCheck } from '../../../../test/support/office-review.js';
import { openScreening, today } from '../../../../test/support/screening-case.js';
import type { TestApp } from '../../../../test/support/test-app.js';
import { VetoCheck } from '../../veto-check.entity.js';
import { DecideScreening, type ScreeningInput } from './decide-screening.js';

let app: TestApp;
let id: string;
beforeAll(async () => {
  ({ app, id } = await openScreening());
});
afterAll(() => app.stop());

const subjectType = 'application';
const byScreener = { actorRole: 'Screener', subjectType };
const screener = acting('Screener');

describe('the decision of a screening', () => {
  const decide = (over: Partial<ScreeningInput> = {}) =>
    app.app.get(DecideScreening).run(screener, {
      applicationId: id,
      result: 'in',
      reason: null,
      basis: null,
      remedy: null,
      ...over,
    });
  const out = { result: 'out', reason: '未达到', basis: '第二条', remedy: '可陈述申辩' } as const;
  const screenedIn = {
    events: [
      {
        event: 'application.screenIn',
        ...byScreener,
        details: { from: 'Recommended', to: 'ScreenedIn', rule: 'A10', concealed: [] },
      },
    ],
    messages: [{ message: 'applicationScreenedIn', to: 'Agent' }],
  };
  recordTable(
    () => app,
    [
      [
        'one that lets in, on queries ten working days old',
        async () => {
          await clearAll(app, id, '2026-10-19');
          return () => decide();
        },
        screenedIn,
      ],
      [
        'one that lets in once two people have waived a source, and one read what lifts a hit',
        async () => {
          await clearAll(app, id, today);
          const read = { applicationId: id, asOf: today, secondReaderId: 'another' };
          const at = (minute: string) => ({ checkedAt: `${today}T03:${minute}:00.000Z` });
          const note = '网站维护';
          await makeCheck(app, { ...read, ...at('01'), rule: 'V1', result: 'Unavailable', note });
          await makeCheck(app, { ...read, ...at('02'), rule: 'V3', result: 'Hit' });
          await makeCheck(app, { ...read, ...at('03'), rule: 'V3' });
          return () => decide();
        },
        screenedIn,
      ],
      [
        'one that keeps out, for a hit that two people have seen',
        async () => {
          await clearAll(app, id, today);
          await app.database
            .repo(VetoCheck)
            .update(
              { applicationId: id, rule: 'V6' },
              { result: 'Hit', decidedOn: '2026-05-11', secondReaderId: 'another' },
            );
          return () => decide(out);
        },
        {
          events: [
            {
              event: 'application.screenOut',
              ...byScreener,
              details: { from: 'Recommended', to: 'ScreenedOut', rule: 'A11', concealed: ['V6'] },
            },
          ],
          messages: [{ message: 'applicationScreenedOut', to: 'Agent' }],
        },
      ],
    ],
  );
});
