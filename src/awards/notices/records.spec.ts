import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { Programme } from '../../programmes/programme.entity.js';
import { NoticeDraft } from './notice-draft.entity.js';
import type { NoticeInput } from './notice-shapes.js';

let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
});
afterAll(() => award.app.stop());

const app = () => award.app;
/** Everything that is posted sends the supervisor the head of the journal. */
const published = { messages: [{ message: 'checkpoint.publication', to: 'Supervisor' }] };
const posted = (kind: string, number: string | null = null) => ({
  event: 'notice.post',
  actorRole: 'Publisher',
  subjectType: 'notice',
  details: { kind, hash: '<hash>', number },
});
const prepared = (kind: string, list: string | null, actorRole = 'Publisher') => ({
  event: 'notice.prepare',
  actorRole,
  subjectType: 'noticeDraft',
  details: { kind, hash: '<hash>', list, number: null },
});
const entered = {
  event: 'application.enterPublicity',
  actorRole: 'Publisher',
  subjectType: 'application',
  details: { from: 'Proposed', to: 'InPublicity', rule: 'A18', notice: '<id>' },
};
const told = { message: 'noticePrepared', to: 'Publisher' };
const posting = (over: Partial<NoticeInput>) => async () => {
  const id = await award.prepare(over);
  return () => award.post(id);
};

describe('a notice before the list', () => {
  beforeAll(() => award.app.database.repo(Programme).update(award.id, { state: 'Announced' }));
  recordTable(app, [
    [
      'that a publisher prepared it, for the other one',
      () => () => award.prepare({ kind: 'call' }),
      { events: [prepared('call', null)], messages: [told] },
    ],
    [
      'that the registrar prepared it, for both publishers',
      () => () => award.prepare({ kind: 'call' }, award.people.registrar),
      { events: [prepared('call', null, 'CityRegistrar')], messages: [told, told] },
    ],
    [
      'that another draft of a call takes the place of the first',
      async () => {
        await award.prepare({ kind: 'call' });
        return async () => {
          await award.prepare({ kind: 'call' });
          expect(await award.app.database.repo(NoticeDraft).countBy({ kind: 'call' })).toBe(1);
        };
      },
      { events: [prepared('call', null)], messages: [told] },
    ],
    [
      'a call, which opens the applications',
      posting({ kind: 'call' }),
      {
        events: [
          {
            event: 'programme.openApplications',
            actorRole: 'Publisher',
            subjectType: 'programme',
            details: { from: 'Announced', to: 'Open', rule: 'P02' },
          },
          posted('call'),
        ],
        ...published,
      },
    ],
    [
      'the order of a defence three working days ahead',
      async () => {
        const defence = { phase: 'Defence', from: '2026-06-04', to: '2026-06-04', workingDays: 1 };
        const change = { state: 'MaterialReview', calendar: [defence] };
        await award.app.database.repo(Programme).update(award.id, change as never);
        return posting({ kind: 'defence' })();
      },
      { events: [posted('defence')], ...published },
    ],
    [
      'another order of the defence for a later day, posted by who prepared it',
      async () => {
        const defence = { phase: 'Defence', from: '2026-06-04', to: '2026-06-04', workingDays: 1 };
        const on = (day: string) => ({ calendar: [{ ...defence, from: day, to: day }] });
        const change = { state: 'MaterialReview', ...on('2026-06-04') };
        const programmes = award.app.database.repo(Programme);
        await programmes.update(award.id, change as never);
        await award.post(await award.prepare({ kind: 'defence' }));
        await programmes.update(award.id, on('2026-06-08'));
        const later = await award.prepare({ kind: 'defence' });
        return () => award.post(later, award.people.publisher);
      },
      { events: [posted('defence')], ...published },
    ],
    [
      'the order of a defence whose planned day is too near, on the first day that leaves the time',
      async () => {
        const defence = { phase: 'Defence', from: '2026-06-03', to: '2026-06-03', workingDays: 1 };
        const change = { state: 'MaterialReview', calendar: [defence] };
        await award.app.database.repo(Programme).update(award.id, change as never);
        const draftId = await award.prepare({ kind: 'defence' });
        const draft = await award.app.database.repo(NoticeDraft).findOneByOrFail({ id: draftId });
        expect(draft.firstDay).toBe('2026-06-04');
        expect(draft.body).toContain('2026年6月4日');
        return () => award.post(draftId);
      },
      { events: [posted('defence')], ...published },
    ],
  ]);
});

describe('a notice of the list', () => {
  beforeAll(async () => {
    await award.app.database.repo(Programme).update(award.id, { state: 'ScoresLocked' });
    await award.lock();
    await award.clear('K2');
    await award.deliberate();
  });
  recordTable(app, [
    [
      'a public notice, posted by who prepared it',
      async () => {
        const id = await award.prepare({});
        return () => award.post(id, award.people.publisher);
      },
      {
        events: [
          {
            event: 'programme.startPublicity',
            actorRole: 'Publisher',
            subjectType: 'programme',
            details: { from: 'Proposed', to: 'Publicity', rule: 'P14' },
          },
          entered,
          entered,
          posted('publicity'),
        ],
        ...published,
      },
    ],
  ]);
});
