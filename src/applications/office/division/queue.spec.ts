import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { fromSavedState, refusalTable } from '../../../../test/support/case-tables.js';
import { makeOpinion, twoPlaces } from '../../../../test/support/office-review.js';
import { type Person, divisionPerson } from '../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { newId } from '../../../database/new-id.js';
import { StartDivisionReviews } from './start-division-reviews.js';

let app: TestApp;
let programme: TestProgramme;
let reviewer: Person;
let ids: string[];
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'DivisionReview', twoPlaces);
  reviewer = await divisionPerson(app, 'DivisionReviewer', '330802');
  ids = [];
  for (const name of ['甲网商', '乙网商', '丙网商']) {
    ids.push((await makeSubmitted(app, programme, { name })).id);
  }
});
afterAll(() => app.stop());

const clerk = acting('DivisionReviewer', { divisionCode: '330802' });
const startAll = (chosen: readonly string[]) =>
  app.app.get(StartDivisionReviews).run(clerk, chosen);
const states = () =>
  app.database
    .rows<{ state: string }>('SELECT state FROM application ORDER BY id')
    .then((rows) => rows.map(({ state }) => state));

describe('beginning many reviews', () => {
  refusalTable(
    () => app,
    [
      ['of none', () => () => startAll([]), { code: 'review.batch.nothing' }],
      [
        'where one belongs to another division: none begins',
        async () => {
          const far = await makeSubmitted(app, programme, { divisionCode: '330822' });
          return () => startAll([...ids, far.id]);
        },
        missingIn('application-file.queries'),
      ],
    ],
  );
});

describe('the queue of a division', () => {
  fromSavedState(() => app);

  test('stays with the edition that is in its term when the next one is announced', async () => {
    const next = await makeProgramme(app, 'Announced');
    await app.database.execute('UPDATE programme SET year = year + 1 WHERE id = ?', [next.id]);
    const { visitor } = reviewer;
    for (const path of ['/division', '/division/files', '/division/recommendations']) {
      await visitor.get(path);
      expect([path, visitor.status]).toEqual([path, 200]);
    }
    await visitor.get('/division');
    expect(visitor.text).toContain('甲网商');
  });

  test('names the day to which an order has extended its review, and no other division’s', async () => {
    const order = (scopeId: string, day: string) =>
      app.database.execute(
        `INSERT INTO extension_order (id, programme_id, phase, scope, scope_id, new_last_day, reason,
           ordered_by, ordered_at, new_drafts)
         VALUES (?, ?, 'DivisionReview', 'division', ?, ?, '申报量大', 'x', ?, 0)`,
        [newId(), programme.id, scopeId, day, app.clock.now()],
      );
    await order('330822', '2027-03-05');
    await reviewer.visitor.get('/division');
    expect(reviewer.visitor.text).not.toContain('2027年3月5日');
    await order('330802', '2027-03-08');
    await reviewer.visitor.get('/division');
    expect(reviewer.visitor.text).toContain('初审推荐截止日期为2027年3月8日（星期一）');
  });

  test('begins all that wait with one press', async () => {
    await reviewer.visitor.get('/division?step=begin&category=');
    await reviewer.visitor.submit('/division/reviews');
    expect(reviewer.visitor.text).toContain('已开始初审3份申报。');
    expect(await states()).toEqual(['InDivisionReview', 'InDivisionReview', 'InDivisionReview']);
    await reviewer.visitor.get('/division?step=begin&category=');
    expect(reviewer.visitor.html).not.toContain('/division/reviews');
  });

  test('leads from one file to the next, within the step it was opened under', async () => {
    await reviewer.visitor.get('/division?step=begin&category=G');
    const links = reviewer.visitor.page
      .querySelectorAll('tbody a')
      .map((link) => link.getAttribute('href')!);
    expect(links).toHaveLength(3);
    await reviewer.visitor.get(links[0]!);
    const next = () => reviewer.visitor.page.querySelector('a[rel=next]')?.getAttribute('href');
    expect(reviewer.visitor.page.querySelector('a[rel=prev]')).toBeNull();
    expect(next()).toBe(links[1]);
    await reviewer.visitor.get(links[2]!);
    expect(next()).toBeUndefined();
    await startAll([ids[0]!]);
    const left = links.find((link) => link.includes(ids[0]!))!;
    await reviewer.visitor.get(left);
    expect(next()).toBe(links.find((link) => !link.includes(ids[0]!)));
  });

  test('the file shows whom to call, its shops with their addresses, and what was left blank', async () => {
    await reviewer.visitor.get(`/division/applications/${ids[0]}`);
    const { page, text } = reviewer.visitor;
    expect(page.querySelector('main a[href^="tel:"]')).not.toBeNull();
    expect(page.querySelector('a[href="https://example.test"]')).not.toBeNull();
    const blank = page
      .querySelectorAll('article.panel')
      .filter((one) => one.text.includes('未填，也没有佐证'))
      .map((one) => one.querySelector('h3')!.text.split(' ')[0]);
    expect(blank).toContain('G16');
    expect(blank).not.toContain('G15');
    expect(blank).not.toContain('G1');
    expect(text).toContain('联系人：');
    // A unit stands once, behind the value.
    expect(text).toMatch(/净额\s*[\d,.]+万元/);
    expect(text).not.toMatch(/（(?:万元|%)）\s*[\d,.]+(?:万元|%)/);
    const reads = await app.database.rows<{ action: string }>(
      "SELECT action FROM access_log WHERE action = 'merchant.contact'",
    );
    expect(reads).toHaveLength(1);
  });

  test('the opinion is written beside the evidence', async () => {
    await startAll(ids);
    await reviewer.visitor.get(`/division/applications/${ids[0]}/opinion`);
    expect(reviewer.visitor.page.querySelector('a[href^="/documents/"]')).not.toBeNull();
    expect(reviewer.visitor.page.querySelector('textarea[name=opinion]')).not.toBeNull();
  });

  test('prints the files of a tab, and none of another division', async () => {
    await makeSubmitted(app, programme, { divisionCode: '330822', name: '常山网商' });
    await reviewer.visitor.get('/division/files?step=begin&category=');
    const titles = reviewer.visitor.page.querySelectorAll('.sheet-title').map(({ text }) => text);
    expect(titles.toSorted()).toEqual(['丙网商', '乙网商', '甲网商'].toSorted());
  });

  test('counts what was received and recommended, by category and by day', async () => {
    await makeOpinion(app, {
      applicationId: ids[0]!,
      categoryId: programme.categoryIds.G!,
      approverId: clerk.accountId,
    });
    await reviewer.visitor.get('/division');
    const cells = (caption: string) =>
      reviewer.visitor.page
        .querySelectorAll('table')
        .find((table) => table.querySelector('caption')!.text.includes(caption))!
        .querySelectorAll('tbody tr')
        .map((row) => row.querySelectorAll('td, th').map(({ text }) => text.trim()));
    expect(cells('推荐名额、收到和已推荐')[0]!.slice(1)).toEqual(['2', '3', '1']);
    expect(cells('按日累计')[0]!.slice(1)).toEqual(['3', '1']);
  });
});

describe('the call list', () => {
  test.each(['csv', 'xlsx'])('comes as %s', async (kind) => {
    await reviewer.visitor.get(`/division/returns/file?kind=${kind}`);
    expect(reviewer.visitor.status).toBe(200);
  });

  test('comes as nothing else', async () => {
    await reviewer.visitor.get('/division/returns/file?kind=exe');
    expect(reviewer.visitor.status).toBe(404);
  });
});
