import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { fromSavedState } from '../../test/support/case-tables.js';
import { prepared } from '../../test/support/prepared-programme.js';
import { loadWorkingDays, makeProgramme } from '../../test/support/programme.js';
import { TestApp } from '../../test/support/test-app.js';
import { roundIn } from '../rules/lifecycle/round-groups.js';
import type { CategoryRules } from '../rules/scoring/rule-set.js';
import { Category } from './category.entity.js';
import { PlanCalendar } from './plan-calendar.js';
import { Programme } from './programme.entity.js';
import { ProgrammeGuards } from './programme-guards.js';
import { Round } from './round.entity.js';
import { RuleVersion } from './rule-version.entity.js';
import { SaveRules } from './save-rules.js';

let app: TestApp;
let programmeId: string;
const registrar = acting('CityRegistrar');
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-02-02T02:00:00.000Z');
  await loadWorkingDays(app);
  programmeId = await prepared(app, registrar);
});
afterAll(() => app.stop());

const current = async (id: string) => {
  const { ruleVersionId } = await app.database.repo(Programme).findOneByOrFail({ id });
  return app.database.repo(RuleVersion).findOneByOrFail({ id: ruleVersionId! });
};
const change = async (code: string, over: Partial<CategoryRules>, id = programmeId) => {
  const { rules, hash } = await current(id);
  const categories = rules.categories.map((one) => (one.code === code ? { ...one, ...over } : one));
  const changed = { ...rules, categories };
  const given = { programmeId: id, hash, rules: changed, reason: '按纪要调整' };
  await app.app.get(SaveRules).run(registrar, given);
};
const nameOf = async (code: string) => {
  const { nameZh, nameEn } = await app.database
    .repo(Category)
    .findOneByOrFail({ programmeId, code });
  return { nameZh, nameEn };
};
const rounds = async (id = programmeId) => {
  const rows = await app.database.rows<{ code: string; kind: string }>(
    `SELECT c.code, r.kind FROM round r JOIN category c ON c.id = r.category_id
     WHERE r.programme_id = ? ORDER BY c.code, r.kind`,
    [id],
  );
  return rows.map(({ code, kind }) => `${code} ${kind}`);
};
const daysOf = async (kind: Round['kind']) => {
  const found = await app.database.repo(Round).findBy({ programmeId, kind });
  return found.map(({ opensOn, closesOn }) => `${opensOn} ${closesOn}`);
};
const allRounds = ['G defence', 'G material', 'N defence', 'N material', 'Y defence', 'Y material'];
const noDefence = { composite: { material: 100, defence: 0 } };
const withDefence = { composite: { material: 70, defence: 30 } };

describe('what follows the rules', () => {
  fromSavedState(() => app);

  test.each([
    ['Chinese', { zh: '带动类', en: 'Growth' }],
    ['English', { zh: '示范类', en: 'Leading' }],
    ['both languages', { zh: '带动类', en: 'Leading' }],
  ])('the name of a category in %s', async (_which, name) => {
    await change('G', { name: { zh: '示范类', en: 'Growth' } });
    await change('G', { name });
    expect(await nameOf('G')).toEqual({ nameZh: name.zh, nameEn: name.en });
  });

  test('a round of the defence while the programme is prepared, and only of its category', async () => {
    expect(await rounds()).toEqual(allRounds);
    await change('G', noDefence);
    expect(await rounds()).toEqual(allRounds.filter((one) => one !== 'G defence'));
    await change('G', withDefence);
    expect(await rounds()).toEqual(allRounds);
  });

  test('no round that has begun, nor one of a programme that is announced', async () => {
    await app.database.execute(`UPDATE round SET state = 'Open' WHERE kind = 'defence'`);
    expect(roundIn.planned.has('Open')).toBe(false);
    await change('G', noDefence);
    expect(await rounds()).toEqual(allRounds);
    const { id } = await makeProgramme(app, 'Announced');
    await change('G', noDefence, id);
    expect(await rounds(id)).toEqual(allRounds);
  });
});

describe('what follows the calendar', () => {
  fromSavedState(() => app);
  const plan = (openingDay: string) =>
    app.app.get(PlanCalendar).run(registrar, { programmeId, version: 1, openingDay });

  test('the days of each round, but of none that has begun', async () => {
    await app.database.execute(`UPDATE round SET state = 'Open' WHERE kind = 'defence'`);
    const before = await daysOf('defence');
    await plan('2026-04-01');
    const { calendar } = await app.database.repo(Programme).findOneByOrFail({ id: programmeId });
    const { from, to } = calendar.find(({ phase }) => phase === 'MaterialReview')!;
    expect(await daysOf('material')).toEqual([1, 2, 3].map(() => `${from} ${to}`));
    expect(await daysOf('defence')).toEqual(before);
  });

  test('the deadline that the rules measure against, until they are frozen', async () => {
    const deadline = async () => (await current(programmeId)).rules.reference.applicationDeadline;
    const before = await deadline();
    await plan('2026-04-01');
    const { calendar } = await app.database.repo(Programme).findOneByOrFail({ id: programmeId });
    const { to } = calendar.find(({ phase }) => phase === 'Open')!;
    expect(to).not.toBe(before);
    expect(await deadline()).toBe(to);
  });
});

test('programmes of one year are told apart by their addresses', async () => {
  const slugs = [];
  for (const round of [1, 2, 3]) {
    const given = { name: `第${round}次`, year: 2027, openingDay: '2026-03-02' };
    const id = await prepared(app, registrar, given);
    slugs.push((await app.database.repo(Programme).findOneByOrFail({ id })).slug);
  }
  expect(slugs).toEqual(['2027', '2027-2', '2027-3']);
});

test('a programme of which only the name is known meets no guard of its plan', async () => {
  const { id } = await makeProgramme(app, 'Preparing');
  await app.database.repo(Programme).update({ id }, { ruleVersionId: null, calendar: [] });
  const met = await app.app.get(ProgrammeGuards).of(id);
  expect([met.calendarLoaded, met.ruleVersionFrozen, met.rubricWeightsSumTo100]).toEqual([
    false,
    false,
    false,
  ]);
});
