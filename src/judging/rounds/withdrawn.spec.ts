import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Application } from '../../applications/application.entity.js';
import { RoundWorks } from './round-work.js';
import { seatPanel, verifiedApplication } from '../../../test/support/judging.js';
import { type Person, office } from '../../../test/support/people.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { openMaterial, scoreAndSign } from '../../../test/support/scoring.js';
import { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let registrar: Person;

beforeAll(async () => {
  app = await TestApp.start();
  registrar = await office(app, 'CityRegistrar');
});
afterAll(() => app.stop());

test('an application withdrawn in review leaves no sheet that keeps the round waiting', async () => {
  const programme = await makeProgramme(app, 'Drawing');
  const round = programme.roundIds['G.material']!;
  await verifiedApplication(app, programme, 'G');
  await verifiedApplication(app, programme, 'G');
  const judges = await seatPanel(app, programme, 'G', 5);
  await openMaterial(app, registrar, programme.id, judges, round);
  for (const judge of judges.slice(1)) await scoreAndSign(app, judge, round);
  const unsigned = async () =>
    (await app.app.get(RoundWorks).of(programme.id)).find((one) => one.round.id === round)
      ?.unsigned;
  expect(await unsigned()).toBe(2);

  const applications = app.database.repo(Application);
  const [first] = await applications.findBy({ programmeId: programme.id });
  await applications.update({ id: first!.id }, { state: 'Withdrawn' });

  expect(await unsigned()).toBe(1);
  const { visitor } = judges[0]!;
  await visitor.get('/judging?show=all');
  expect(visitor.page.querySelectorAll('.task-list a[href^="/judging/sheets/"]')).toHaveLength(1);
  await registrar.visitor.get(`/office/rounds/${round}`);
  expect(registrar.visitor.status).toBe(200);
}, 60_000);
