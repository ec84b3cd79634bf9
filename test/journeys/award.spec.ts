import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadWorkingDays, makeProgramme } from '../support/programme.js';
import { TestApp } from '../support/test-app.js';
import { type Applied, apply } from './applications.js';
import { hire } from './cast.js';
import { closeRound, declare, scoreRound, seatPanel } from './judging.js';
import { register } from './merchants.js';
import { recommend, screen, verify } from './office.js';
import { announceProgramme, attest, prepareProgramme, stateOf, step } from './prepare.js';
import {
  approve,
  deliberate,
  lockStandings,
  objectTo,
  post,
  stateOfApplication,
} from './results.js';
import { expectPublishedList, renewCreditQueries, verifyPublished } from './publication.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-02-25T02:00:00.000Z');
  await loadWorkingDays(app);
  await makeProgramme(app, 'Archived');
});
afterAll(() => app.stop());

test('a whole award of two categories, from the copied programme to the verified certificates', async () => {
  const cast = await hire(app);
  const id = await prepareProgramme(app, cast);
  await announceProgramme(app, cast, id);

  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  const call = { kind: 'call', title: '关于组织申报2026年度示范网商的通知' };
  await post(cast, id, call, 0);
  if ((await stateOf(app, id)) === 'Announced') {
    await step(app, cast.publishers[0], id, 'openApplications');
  }
  expect(await stateOf(app, id)).toBe('Open');

  const [bamboo, youngBamboo] = await apply(await register(app, 0), '示范网商', '青年网商');
  const [tea] = await apply(await register(app, 1), '示范网商');
  const [young] = await apply(await register(app, 2), '青年网商');
  const exemplary = [bamboo!, tea!];
  const youth = [youngBamboo!, young!];
  const applied = [...exemplary, ...youth];
  await moveBehind('Open', id);
  await cast.registrar.visitor.get('/office');
  expect(await stateOf(app, id)).toBe('DivisionReview');

  for (const [at, one] of exemplary.entries()) await recommend(cast, one, at + 1);
  for (const [at, one] of youth.entries()) await recommend(cast, one, at + 1);
  expect(await step(app, cast.registrar, id, 'startScreening')).toBe('Screening');
  for (const one of applied) await screen(cast, one, app.clock.now().slice(0, 10));
  expect(await step(app, cast.registrar, id, 'startVerification')).toBe('Verification');
  await verify(cast, bamboo!, { key: 'netWan', value: '1990' });
  await verify(cast, youngBamboo!, { key: 'netWan', value: '1990' });
  await verify(cast, tea!, null);
  await verify(cast, young!, null);
  expect(await step(app, cast.registrar, id, 'startDrawing')).toBe('Drawing');

  const judges = await seatPanel(app, cast, id);
  await attest(cast.registrar, id, 'drawRecordSigned');
  await attest(cast.supervisor, id, 'supervisorWitnesses');
  await cast.registrar.visitor.get(`/office/panels/${id}`);
  await cast.registrar.visitor.submit('/declaration');
  expect(cast.registrar.visitor.errors).toEqual([]);
  await declare(cast, judges, bamboo!.name);
  const rounds = await roundsOf(id);
  await moveInto('MaterialReview', id);
  for (const { material } of rounds) await scoreRound(cast, judges, material);
  await attest(cast.registrar, id, 'calibrationDone');
  for (const { defence } of rounds) await scoreRound(cast, judges, defence);
  expect(await stateOf(app, id)).toBe('Defence');
  await attest(cast.tabulators[0], id, 'paperAndScreenReconciled');
  await closeRound(cast, rounds[0]!.defence);
  expect(await stateOf(app, id)).toBe('ScoresLocked');

  for (const { categoryId } of rounds) {
    expect(await stateOf(app, id)).toBe('ScoresLocked');
    await lockStandings(cast, categoryId);
  }
  expect(await stateOf(app, id)).toBe('Deliberation');
  await renewCreditQueries(app, cast, applied);
  await deliberate(cast, id);
  expect(await statesOf(applied)).toEqual(['Proposed', 'Proposed', 'Proposed', 'NotProposed']);
  const listed = applied.slice(0, 3);
  const publicity = {
    kind: 'publicity',
    title: '2026年度示范网商拟入选名单公示',
    workingDays: '5',
    discipline: '市商务局纪检组',
    disciplineTelephone: '0570-0000001',
  };
  const notice = await post(cast, id, publicity, 0);
  expect(await stateOf(app, id)).toBe('Publicity');
  await objectTo(app, cast, notice, tea!);
  app.clock.moveBy(app.clock.offsetMilliseconds + 14 * 86_400_000);
  await renewCreditQueries(app, cast, listed);
  await approve(cast, id);
  const publication = {
    kind: 'publication',
    title: '关于公布2026年度示范网商名单的通知',
    documentNumber: '衢商务〔2026〕15号',
  };
  const published = await post(cast, id, publication, 1);
  expect(await stateOf(app, id)).toBe('Conferred');
  await expectPublishedList(app, published, [
    ['1', '示范网商', bamboo!.name],
    ['2', '示范网商', tea!.name],
    ['1', '青年网商', bamboo!.name],
  ]);
  expect((await young!.visitor.get(`/my/applications/${young!.applicationId}`)).text).toContain(
    '未入选',
  );
  const { registrar } = cast;
  await registrar.visitor.get(`/office/lists/${id}`);
  await registrar.visitor.submit('/titles');
  expect(registrar.visitor.text).toContain('已授予3个称号');
  expect(await stateOf(app, id)).toBe('InForce');
  await verifyPublished(app, registrar.visitor, published);
}, 240_000);

async function roundsOf(programmeId: string) {
  return app.database.rows<{ categoryId: string; material: string; defence: string }>(
    `SELECT c.id AS category_id, m.id AS material, d.id AS defence FROM category c
     JOIN round m ON m.category_id = c.id AND m.kind = 'material'
     JOIN round d ON d.category_id = c.id AND d.kind = 'defence'
     WHERE c.programme_id = ? ORDER BY c.position`,
    [programmeId],
  );
}

const statesOf = (applied: readonly Applied[]) =>
  Promise.all(applied.map(({ applicationId }) => stateOfApplication(app, applicationId)));

async function phaseOf(phase: string, programmeId: string) {
  const row = await app.database.row<{ calendar: string }>(
    'SELECT calendar FROM programme WHERE id = ?',
    [programmeId],
  );
  const calendar = JSON.parse(row!.calendar) as { phase: string; from: string; to: string }[];
  return calendar.find((one) => one.phase === phase)!;
}

/** To ten in the morning of the day after a phase's last day. */
async function moveBehind(phase: string, programmeId: string): Promise<void> {
  const { to } = await phaseOf(phase, programmeId);
  app.clock.moveTo(new Date(Date.parse(`${to}T02:00:00.000Z`) + 86_400_000).toISOString());
}

async function moveInto(phase: string, programmeId: string): Promise<void> {
  const { from } = await phaseOf(phase, programmeId);
  const instant = `${from}T02:00:00.000Z`;
  if (instant > app.clock.now()) app.clock.moveTo(instant);
}
