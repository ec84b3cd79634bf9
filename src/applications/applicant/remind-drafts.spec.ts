import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, applying } from '../../../test/support/applying.js';
import { fromSavedState, recordTable } from '../../../test/support/case-tables.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { PhaseClock } from '../../programmes/phase-clock.js';
import { RemindDrafts } from './remind-drafts.js';

let app: TestApp;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  const opened = await openWindow();
  ({ app } = opened);
  own = await makeApplicant(app);
  draft = await applying(app, own, opened.programme);
});
afterAll(() => app.stop());

/** Nine in the morning of a day of September, in Beijing. The deadline is the 30th. */
const on = (day: number) => app.clock.moveTo(`2026-09-${day}T01:00:00.000Z`);
const remind = () => app.app.get(RemindDrafts).run();
const told = (stage: number) => ({
  event: 'application.remindDraft',
  actorRole: 'System',
  subjectType: 'application',
  details: { stage, lastDay: '2026-09-30' },
});
const silence = { events: [], messages: [] };

describe('a reminder of a draft', () => {
  recordTable(
    () => app,
    [
      [
        'three days before the deadline',
        () => {
          on(27);
          return remind;
        },
        { events: [told(3)], messages: [{ message: 'draftDue', to: 'LegalRepresentative' }] },
      ],
      [
        'one day before, also after the first',
        async () => {
          on(27);
          await remind();
          on(29);
          return remind;
        },
        { events: [told(1)], messages: [{ message: 'draftDue', to: 'LegalRepresentative' }] },
      ],
      [
        'what was taken back, in its own words',
        async () => {
          await draft.submit();
          await draft.reopen();
          on(27);
          return remind;
        },
        { events: [told(3)], messages: [{ message: 'changeDue', to: 'LegalRepresentative' }] },
      ],
      [
        'nothing twice',
        async () => {
          on(27);
          await remind();
          on(28);
          return remind;
        },
        silence,
      ],
      [
        'nothing of what is handed in',
        async () => {
          await draft.submit();
          on(29);
          return remind;
        },
        silence,
      ],
      [
        'nothing earlier',
        () => {
          on(26);
          return remind;
        },
        silence,
      ],
      [
        'nothing after the deadline',
        () => {
          app.clock.moveTo('2026-10-01T01:00:00.000Z');
          return remind;
        },
        silence,
      ],
      [
        'nothing at night',
        () => {
          app.clock.moveTo('2026-09-26T18:00:00.000Z');
          return remind;
        },
        silence,
      ],
    ],
  );
});

describe('the clock of the programme', () => {
  fromSavedState(() => app);

  test('sends it, with the day in words', async () => {
    on(29);
    await app.app.get(PhaseClock).run();
    await own.visitor.get('/my');
    expect(own.visitor.text).toContain('2026年9月30日');
    expect(own.visitor.text).toContain('还剩1天');
  });

  test('puts back what was not handed in again', async () => {
    await draft.submit();
    await draft.reopen();
    app.clock.moveTo('2026-09-30T16:00:00.000Z');
    await app.app.get(PhaseClock).run();
    expect((await draft.load()).application.state).toBe('Submitted');
  });
});

describe('progress by receipt number', () => {
  fromSavedState(() => app);

  test('is for everybody, and tells nothing that is not public', async () => {
    await draft.submit();
    const visitor = app.visitor();
    await visitor.get('/progress?number=qz2026g-00001');
    expect(visitor.status).toBe(200);
    expect(visitor.text).toContain('已受理');
    expect(visitor.text).toContain('县级初审推荐');
    for (const secret of [draft.id, own.merchantId, '江畔柑橘店', '测试网商']) {
      expect([secret, visitor.html.includes(secret)]).toEqual([secret, false]);
    }
    const before = visitor.text;
    for (const state of ['NotRecommended', 'ScreenedOut', 'Withdrawn', 'NotProposed'] as const) {
      await draft.moveTo(state);
      await visitor.get('/progress?number=QZ2026G00001');
      expect([state, visitor.text]).toEqual([state, before]);
    }
    await visitor.get('/progress?number=QZ2026G99999');
    expect(visitor.text).toContain('没有这个受理编号');
  });

  test('finds a number that was given out with hyphens, however it is typed', async () => {
    await draft.submit();
    await app.database.execute("UPDATE application SET receipt_number = '2013-G-0004'");
    const visitor = app.visitor();
    for (const number of ['2013-G-0004', '2013g0004', '2013 g 0004']) {
      await visitor.get(`/progress?number=${encodeURIComponent(number)}`);
      expect([number, visitor.text.includes('没有这个受理编号')]).toEqual([number, false]);
      expect(visitor.text).toContain('已受理');
    }
  });

  test('stands with its dates on the merchant’s page too', async () => {
    await draft.submit();
    await own.visitor.get(draft.path);
    expect(own.visitor.text).toContain('2026年10月8日至2026年10月22日');
    expect(own.visitor.page.querySelector('main a[href^="tel:"]')).not.toBeNull();
  });
});
