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

const link = (words: string) =>
  supervisor.page
    .querySelectorAll('main a')
    .find((one) => one.text.includes(words))!
    .getAttribute('href')!;

describe('the journal', () => {
  const numbers = () =>
    supervisor.page.querySelectorAll('.journal-number').map((number) => Number(number.text));

  test('is read newest first or oldest first, page by page', async () => {
    for (let i = 0; i < 60; i += 1) await record('something.unlabelled', `subject${i}`);
    await supervisor.get('/supervision/journal');
    expect(supervisor.text).toContain('something.unlabelled');
    expect(supervisor.html).not.toContain('<script>"');
    expect(numbers()).toEqual(Array.from({ length: 50 }, (_, at) => 61 - at));
    expect(supervisor.text).toContain('共61条');
    await supervisor.get(supervisor.page.querySelector('a[rel=next]')!.getAttribute('href')!);
    expect(numbers()).toEqual(Array.from({ length: 11 }, (_, at) => 11 - at));
    await supervisor.get(link('改为最早的在前'));
    expect(numbers()[0]).toBe(1);
  });

  test('is narrowed by event, role, group of people, subject, day and a word', async () => {
    const found = async (asked: string) => {
      await supervisor.get(`/supervision/journal?${asked}`);
      return numbers().length;
    };
    expect(await found('event=duty.grant&role=SystemAdmin')).toBe(1);
    expect(supervisor.text).toContain('授予职责');
    expect(await found('party=administrator')).toBe(1);
    expect(await found('party=system')).toBe(50);
    expect(await found('subject=subject7')).toBe(1);
    expect(await found('q=subject7')).toBe(1);
    app.clock.moveTo('2027-03-20T15:59:59.000Z');
    await record('something.late', 'subject60');
    app.clock.moveTo('2027-03-20T16:00:00.000Z');
    await record('something.later', 'subject61');
    expect(await found('from=2027-03-20&to=2027-03-20')).toBe(1);
    expect(supervisor.text).toContain('something.late');
    expect(await found('from=2027-03-21')).toBe(1);
    expect(supervisor.text).toContain('something.later');
    expect(await found('from=2026-02-30&to=nonsense')).toBe(50);
  });

  test('opens an entry alone and walks on within what was found', async () => {
    await supervisor.get('/supervision/journal?event=something.unlabelled&q=subject1');
    await supervisor.get(link('something.unlabelled'));
    const first = supervisor.path;
    expect(supervisor.text).toContain('第1件，共11件');
    await supervisor.get(link('下一件'));
    expect(supervisor.text).toContain('第2件，共11件');
    await supervisor.get(link('上一件'));
    expect(supervisor.path.split('?')[0]).toBe(first.split('?')[0]);
    await supervisor.get('/supervision/journal/999999999');
    expect(supervisor.status).toBe(404);
  });

  test('L36: verifies, and names the first entry that was altered', async () => {
    await supervisor.get('/supervision/journal');
    await supervisor.submit('/verification');
    expect(supervisor.text).toContain('核对无误：共63条');
    await app.database.execute("UPDATE journal_entry SET subject_id = 'other' WHERE sequence = 9");
    await supervisor.submit('/verification');
    expect(supervisor.text).toContain('第9条起对不上：内容被改动');
  });

  test('gives the filtered entries as a file, and no score in it, on the page or to a search', async () => {
    await app.app.get(Journal).record({
      actorId: null,
      actorRole: 'Judge',
      event: 'scoreSheet.sign',
      subjectType: 'scoreSheet',
      subjectId: 'sheet1',
      details: { total: 8642, scores: { G1: 8642 } },
    });
    await supervisor.get('/supervision/journal?event=scoreSheet.sign&as=csv');
    const lines = supervisor.html.trim().split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('sheet1');
    expect(lines.join()).not.toContain('8642');
    await supervisor.get('/supervision/journal?event=scoreSheet.sign');
    expect(supervisor.html).not.toContain('8642');
    await supervisor.get('/supervision/journal?q=8642');
    expect(numbers()).toEqual([]);
    await supervisor.get('/supervision/journal?as=xlsx');
    expect(supervisor.status).toBe(200);
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
