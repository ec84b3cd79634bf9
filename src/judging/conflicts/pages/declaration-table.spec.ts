import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { JudgedRound } from '../../../../test/support/judged-round.js';
import { saveState } from '../../../../test/support/saved-state.js';
import { TestApp } from '../../../../test/support/test-app.js';
import type { Visitor } from '../../../../test/support/visitor.js';

let app: TestApp;
let round: JudgedRound;
let saved: Awaited<ReturnType<typeof saveState>>;
let visitor: Visitor;
let place: string;

beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app, 3);
  ({ visitor } = round.judges[0]!);
  place = `/judging/seats/${round.judges[0]!.seatId}/declaration`;
  saved = await saveState(app);
}, 120_000);
afterAll(() => app.stop());
beforeEach(async () => {
  await saved.restore();
  await visitor.get(place);
});

const fields = () =>
  visitor.page
    .querySelectorAll('[name^=ground-][value=none]')
    .map((field) => field.getAttribute('name')!);
const chosen = () =>
  visitor.page
    .querySelectorAll('[name^=ground-][checked]')
    .map((field) => `${field.getAttribute('name')}=${field.getAttribute('value')}`);
const declared = () =>
  app.database.rows<{ ground: string | null; moreGrounds: string | null; state: string }>(
    'SELECT ground, more_grounds, state FROM conflict_declaration ORDER BY ground',
  );
const drafts = async () => (await app.database.rows('SELECT id FROM declaration_draft')).length;
const version = () =>
  visitor.page.querySelector('[data-declaration] [name=version]')!.getAttribute('value')!;

describe('a declaration', () => {
  test('is kept as it is answered, by a script and by a button, and signed by one', async () => {
    const [first, second, third] = fields() as [string, string, string];
    const typed = { _csrf: visitor.token, version: version(), [first]: 'none' };
    await visitor.post(place, typed, { accept: 'application/json' });
    expect([visitor.status, JSON.parse(visitor.html).version]).toEqual([200, 1]);
    await visitor.get(place);
    expect(chosen()).toEqual([`${first}=none`]);
    await visitor.submit(place, { [second]: '7', act: 'save' });
    expect(visitor.status).toBe(200);
    expect(chosen()).toEqual([`${first}=none`, `${second}=7`]);
    expect([await declared(), await drafts()]).toEqual([[], 1]);
    const explanation = second.replace('ground', 'explanation');
    await visitor.submit(place, { [third]: 'none', [explanation]: '同校校友', act: 'sign' });
    expect(visitor.path).toBe('/judging');
    expect(await declared()).toHaveLength(3);
    expect(await drafts()).toBe(0);
  });

  test('answers “none” for the rest after it has named whom that covers', async () => {
    const [first, ...others] = fields() as [string, string, string];
    const explanation = first.replace('ground', 'explanation');
    await visitor.submit(place, { [first]: '7', [explanation]: '同校校友', act: 'rest' });
    const covered = visitor.page.querySelectorAll('[name=covered]');
    expect(covered.map((field) => `ground-${field.getAttribute('value')}`)).toEqual(others);
    const named = visitor.page.querySelector('#rest')!.text;
    const rows = visitor.page.querySelectorAll('[data-applicant]');
    for (const row of rows) {
      const own = row.querySelector('th > span')!.text;
      expect(named.includes(own)).toBe(!row.innerHTML.includes(first));
    }
    // It counts once it is confirmed, and nothing is signed by it.
    await visitor.get(place);
    expect(chosen()).toEqual([`${first}=7`]);
    await visitor.get(`${place}?rest=1`);
    await visitor.submit(place, { act: 'none' });
    expect(chosen()).toEqual([`${first}=7`, ...others.map((name) => `${name}=none`)]);
    expect(await declared()).toEqual([]);
  });

  test('takes several grounds of one applicant; what bars stands first', async () => {
    const [first, ...others] = fields() as [string, string, string];
    const explanation = first.replace('ground', 'explanation');
    const none = Object.fromEntries(others.map((name) => [name, 'none']));
    const given = { ...none, [explanation]: '同校校友，曾任顾问' };
    await visitor.submit(place, { ...given, [first]: ['7', '1'] as never, act: 'sign' });
    expect(visitor.path).toBe('/judging');
    const several = (await declared()).filter(({ ground }) => ground !== null);
    expect(several).toEqual([{ ground: '1', moreGrounds: '["7"]', state: 'hardBar' }]);
  });

  test('does not take “none” beside a ground, and keeps both on the page', async () => {
    const [first] = fields() as [string];
    await visitor.submit(place, { [first]: ['none', '7'] as never, act: 'sign' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors.some((text) => text.includes('既选了“无”'))).toBe(true);
    expect(chosen()).toEqual([`${first}=none`, `${first}=7`]);
  });

  test('that was begun goes with the seat', async () => {
    const [first] = fields() as [string];
    await visitor.submit(place, { [first]: 'none', act: 'save' });
    expect(await drafts()).toBe(1);
    await round.replace(1, { promote: false });
    expect(await drafts()).toBe(0);
  });

  test('of two windows keeps what each has typed', async () => {
    const [first, second] = fields() as [string, string];
    const stale = { _csrf: visitor.token, version: version() };
    await visitor.post(place, { ...stale, [first]: 'none', act: 'save' });
    await visitor.post(place, { ...stale, [second]: 'none' }, { accept: 'application/json' });
    expect(visitor.status).toBe(409);
    await visitor.post(place, { ...stale, [second]: 'none', act: 'save' });
    expect(visitor.status).toBe(409);
    expect(chosen()).toEqual([`${second}=none`]);
    await visitor.submit(place, { act: 'save' });
    expect([visitor.status, chosen()]).toEqual([200, [`${second}=none`]]);
  });
});
