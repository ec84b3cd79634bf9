import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { office } from '../../../test/support/people.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';
import { Round } from '../../programmes/round.entity.js';
import { Journal } from '../../journal/journal.js';

let app: TestApp;
let supervisor: Visitor;
beforeAll(async () => {
  app = await TestApp.start();
  supervisor = (await office(app, 'Supervisor')).visitor;
});
afterAll(() => app.stop());

function record(event: string, subjectId: string) {
  return app.app.get(Journal).record({
    actorId: null,
    actorRole: 'System',
    event,
    subjectType: 'programme',
    subjectId,
    details: { note: '<script>' },
  });
}

describe('the journal', () => {
  test('is read newest first, filtered by event, role and subject', async () => {
    for (let i = 0; i < 60; i += 1) await record('something.unlabelled', `subject${i}`);
    await supervisor.get('/supervision/journal');
    const first = supervisor.page.querySelector('.journal-entry')!;
    expect(first.text).toContain('something.unlabelled');
    expect(supervisor.page.querySelectorAll('.journal-entry')).toHaveLength(25);
    expect(supervisor.html).not.toContain('<script>"');
    const older = supervisor.page.querySelector('a[rel=next]')!.getAttribute('href')!;
    await supervisor.get(older);
    expect(supervisor.page.querySelectorAll('.journal-entry')).toHaveLength(25);
    await supervisor.get('/supervision/journal?event=duty.grant&role=SystemAdmin');
    expect(supervisor.page.querySelectorAll('.journal-entry')).toHaveLength(1);
    expect(supervisor.text).toContain('授予职责');
    await supervisor.get('/supervision/journal?subject=subject7');
    expect(supervisor.page.querySelectorAll('.journal-entry')).toHaveLength(1);
  });

  test('L36: verifies, and names the first entry that was altered', async () => {
    await supervisor.get('/supervision/journal');
    await supervisor.submit('/verification');
    expect(supervisor.text).toContain('核对无误：共61条');
    await app.database.execute("UPDATE journal_entry SET subject_id = 'other' WHERE sequence = 9");
    await supervisor.submit('/verification');
    expect(supervisor.text).toContain('第9条起对不上：内容被改动');
  });
});

describe('the supervisor’s overview', () => {
  test('begins empty and then names the phase that is late and who must act', async () => {
    await supervisor.get('/supervision');
    expect(supervisor.text).toContain('还没有评选活动');
    app.clock.moveTo('2026-10-25T02:00:00.000Z');
    await makeProgramme(app, 'DivisionReview');
    await supervisor.get('/supervision');
    const cells = supervisor.page
      .querySelectorAll('#overdue-caption ~ tbody th, #overdue-caption ~ tbody td')
      .map((cell) => cell.text.trim());
    expect(cells).toEqual([
      '结束“县级初审推荐”环节',
      '县级审核人、市办登记员',
      '2026年10月22日',
      '3',
    ]);
  });

  test('names the category whose sheets are late', async () => {
    const round = await JudgedRound.open(app);
    await app.database.repo(Round).update({ id: round.id }, { closesOn: '2026-10-01' });
    await supervisor.get(`/supervision?programme=${round.programme.slug}`);
    const tasks = supervisor.page
      .querySelectorAll('#overdue-caption ~ tbody th, #overdue-caption ~ tbody td')
      .map((cell) => cell.text.trim())
      .filter((task) => task.includes('评分表'));
    const { zh } = PRESET_NOW.categories[0]!.name;
    expect(new Set(tasks)).toEqual(new Set([`“${zh}”材料评审评分表未签字2份`]));
  });

  test('is for the supervisor only', async () => {
    const registrar = (await office(app, 'CityRegistrar')).visitor;
    for (const path of ['/supervision', '/supervision/journal']) {
      await registrar.get(path);
      expect(registrar.status).toBe(404);
    }
    await supervisor.get('/supervision?programme=no-such-programme');
    expect(supervisor.status).toBe(404);
  });
});
