import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ANCHORED, confirmedAnchor } from '../../../../test/support/anchors.js';
import { JudgedRound } from '../../../../test/support/judged-round.js';
import { office, person } from '../../../../test/support/people.js';
import { TestApp } from '../../../../test/support/test-app.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app, 2, ANCHORED);
}, 120_000);
afterAll(() => app.stop());

test('who judges reads no reference points, whatever else the account may do', async () => {
  const place = { programmeId: round.programme.id, categoryId: round.programme.categoryIds.G! };
  const path = `/office/anchor-dossiers/${await confirmedAnchor(app, place)}`;
  const registrar = (await office(app, 'CityRegistrar')).visitor;
  await registrar.get(path);
  expect(registrar.status).toBe(200);
  const both = await person(app, 'office', [{ role: 'CityRegistrar' }, { role: 'Judge' }]);
  for (const one of [path, `${path}/files/nothing`]) {
    await both.visitor.get(one);
    expect(both.visitor.status).toBe(404);
  }
});
