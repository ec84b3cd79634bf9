import { docxText } from '../../../../../test/support/docx-text.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../../../test/support/case-tables.js';
import { makeOpinion, twoPlaces } from '../../../../../test/support/office-review.js';
import { type Person, divisionPerson } from '../../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../../test/support/programme.js';
import { makeSubmitted, scan } from '../../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../../test/support/test-app.js';

let app: TestApp;
let programme: TestProgramme;
let reviewer: Person;
let approver: Person;
let ids: string[];
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  const categories = twoPlaces.categories.map((category) => ({
    ...category,
    divisionQuotas: { '330802': 3 },
  }));
  programme = await makeProgramme(app, 'DivisionReview', { ...twoPlaces, categories });
  reviewer = await divisionPerson(app, 'DivisionReviewer', '330802');
  approver = await divisionPerson(app, 'DivisionApprover', '330802');
  ids = [];
  for (const name of ['甲网商', '乙网商', '丙网商']) {
    const { id } = await makeSubmitted(app, programme, { state: 'InDivisionReview', name });
    ids.push(id);
    // As older releases left them: two opinions with the same rank.
    await makeOpinion(app, { applicationId: id, categoryId: programme.categoryIds.G! });
  }
  await app.database.execute('UPDATE recommendation SET rank = 3 WHERE application_id = ?', [
    ids[2]!,
  ]);
});
afterAll(() => app.stop());

const place = '/division/rankings/G';
const names = ({ visitor }: Person) =>
  visitor.page.querySelectorAll('.ranking-line a').map(({ text }) => text.trim());
const ranks = () =>
  app.database
    .rows<{ name: string; rank: number }>(
      `SELECT m.name, r.rank FROM recommendation r JOIN application a ON a.id = r.application_id
       JOIN merchant m ON m.id = a.merchant_id ORDER BY r.rank, m.name`,
    )
    .then((rows) => rows.map(({ name, rank }) => `${rank} ${name}`));

