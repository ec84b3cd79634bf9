import { expect } from '@jest/globals';
import { addDays } from '../../src/rules/calendar/beijing-time.js';
import { calibrate } from './anchors.js';
import { type Applied, apply } from './applications.js';
import { applyOtherwise, takeOver } from './exceptions.js';
import type { Cast } from './cast.js';
import { judgeWithDissent, judgeWithIncidents } from './incidents.js';
import {
  closeRound,
  declare,
  drawPanel,
  openRound,
  recordDefences,
  seatPanel,
  signSheets,
} from './judging.js';
import { register } from './merchants.js';
import { expectDerivedPoints } from './derived.js';
import { announceDefenceAgain, compareCheckpoints } from './watch.js';
import { cutOnSecondReading, recommend, screen, screenTogether, verify } from './office.js';
import { type Place, workingDayAfter } from './place.js';
import { announceProgramme, attest, prepareProgramme, stateOf, step } from './prepare.js';
import { importAssignment, renewEndingBasis, voteOnTie } from './exceptions.js';
import { expectPublishedList, renewCreditQueries, verifyPublished } from './publication.js';
import { changeCalendar, enterObjection } from './publicity.js';
import {
  approve,
  deliberate,
  lockStandings,
  objectTo,
  post,
  stateOfApplication,
} from './results.js';

/** What goes on after the award: the holders of its titles, the first of two, the others of one each. */
export interface PlayedAward {
  readonly programmeId: string;
  readonly holders: readonly [Applied, Applied, Applied];
}

/** Four applications that nothing befalls; or fourteen, and everything that the rule book knows of. */
export type Extent = 'plain' | 'whole';

/**
 * A whole award of two categories in one year, from the copied programme to the verified certificates.
 * The place must be in the February of that year, know its working days and hold an earlier programme.
 */
