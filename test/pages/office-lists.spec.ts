import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import { demoVisitor, startDemo } from '../support/demo-people.js';
import { makeManyApplications } from '../support/many-applications.js';
import type { TestApp } from '../support/test-app.js';
import type { Visitor } from '../support/visitor.js';

/*
 * Whatever list the office has: every heading sorts both ways, every filter and state keeps what it
 * says, every file holds the rows that were counted, every row knows its neighbours, and a page of
 * many rows takes no more queries than one of none.
 */
const lists: readonly (readonly [list: string, role: Role])[] = [
  ['/office/applications', 'CityRegistrar'],
  ['/office/screening', 'Screener'],
  ['/office/verification', 'Verifier'],
  ['/office/registry', 'CityRegistrar'],
  ['/office/experts', 'CityRegistrar'],
  ['/office/objections', 'Approver'],
  ['/office/titles', 'CityRegistrar'],
  ['/office/rounds/ROUND/sheets', 'CityRegistrar'],
];

let app: TestApp;
let round: string;
beforeAll(async () => {
  app = await startDemo();
  const row = await app.database.row<{ roundId: string }>(
    'SELECT round_id FROM score_sheet GROUP BY round_id ORDER BY COUNT(*) DESC, round_id LIMIT 1',
  );
  round = row!.roundId;
  const programme = await app.database.row<{ id: string }>(
    'SELECT id FROM programme ORDER BY year DESC LIMIT 1',
  );
  await makeManyApplications(app, programme!.id, 60);
}, 120_000);
afterAll(() => app.stop());

const told = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');

describe.each(lists)('the list %s', (given, role) => {
  let visitor: Visitor;
  let list: string;
  beforeAll(async () => {
    visitor = await demoVisitor(app, role);
    list = given.replace('ROUND', round);
  });

  const all = (selector: string) => visitor.page.querySelectorAll(selector);
  const addresses = (selector: string) =>
    all(selector).map((link) => told(link.getAttribute('href')!));
  const found = () => Number(/[\d,]+/.exec(all('caption')[0]?.text ?? '0')![0].replaceAll(',', ''));
  async function open(path: string) {
    await visitor.get(path);
    expect([path, visitor.status]).toEqual([path, 200]);
  }
  const lines = (csv: string) => csv.trim().split('\r\n').length - 1;

  test('sorts by every heading, up and down, and loses no row by it', async () => {
    await open(list);
    const total = found();
    expect(total).toBeGreaterThan(0);
    const headings = addresses('thead a');
    expect(headings.length).toBeGreaterThan(3);
    for (const heading of headings) {
      await open(heading);
      expect(found()).toBe(total);
      const column = new URLSearchParams(heading.split('?')[1]).get('sort')!;
      await open(`${list}?as=csv&sort=${column}`);
      expect(lines(visitor.html)).toBe(total);
      await open(`${list}?as=csv&sort=-${column}`);
      expect(lines(visitor.html)).toBe(total);
    }
  });

  test('keeps by every filter what its file holds, and counts every state rightly', async () => {
    await open(list);
    const fields = all('.list-search select[name]').map((field) => ({
      name: field.getAttribute('name')!,
      values: field.querySelectorAll('option').map((option) => option.getAttribute('value')!),
    }));
    const asked = fields.flatMap(({ name, values }) =>
      values.filter(Boolean).map((value) => `${name}=${encodeURIComponent(value)}`),
    );
    for (const ask of asked) {
      await open(`${list}?${ask}`);
      const total = all('tbody tr').length ? found() : 0;
      await open(`${list}?as=csv&${ask}`);
      expect([ask, lines(visitor.html)]).toEqual([ask, total]);
    }
    await open(list);
    const states = all('.list-states li a').map((link) => ({
      path: told(link.getAttribute('href')!),
      count: Number(link.querySelector('.count')!.text.replaceAll(',', '')),
    }));
    for (const { path, count } of states) {
      await open(path);
      expect(found()).toBe(count);
    }
    await open(`${list}?as=xlsx`);
    expect(visitor.headers['content-type']).toContain('spreadsheetml');
  });

  test('leads through its rows, where a row opens', async () => {
    await open(list);
    const [first] = addresses('tbody th a');
    if (!first) return;
    await open(first);
    expect(all('.walk-place')[0]!.text).toMatch(/^第1件，共\d/);
    expect(all('.walk a[rel=prev]')).toHaveLength(0);
    const [next] = addresses('.walk a[rel=next]');
    if (!next) return;
    await open(next);
    expect(all('.walk-place')[0]!.text).toMatch(/^第2件/);
    await open(addresses('.walk a[rel=prev]')[0]!);
    expect(all('.walk-place')[0]!.text).toMatch(/^第1件/);
  });

  test('takes as many queries for a page as for nothing found', async () => {
    const reads = async (path: string) => {
      const before = app.database.readCount;
      await open(path);
      return app.database.readCount - before;
    };
    expect(await reads(list)).toBe(await reads(`${list}?q=九九九九`));
    expect(await reads(`${list}?q=quzhou`)).toBe(await reads(`${list}?q=zzzzzz`));
  });

  test('is a page in English too', async () => {
    await open(`${list}?lang=en`);
    expect(all('caption')[0]!.text).toMatch(/entr(y|ies)/);
  });
});