describe('the order of a division', () => {
  fromSavedState(() => app);

  test('is changed by buttons and by typed places, saved as a whole', async () => {
    await reviewer.visitor.get(place);
    expect(reviewer.visitor.text).toContain('推荐名额3个，现有3个。');
    const [first] = names(reviewer);
    const line = reviewer.visitor.page.querySelectorAll('.ranking-line')[1]!;
    const second = line.querySelector('a')!.text.trim();
    const up = line.querySelector('button[value^="up"]')!.getAttribute('value')!;
    await reviewer.visitor.submit(place, { move: up });
    expect(names(reviewer)).toEqual([second, first, '丙网商']);
    expect(await ranks()).toEqual([`1 ${second}`, `2 ${first}`, '3 丙网商']);
    await reviewer.visitor.submit(place, { [`place.${ids[2]}`]: '1' });
    expect(names(reviewer)).toEqual(['丙网商', second, first]);
  });

  test('tells the second of two people what happened and shows the newest order', async () => {
    const other = await divisionPerson(app, 'DivisionReviewer', '330802');
    await other.visitor.get(place);
    await reviewer.visitor.get(place);
    await reviewer.visitor.submit(place, { [`place.${ids[2]}`]: '1' });
    await other.visitor.submit(place, { [`place.${ids[0]}`]: '3' });
    expect(other.visitor.status).toBe(409);
    expect(other.visitor.errors[0]).toContain('这套排序刚刚有人保存过');
    expect(names(other)[0]).toBe('丙网商');
    await other.visitor.submit(place, { [`place.${ids[0]}`]: '1' });
    expect(names(other)[0]).toBe('甲网商');
  });

  test('stands on the board of whoever has it now, with how long it has waited', async () => {
    const board = async ({ visitor }: Person) => {
      await visitor.get('/division');
      return visitor.page
        .querySelectorAll('.task')
        .map((task) => [task.querySelector('a')!.getAttribute('href'), task.text])
        .filter(([href]) => !/returns|roll-up/.test(href!))
        .map(([href, text]) => [href, text!.trim().replace(/\s+/g, ' ')]);
    };
    const since = /最早一份从\d{4}年\d+月\d+日等到现在/;
    expect(await board(reviewer)).toEqual([[place, expect.stringMatching(since)]]);
    expect(await board(approver)).toEqual([]);
    await app.database.execute(
      `INSERT INTO ranking (id, category_id, division_code, state, ordered_at, version)
       VALUES ('r1', ?, '330802', 'handed', ?, 1)`,
      [programme.categoryIds.G!, app.clock.now()],
    );
    expect(await board(reviewer)).toEqual([]);
    const [[href, text]] = (await board(approver)) as [[string, string]];
    expect([href, text]).toEqual([place, expect.stringContaining('整套推荐')]);
    await app.database.execute("UPDATE ranking SET state = 'returned'");
    expect(await board(approver)).toEqual([]);
    expect((await board(reviewer))[0]![1]).toContain('被审核人退回');
    await app.database.execute("UPDATE recommendation SET conclusion = 'decline'");
    expect((await board(approver))[0]![1]).toContain('不予推荐的意见');
  });

  test.each(['csv', 'xlsx', 'docx'])('goes out as a table, %s', async (kind) => {
    await reviewer.visitor.get('/division/recommendations');
    const link = `/division/recommendations?kind=${kind}`;
    expect(reviewer.visitor.page.querySelector(`a[href="${link}"]`)).not.toBeNull();
    await reviewer.visitor.get(link);
    expect(reviewer.visitor.status).toBe(200);
    if (kind === 'csv') expect(reviewer.visitor.html).toContain('丙网商');
    if (kind === 'docx') expect(docxText(reviewer.visitor.content)).toContain('丙网商');
  });

  test('goes to who signs, comes back with a reason, and is signed under one seal', async () => {
    await reviewer.visitor.get(place);
    await reviewer.visitor.submit(place);
    const order = names(reviewer);
    const sent = {
      _csrf: reviewer.visitor.token,
      version: reviewer.visitor.page.querySelector('[name=version]')!.getAttribute('value')!,
      order: reviewer.visitor.page
        .querySelectorAll('[name=order]')
        .map((input) => input.getAttribute('value')!),
    };
    await reviewer.visitor.post(`${place}/hand-over`, sent);
    expect(reviewer.visitor.page.querySelectorAll('[data-ranking-place]')).toEqual([]);
    await approver.visitor.get(place);
    await approver.visitor.submit('/return', { reason: '短' });
    expect(approver.visitor.status).toBe(422);
    await approver.visitor.submit('/return', { reason: '请把带动就业多的排在前面。' });
    await reviewer.visitor.get(place);
    expect(reviewer.visitor.text).toContain('审核人退回：请把带动就业多的排在前面。');
    sent.version = reviewer.visitor.page.querySelector('[name=version]')!.getAttribute('value')!;
    await reviewer.visitor.post(`${place}/hand-over`, { ...sent, _csrf: reviewer.visitor.token });
    await approver.visitor.get(place);
    await approver.visitor.submit('/signature', {}, []);
    expect(approver.visitor.errors).toEqual(['请上传盖章扫描件。']);
    await approver.visitor.submit('/signature', {}, [scan('seal')]);
    expect(approver.visitor.text).toContain('整套推荐已签发。');
    expect(names(approver)).toEqual(order);
    const scans = await app.database.rows<{ scan: string }>(
      'SELECT DISTINCT seal_scan_id AS scan FROM recommendation',
    );
    expect(scans).toHaveLength(1);
    expect(await ranks()).toEqual(order.map((name, at) => `${at + 1} ${name}`));
  });

  test('is open again when an opinion is added, after those that are signed', async () => {
    await app.database.execute(
      "UPDATE recommendation SET approved_at = '2026-09-01T00:00:00.000Z', rank = 1 WHERE application_id = ?",
      [ids[0]!],
    );
    await app.database.execute("UPDATE application SET state = 'Recommended' WHERE id = ?", [
      ids[0]!,
    ]);
    await reviewer.visitor.get(place);
    expect(reviewer.visitor.page.querySelector('[name=first]')!.getAttribute('value')).toBe('2');
    await reviewer.visitor.submit(place, { [`place.${ids[2]}`]: '2' });
    expect(await ranks()).toEqual(['1 甲网商', '2 丙网商', '3 乙网商']);
    await reviewer.visitor.get(`/division/applications/${ids[1]}/opinion`);
    const before = await app.database.row<{ version: number }>('SELECT version FROM ranking');
    await reviewer.visitor.submit('/opinion', { conclusion: 'recommend' });
    const after = await app.database.row<{ version: number }>('SELECT version FROM ranking');
    expect(after!.version).toBe(before!.version + 1);
    expect(await ranks()).toContain('3 乙网商');
  });

  test('is not there for another category or another division’s reader', async () => {
    await reviewer.visitor.get('/division/rankings/X');
    expect(reviewer.visitor.status).toBe(404);
    const elsewhere = await divisionPerson(app, 'DivisionReviewer', '330822');
    await elsewhere.visitor.get(place);
    expect(names(elsewhere)).toEqual([]);
  });
});