export async function playAward(
  place: Place,
  cast: Cast,
  year: number,
  extent: Extent = 'plain',
): Promise<PlayedAward> {
  const whole = extent === 'whole';
  const setting = {
    places: whole ? 3 : 2,
    basisEnds: whole ? `${year}-06-30` : `${year}-12-31`,
  };
  const id = await prepareProgramme(place, cast, year, setting);
  await announceProgramme(place, cast, id);

  await place.moveTo(`${year}-03-02`);
  const call = { kind: 'call', title: `关于组织申报${year}年度示范网商的通知` };
  await post(cast, id, call, 0);
  if ((await stateOf(place, id)) === 'Announced') {
    await step(place, cast.publishers[0], id, 'openApplications');
  }
  expect(await stateOf(place, id)).toBe('Open');

  const [bamboo, youngBamboo] = await apply(await register(place, 0, year), '示范网商', '青年网商');
  const [tea] = await apply(await register(place, 1, year), '示范网商');
  const [young] = await apply(await register(place, 2, year), '青年网商');
  const first = [bamboo!, tea!, youngBamboo!, young!];
  const deadline = (await phaseOf(place, 'Open', id)).to;
  const others = whole ? await applyOtherwise(place, cast, id, { year, deadline }) : [];
  const applied = [...first, ...others];
  expect(applied).toHaveLength(whole ? 14 : 4);
  await place.moveTo(await workingDayAfter(place, deadline, 3));
  await cast.registrar.visitor.get('/office');
  expect(await stateOf(place, id)).toBe('DivisionReview');

  for (const one of [...first, ...others.slice(0, -1)]) await recommend(cast, one);
  if (whole) {
    await place.moveTo(addDays((await phaseOf(place, 'DivisionReview', id)).to, 1));
    await takeOver(place, cast, others.slice(-1));
  }
  if (whole) await renewEndingBasis(cast, id, year);
  expect(await step(place, cast.registrar, id, 'startScreening')).toBe('Screening');
  if (whole) await screenTogether(cast, id, applied);
  else for (const one of applied) await screen(cast, one, place.today());
  expect(await step(place, cast.registrar, id, 'startVerification')).toBe('Verification');
  await verify(cast, bamboo!, { key: 'netWan', value: '1990' });
  await verify(cast, youngBamboo!, { key: 'netWan', value: '1990' });
  const [cut, ...untouched] = others;
  if (cut) await cutOnSecondReading(place, cast, cut);
  for (const one of [tea!, young!, ...untouched]) await verify(cast, one, null);
  expect(await step(place, cast.registrar, id, 'startDrawing')).toBe('Drawing');

  const rounds = await roundsOf(place, id);
  const categories = whole ? ['青年网商'] : ['示范网商', '青年网商'];
  const judges = await seatPanel(place, cast, id, { experts: whole ? 8 : 6, categories });
  const { from } = await phaseOf(place, 'MaterialReview', id);
  if (whole) {
    // Names that are known earlier have more time to get about.
    await place.moveTo(await workingDayAfter(place, from, -5));
    await drawPanel(cast, rounds[0]!.categoryId);
  }
  await attest(cast.registrar, id, 'drawRecordSigned');
  await attest(cast.supervisor, id, 'supervisorWitnesses');
  await cast.registrar.visitor.get(`/office/panels/${id}`);
  await cast.registrar.visitor.submit('/declaration');
  expect(cast.registrar.visitor.errors).toEqual([]);
  await declare(cast, judges, bamboo!.name);
  if (from > place.today()) await place.moveTo(from);
  const [exemplary, youth] = rounds;
  if (whole) await importAssignment(place, cast, youth!.material, youth!.categoryId);
  await calibrate(cast, judges, id);
  for (const { material } of rounds) await openRound(cast, material);
  if (whole) {
    const drawn = { id: exemplary!.material, categoryId: exemplary!.categoryId, programmeId: id };
    await judgeWithIncidents(place, cast, judges, drawn, [others[0]!, bamboo!]);
    const disputed = [others[1]!, others[3]!];
    const round = { id: youth!.material, categoryId: youth!.categoryId };
    await judgeWithDissent(place, cast, judges, round, disputed);
  } else {
    for (const { material } of rounds) await signSheets(judges, material);
  }
  await announceDefence(place, cast, id, whole);
  for (const { defence } of rounds) {
    await openRound(cast, defence);
    await signSheets(judges, defence);
  }
  expect(await stateOf(place, id)).toBe('Defence');
  await recordDefences(cast, rounds[1]!.defence);
  const overtime = await place.rows(
    "SELECT verified FROM figure WHERE application_id = ? AND key = 'overtimeSeconds'",
    [young!.applicationId],
  );
  expect(overtime).toEqual([{ verified: '31' }]);
  await closeRound(cast, rounds[0]!.defence);
  expect(await stateOf(place, id)).toBe('ScoresLocked');

  for (const { categoryId } of rounds) {
    expect(await stateOf(place, id)).toBe('ScoresLocked');
    await lockStandings(cast, categoryId);
  }
  expect(await stateOf(place, id)).toBe('Deliberation');
  const derived = [...(await expectDerivedPoints(place, id)).values()];
  if (whole) {
    expect(new Set(derived.flatMap(({ G19 }) => G19 ?? []))).toEqual(new Set([100, 200]));
    expect(new Set(derived.flatMap(({ Y18 }) => Y18 ?? []))).toEqual(new Set([0, 100, 200]));
  }
  const drawnLots = whole
    ? await voteOnTie(
        place,
        cast,
        exemplary!.categoryId,
        [2, 4, 6, 8].map((at) => others[at]!),
        others[8]!,
      )
    : null;
  await renewCreditQueries(place, cast, applied);
  await deliberate(cast, id);
  expect(await statesOf(place, applied)).toEqual([
    'Proposed',
    'Proposed',
    'Proposed',
    'NotProposed',
    ...others.map((one) => (one === drawnLots ? 'Proposed' : 'NotProposed')),
  ]);
  const listed = [...applied.slice(0, 3), ...(drawnLots ? [drawnLots] : [])];
  const publicity = {
    kind: 'publicity',
    title: `${year}年度示范网商拟入选名单公示`,
    workingDays: '5',
    discipline: '市商务局纪检组',
    disciplineTelephone: '0570-0000001',
  };
  const notice = await post(cast, id, publicity, 0);
  expect(await stateOf(place, id)).toBe('Publicity');
  await objectTo(place, cast, notice, tea!);
  if (whole) {
    await enterObjection(place, cast, 'telephone', bamboo!);
    await enterObjection(place, cast, 'post', youngBamboo!);
    await changeCalendar(place, cast, notice, year);
  }
  await place.moveTo(addDays(place.today(), 14));
  await renewCreditQueries(place, cast, listed);
  await approve(cast, id);
  // The first legal basis has ended: the renewed one carries the publication.
  if (whole) expect(place.today() > setting.basisEnds).toBe(true);
  const publication = {
    kind: 'publication',
    title: `关于公布${year}年度示范网商名单的通知`,
    documentNumber: `衢商务〔${year}〕15号`,
  };
  const published = await post(cast, id, publication, 1);
  expect(await stateOf(place, id)).toBe('Conferred');
  await expectPublishedList(place, published, [
    ['1', '示范网商', bamboo!.name],
    ['2', '示范网商', tea!.name],
    ...(drawnLots ? ([['3', '示范网商', drawnLots.name]] as const) : []),
    ['1', '青年网商', bamboo!.name],
  ]);
  expect((await young!.visitor.get(`/my/applications/${young!.applicationId}`)).text).toContain(
    '未入选',
  );
  const { registrar } = cast;
  await registrar.visitor.get(`/office/lists/${id}`);
  await registrar.visitor.submit('/titles');
  expect(registrar.visitor.text).toContain(`已授予${listed.length}个称号`);
  expect(await stateOf(place, id)).toBe('InForce');
  await verifyPublished(place, registrar.visitor, published);
  await compareCheckpoints(cast);
  return { programmeId: id, holders: [bamboo!, tea!, drawnLots ?? tea!] };
}

