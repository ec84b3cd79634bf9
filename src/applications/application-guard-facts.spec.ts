import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { fromSavedState } from '../../test/support/case-tables.js';
import { makeCheck } from '../../test/support/office-review.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../test/support/programme.js';
import { makeSubmitted } from '../../test/support/submitted-application.js';
import { TestApp } from '../../test/support/test-app.js';
import { Programme } from '../programmes/programme.entity.js';
import { ProgrammeGuards } from '../programmes/programme-guards.js';
import type { CheckPoint } from '../rules/scoring/veto-rule.js';

const today = '2026-11-02';
/** One application is enough for category G; the others need some and have none. */
const oneIsEnough = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories.map((category) =>
    category.code === 'G'
      ? { ...category, minimumField: { ...category.minimumField, numerator: 1, denominator: 99 } }
      : category,
  ),
};

let app: TestApp;
let programme: TestProgramme;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo(`${today}T02:00:00.000Z`);
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'Screening', oneIsEnough);
});
afterAll(() => app.stop());

const facts = async () => (await app.app.get(ProgrammeGuards).facts(programme.id)).applications;
const application = async (state: string) => (await makeSubmitted(app, programme, { state })).id;
const asked = (checkPoint: CheckPoint) =>
  PRESET_NOW.vetoRules.filter(({ checkPoints }) => checkPoints.includes(checkPoint));
const check = async (applicationId: string, checkPoint: CheckPoint, without = 0) => {
  for (const { code: rule } of asked(checkPoint).slice(without)) {
    await makeCheck(app, { applicationId, asOf: today, checkPoint, rule });
  }
};

describe('what the steps of a programme ask of its applications', () => {
  fromSavedState(() => app);

  test('counts who was let in without a check of every rule of the screening', async () => {
    await check(await application('ScreenedIn'), 'K1');
    await check(await application('ScreenedIn'), 'K1', 1);
    await application('ScreenedIn');
    await application('Recommended');
    expect((await facts()).vetoChecksMissing).toBe(2);
  });

  test.each([
    ['K2', 'Proposed', 'Proposed'],
    ['K3', 'Conferred', 'Selected'],
  ] as const)('counts by the queries of %s while a programme is %s', async (at, state, listed) => {
    await app.database.repo(Programme).update({ id: programme.id }, { state });
    await check(await application(listed), at);
    await check(await application(listed), at, 1);
    await application(listed);
    await application('Verified');
    expect((await facts()).creditQueriesMissing).toBe(2);
  });

  test('counts no query of another list', async () => {
    await check(await application('Proposed'), 'K3');
    expect((await facts()).creditQueriesMissing).toBe(1);
  });

  test('counts the categories with fewer applications than their quota needs', async () => {
    const all = PRESET_NOW.categories.length;
    await application('Draft');
    await app.database.execute('UPDATE application SET submitted_at = NULL');
    expect((await facts()).fieldsTooSmall).toBe(all);
    await application('Submitted');
    expect((await facts()).fieldsTooSmall).toBe(all - 1);
  });
});
