import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
import { type FoundForm, formsOn, mutations } from '../support/hostile-forms.js';
import { saveState } from '../support/saved-state.js';
import { type Scene, SECRET, scenes } from '../support/scenes.js';
import type { TestApp } from '../support/test-app.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(600_000);

let running: TestApp | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

/** Sends to every form of a scene what a hostile visitor would; names what went wrong. */
async function play({ app, pages, people }: Scene) {
  running = app;
  const faults: string[] = [];
  const statuses = new Set<number>();
  const { restore } = await saveState(app);
  const look = (who: string, what: string, visitor: Visitor) => {
    statuses.add(visitor.status);
    if (visitor.status >= 500) faults.push(`${visitor.status} ${who} ${what}`);
    if (visitor.html.includes(SECRET)) faults.push(`told ${who} ${what}`);
  };
  const found: { who: string; path: string; form: FoundForm }[] = [];
  for (const [who, path] of pages) {
    const visitor = people[who]!;
    await visitor.get(path);
    look(who, path, visitor);
    const forms = formsOn(visitor, beijingDate(app.clock.now()));
    if (forms.length === 0) faults.push(`no form for ${who} on ${path}`);
    found.push(...forms.map((form) => ({ who, path, form })));
  }
  for (const { who, path, form } of found) {
    const { action, well } = form;
    const visitor = people[who]!;
    const tokens: Record<string, string> = {};
    for (const [other, one] of Object.entries(people)) {
      await one.get('/account/password');
      tokens[other] = one.token;
    }
    const as = (other: string, fields: FoundForm['well']) => ({ ...fields, _csrf: tokens[other]! });
    for (const [what, fields] of mutations(well)) {
      await visitor.post(action, as(who, fields));
      look(who, `${action} ${what}`, visitor);
      if (visitor.path !== action) await restore();
    }
    // Somebody else, and an object of which nobody has heard.
    for (const other of Object.keys(people)) {
      if (other === who) continue;
      await people[other]!.post(action, as(other, well));
      look(other, action, people[other]!);
      await restore();
    }
    const elsewhere = action.replace(/[0-9a-z]{16}/g, '0123456789abcdef');
    await visitor.post(`${elsewhere}?a=1&a=2`, as(who, well));
    look(who, elsewhere, visitor);
    await restore();
    // One click, three times at once: one at most is taken.
    const twins = await Promise.all([1, 2, 3].map(() => clone(app, visitor)));
    await Promise.all(twins.map((twin) => twin.post(action, as(who, well))));
    for (const twin of twins) look(who, `${action} three times at once`, twin);
    await visitor.get(path);
    look(who, `${path} afterwards`, visitor);
    await restore();
  }
  return { faults, statuses };
}

async function clone(app: TestApp, { cookies }: Visitor): Promise<Visitor> {
  const twin = app.visitor();
  await twin.get('/sign-in');
  twin.keepCookies(cookies.split('; ').map((one) => `${one}; path=/`));
  return twin;
}

describe('a hostile visitor', () => {
  test.each(scenes)('finds no fault in %s', async (_title, make) => {
    const { faults, statuses } = await play(await make());
    expect(faults).toEqual([]);
    // Refused forms and acts of others are among them: the requests reached what they were made for.
    expect([200, 404, 422].filter((status) => !statuses.has(status))).toEqual([]);
  });
});
