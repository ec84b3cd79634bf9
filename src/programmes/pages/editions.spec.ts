import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import { newId } from '../../database/new-id.js';
import { Programme } from '../programme.entity.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

async function edition(name: string, year: number, state: ProgrammeState) {
  const { id } = await makeProgramme(app, state);
  await app.database.repo(Programme).update(id, { name, year });
}

test('without any the page says what will appear', async () => {
  const visitor = app.visitor();
  await visitor.get('/programmes?lang=en');
  expect(visitor.text).toContain('When the next call is posted');
});

test('the public finds every edition but those that are still being prepared', async () => {
  await edition('衢州二〇二四', 2024, 'Archived');
  await edition('衢州二〇二五', 2025, 'Screening');
  await edition('衢州二〇二六', 2026, 'Open');
  await edition('衢州二〇二七', 2027, 'Preparing');
  const visitor = app.visitor();
  await visitor.get('/programmes');
  const groups = visitor.page.querySelectorAll('main section').map((section) => ({
    heading: section.querySelector('h2')?.text,
    names: section.querySelectorAll('li span > a').map((link) => link.text),
    results: section
      .querySelectorAll('li > a')
      .map((link) => [link.text, link.getAttribute('href')]),
  }));
  expect(groups).toEqual([
    { heading: '正在进行', names: ['衢州二〇二六', '衢州二〇二五'], results: [] },
    {
      heading: '已经结束',
      names: ['衢州二〇二四'],
      results: [['2024年称号名单', '/awards?year=2024']],
    },
  ]);
  expect(visitor.text).not.toContain('二〇二七');
});

test('an order for all moves the last day wherever the public reads it, one for a county does not', async () => {
  const { id, slug } = await makeProgramme(app, 'Open');
  const order = (scope: string, day: string) =>
    app.database.execute(
      `INSERT INTO extension_order (id, programme_id, phase, scope, scope_id, new_last_day, reason,
         ordered_by, ordered_at, new_drafts)
       VALUES (?, ?, 'Open', ?, ?, ?, '台风', 'x', ?, 1)`,
      [newId(), id, scope, scope === 'all' ? null : '330802', day, app.clock.now()],
    );
  const reader = app.visitor();
  const told = async (day: RegExp) => {
    const places: string[] = [];
    // Another address than before: the page is kept until something public is recorded.
    for (const path of ['/', '/guide', '/programmes?all', `/programmes/${slug}`]) {
      await reader.get(path);
      if (day.test(reader.text)) places.push(path);
    }
    return places;
  };
  await order('division', '2027-03-15');
  await order('all', '2027-03-08');
  expect(await told(/2027年3月15日/)).toEqual([]);
  expect(await told(/2027年3月8日/)).toEqual([
    '/',
    '/guide',
    '/programmes?all',
    `/programmes/${slug}`,
  ]);
});