/** The notice names the first day that leaves three working days; the place goes there. */
async function announceDefence(
  place: Place,
  cast: Cast,
  programmeId: string,
  again: boolean,
): Promise<void> {
  await post(cast, programmeId, { kind: 'defence', title: '现场答辩通知' }, 0);
  if (again) await announceDefenceAgain(place, cast, programmeId);
  const [notice] = await place.rows<{ firstDay: string }>(
    `SELECT first_day FROM notice WHERE programme_id = ? AND kind = 'defence'
     ORDER BY posted_at DESC`,
    [programmeId],
  );
  await place.moveTo(notice!.firstDay);
}

function roundsOf(place: Place, programmeId: string) {
  return place.rows<{ categoryId: string; material: string; defence: string }>(
    `SELECT c.id AS category_id, m.id AS material, d.id AS defence FROM category c
     JOIN round m ON m.category_id = c.id AND m.kind = 'material'
     JOIN round d ON d.category_id = c.id AND d.kind = 'defence'
     WHERE c.programme_id = ? ORDER BY c.position`,
    [programmeId],
  );
}

const statesOf = (place: Place, applied: readonly Applied[]) =>
  Promise.all(applied.map(({ applicationId }) => stateOfApplication(place, applicationId)));

async function phaseOf(place: Place, phase: string, programmeId: string) {
  const [row] = await place.rows<{ calendar: string }>(
    'SELECT calendar FROM programme WHERE id = ?',
    [programmeId],
  );
  const calendar = JSON.parse(row!.calendar) as { phase: string; from: string; to: string }[];
  return calendar.find((one) => one.phase === phase)!;
}
