import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { type Person, office } from '../../../test/support/people.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ProgrammeQueries } from '../programme.queries.js';

let app: TestApp;
let registrar: Person;
let id: string;
beforeAll(async () => {
  app = await TestApp.start();
  registrar = await office(app, 'CityRegistrar');
  id = (await makeProgramme(app, 'Preparing', PRESET_NOW)).id;
  await app.database.execute('UPDATE rule_version SET frozen_at = NULL WHERE programme_id = ?', [
    id,
  ]);
});
afterAll(() => app.stop());

const rules = async () => (await app.app.get(ProgrammeQueries).rules(id)).rules;

const codes = PRESET_NOW.categories.map(({ code }) => code);
const indicators = PRESET_NOW.categories.flatMap(({ rubric }) =>
  rubric.flatMap((dimension) => dimension.indicators.map(({ code }) => code)),
);

test.each([
  ...codes.map((code) => `rubric/${code}`),
  ...indicators.map((code) => `indicators/${code}`),
])('%s, opened and saved again, changes no word and no number', async (page) => {
  const { visitor } = registrar;
  await visitor.get(`/office/programmes/${id}/rules/${page}`);
  await visitor.submit(`/rules/${page}`, { action: 'save' });
  expect([visitor.status, visitor.errors]).toEqual([200, []]);
  expect(await rules()).toEqual(PRESET_NOW);
});

test.each([...codes, 'general'])('nor does tab %s of the rules', async (tab) => {
  const { visitor } = registrar;
  await visitor.get(`/office/programmes/${id}/rules?tab=${tab}`);
  await visitor.submit('/rules', { action: 'save' });
  expect([visitor.status, visitor.errors]).toEqual([200, []]);
  expect(await rules()).toEqual(PRESET_NOW);
});

test('Chinese punctuation stays as it is typed', async () => {
  const { visitor } = registrar;
  await visitor.get(`/office/programmes/${id}/rules/rubric/G`);
  await visitor.submit('/rules/rubric/G', { 'line.G15.zh': '甲（乙）：丙，丁', action: 'save' });
  const names = (await rules()).categories[0]!.rubric.flatMap((dimension) =>
    dimension.indicators.map(({ name }) => name.zh),
  );
  expect(names).toContain('甲（乙）：丙，丁');
});
