import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadWorkingDays, makeProgramme } from '../support/programme.js';
import { TestApp } from '../support/test-app.js';
import { apply } from './applications.js';
import { hire } from './cast.js';
import { closeRound, declare, scoreRound, seatPanel } from './judging.js';
import { register } from './merchants.js';
import { recommend, screen, verify } from './office.js';
import { announceProgramme, attest, prepareProgramme, stateOf, step } from './prepare.js';
import { approve, deliberate, lockStandings, objectTo, post } from './results.js';
import { renewCreditQueries, verifyPublished } from './publication.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-02-25T02:00:00.000Z');
  await loadWorkingDays(app);
  await makeProgramme(app, 'Archived');
});
afterAll(() => app.stop());

test('a whole award, from the copied programme to the verified certificate', async () => {
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

  const tea = await apply(await register(app, 0));
  const knit = await apply(await register(app, 1));
  const applied = [tea, knit];
  await moveBehind('Open', id);
  await cast.registrar.visitor.get('/office');
  expect(await stateOf(app, id)).toBe('DivisionReview');

  for (const [at, one] of applied.entries()) await recommend(cast, one, at + 1);
  expect(await step(app, cast.registrar, id, 'startScreening')).toBe('Screening');
  for (const one of applied) await screen(cast, one, app.clock.now().slice(0, 10));
  expect(await step(app, cast.registrar, id, 'startVerification')).toBe('Verification');
  await verify(cast, tea, { key: 'netWan', value: '1990' });
  await verify(cast, knit, null);
  expect(await step(app, cast.registrar, id, 'startDrawing')).toBe('Drawing');

  const judges = await seatPanel(app, cast, id);
  await attest(cast.registrar, id, 'drawRecordSigned');
  await attest(cast.supervisor, id, 'supervisorWitnesses');
  await cast.registrar.visitor.get(`/office/panels/${id}`);
  await cast.registrar.visitor.submit('/declaration');
  expect(cast.registrar.visitor.errors).toEqual([]);
  await declare(cast, judges, tea.name);
  const rounds = await roundsOf(id);
  await moveInto('MaterialReview', id);
  await scoreRound(cast, judges, rounds.material);
  await attest(cast.registrar, id, 'calibrationDone');
  await scoreRound(cast, judges, rounds.defence);
  expect(await stateOf(app, id)).toBe('Defence');
  await attest(cast.tabulators[0], id, 'paperAndScreenReconciled');
  await closeRound(cast, rounds.defence);
  expect(await stateOf(app, id)).toBe('ScoresLocked');

  await lockStandings(cast, rounds.categoryId);
  await renewCreditQueries(app, cast, applied);
  await deliberate(cast, id);
  const publicity = {
    kind: 'publicity',
    title: '2026年度示范网商拟入选名单公示',
    workingDays: '5',
    discipline: '市商务局纪检组',
    disciplineTelephone: '0570-0000001',
  };
  const notice = await post(cast, id, publicity, 0);
  expect(await stateOf(app, id)).toBe('Publicity');
  await objectTo(app, cast, notice, knit);
  app.clock.moveBy(app.clock.offsetMilliseconds + 14 * 86_400_000);
  await renewCreditQueries(app, cast, applied);
  await approve(cast, id);
  const publication = {
    kind: 'publication',
    title: '关于公布2026年度示范网商名单的通知',
    documentNumber: '衢商务〔2026〕15号',
  };
  const published = await post(cast, id, publication, 1);
  expect(await stateOf(app, id)).toBe('Conferred');
  const { registrar } = cast;
  await registrar.visitor.get(`/office/lists/${id}`);
  await registrar.visitor.submit('/titles');
  expect(registrar.visitor.text).toContain('已授予2个称号');
  expect(await stateOf(app, id)).toBe('InForce');
  await verifyPublished(app, registrar.visitor, published);
}, 240_000);

async function roundsOf(programmeId: string) {
  const rows = await app.database.rows<{ id: string; kind: string; categoryId: string }>(
    'SELECT id, kind, category_id FROM round WHERE programme_id = ?',
    [programmeId],
  );
  const of = (kind: string) => rows.find((row) => row.kind === kind)!.id;
  return { material: of('material'), defence: of('defence'), categoryId: rows[0]!.categoryId };
}

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
