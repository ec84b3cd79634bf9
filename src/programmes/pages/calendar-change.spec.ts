import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { type Person, office } from '../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Notice } from '../../awards/notices/notice.entity.js';
import { newId } from '../../database/new-id.js';
import { Message } from '../../notifications/message.entity.js';
import { countWorkingDays } from '../../rules/calendar/working-day-calendar.js';
import { JournalEntry } from '../../journal/journal-entry.entity.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { Programme } from '../programme.entity.js';
import { SaveWorkingDayYear } from '../save-working-day-year.js';
import { WorkingDays } from '../working-days.js';

let app: TestApp;
let registrar: Person;
let supervisor: Person;
let programme: TestProgramme;
const noticeId = newId();
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-09-24T01:00:00.000Z');
  await loadWorkingDays(app);
  registrar = await office(app, 'CityRegistrar');
  supervisor = await office(app, 'Supervisor');
  programme = await makeProgramme(app, 'Open');
});
afterAll(() => app.stop());

/** 29 September becomes a holiday. */
async function change(decision: string | null = null): Promise<void> {
  const known = (await app.app.get(WorkingDays).year(2026))!;
  await app.app.get(SaveWorkingDayYear).run(acting('CityRegistrar'), {
    year: 2026,
    version: known.version,
    holidays: [...known.holidays, '2026-09-29'].join(' '),
    makeUpDays: known.makeUpDays.join(' '),
    source: '国办通知',
    decision,
  });
}
const posted = async () => {
  const calendar = await app.app.get(WorkingDays).calendar();
  const period = { firstDay: '2026-09-24', lastDay: '2026-09-30' };
  await app.database.repo(Notice).insert({
    ...period,
    workingDays: countWorkingDays(calendar, period.firstDay, period.lastDay),
    id: noticeId,
    programmeId: programme.id,
    kind: 'publicity',
    title: '拟入选名单公示',
    body: '公示',
    postedOn: '2026-09-23',
    facts: {},
    postedBy: programme.id,
    postedAt: app.clock.now(),
  } as never);
};

describe('a change under a running notice', () => {
  refusalTable(
    () => app,
    [
      [
        'without a decision about its period',
        async () => {
          await posted();
          return () => change(' ');
        },
        {
          code: 'programmes.refused.postedPeriodMoves',
          field: 'decision',
          variables: { notices: '拟入选名单公示' },
        },
      ],
    ],
  );
});

describe('a change that is decided', () => {
  recordTable(
    () => app,
    [
      [
        'tells office and supervisor what moves and what stays',
        async () => {
          await posted();
          return () => change('已公布的起止日期不变。');
        },
        {
          events: [
            {
              event: 'workingDayYear.save',
              actorRole: 'CityRegistrar',
              subjectType: 'workingDayYear',
              details: {
                hash: '<hash>',
                version: 2,
                moved: [{ id: '<id>', name: '2026年示范网商评选', phases: ['Open'] }],
                decision: '<hash>',
              },
            },
          ],
          messages: [
            { message: 'workingDays.moved', to: 'CityRegistrar' },
            { message: 'workingDays.moved', to: 'Supervisor' },
            { message: 'workingDays.postedKept', to: 'CityRegistrar' },
            { message: 'workingDays.postedKept', to: 'Supervisor' },
          ],
        },
      ],
    ],
  );
});

test('every span follows the changed calendar; the posted dates stay and say so', async () => {
  await posted();
  const days = async () => {
    await registrar.visitor.get(`/office?programme=${programme.id}`);
    return /2026年8月3日至2026年9月30日，(\d+)个工作日/.exec(registrar.visitor.text)![1];
  };
  const before = Number(await days());
  const open = { phase: 'Open', from: '2026-08-03', to: '2026-09-30', workingDays: before };
  await app.database.repo(Programme).update(programme.id, { calendar: [open] });
  await change('已公布的起止日期不变。');
  expect(Number(await days())).toBe(before - 1);
  await registrar.visitor.get(`/office/programmes/${programme.id}`);
  expect(registrar.visitor.text).toContain(`${before - 1}（制定计划时为${before}）`);
  const reader = await app.visitor().get(`/programmes/${programme.slug}`);
  expect(reader.text).toContain(String(before - 1));
  const { accountId } = supervisor;
  const told = await app.database.repo(Message).findBy({ accountId });
  expect(told.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['workingDays.moved', 'workingDays.postedKept']),
  );
  await reader.get(`/notices/${noticeId}`);
  expect(reader.text).toContain('本通知的起止日期以公布的为准，不作改变。');
  const entry = await app.database
    .repo(JournalEntry)
    .findOneByOrFail({ event: 'workingDayYear.save' });
  expect(entry.details).toMatchObject({ decision: sha256Hex('已公布的起止日期不变。') });
});
