import { expect } from '@jest/globals';
import type { Applied } from './applications.js';
import type { Cast } from './cast.js';
import { type SeatedJudge, signSheets } from './judging.js';
import { remindJudges } from './watch.js';
import type { Place } from './place.js';

interface Seat {
  readonly id: string;
  readonly number: number;
  readonly name: string;
}

/**
 * What befalls a drawn panel while its round is open: a judge falls ill and is replaced, another finds a
 * relation and steps back, and of a third a relation is found after signing. Two people decide each time.
 */
export async function judgeWithIncidents(
  place: Place,
  cast: Cast,
  judges: readonly SeatedJudge[],
  round: { readonly id: string; readonly categoryId: string; readonly programmeId: string },
  [left, voided]: readonly [Applied, Applied],
): Promise<void> {
  const panel = await seatsOf(place, round.categoryId);
  const [, ill, relative, signed] = panel;
  const { visitor } = cast.registrar;
  await visitor.get(`/office/panels/${round.programmeId}`);
  const reason = '因病住院，不能继续评审。';
  await visitor.submit('/vacancies', { seatId: ill!.id, vacateReason: reason, promote: 'on' });
  expect(visitor.errors).toEqual([]);
  await confirm(cast);
  const second = (await seatsOf(place, round.categoryId)).find((one) => one.number === 2);
  expect([second?.number, second?.name === ill!.name]).toEqual([2, false]);

  const judge = judges.find(({ name }) => name === relative!.name)!.visitor;
  await judge.get(await sheetOf(place, round.id, relative!, left));
  await judge.submit('/conflict', { ground: '3', explanation: '负责人是我的亲戚，刚刚得知。' });
  expect(judge.path).toBe('/judging');
  for (const member of [cast.registrar, cast.supervisor]) {
    await member.visitor.get('/messages');
    expect(member.visitor.text).toContain('有评委在评审开始后申请回避');
  }
  await remindJudges(cast, judges, round.id);
  await signSheets(judges, round.id, { alike: true });

  const [{ number }] = (await place.rows<{ number: string }>(
    'SELECT judging_number AS number FROM application WHERE id = ?',
    [voided.applicationId],
  )) as [{ number: string }];
  await visitor.get(`/office/rounds/${round.id}`);
  await visitor.submit('/voids', {
    seat: String(signed!.number),
    number,
    ground: '1',
    reason: '经查两年前受聘为其顾问，未申报。',
  });
  expect(visitor.errors).toEqual([]);
  await confirm(cast);
  const rows = await place.rows<{ state: string }>(
    'SELECT state FROM score_sheet WHERE round_id = ? AND seat_id = ? AND application_id = ?',
    [round.id, signed!.id, voided.applicationId],
  );
  expect(rows).toEqual([{ state: 'Voided' }]);
  await signSheets(judges, round.id, { alike: true });
}

/** One judge is far from the others on two applications: both are scored again by one act. */
export async function judgeWithDissent(
  place: Place,
  { registrar }: Cast,
  judges: readonly SeatedJudge[],
  round: { readonly id: string; readonly categoryId: string },
  disputed: readonly Applied[],
): Promise<void> {
  const last = (await seatsOf(place, round.categoryId))[4]!;
  const sheets: string[] = [];
  for (const one of disputed) sheets.push(await sheetOf(place, round.id, last, one));
  await signSheets(judges, round.id, { dissent: sheets });
  const { visitor } = registrar;
  await visitor.get(`/office/rounds/${round.id}`);
  const flags = visitor.page.querySelectorAll('input[name=applicationId]');
  expect(flags.map((box) => box.getAttribute('value')!).toSorted()).toEqual(
    disputed.map(({ applicationId }) => applicationId).toSorted(),
  );
  await visitor.submit('/rescores', {
    applicationId: disputed.map(({ applicationId }) => applicationId),
  });
  expect(visitor.text).toContain('已安排候补评委复评');
  await signSheets(judges, round.id);
  await visitor.get(`/office/rounds/${round.id}`);
  expect(visitor.text).toContain('已由候补评委复评');
}

/** The second person, who sees ground and reason and no score. */
async function confirm({ approver }: Cast): Promise<void> {
  const { visitor } = approver;
  await visitor.get('/office/removals');
  await visitor.submit('/decision', { decision: 'confirm', reason: '经核实情况属实，同意。' });
  expect(visitor.errors).toEqual([]);
}

function seatsOf(place: Place, categoryId: string): Promise<Seat[]> {
  return place.rows<Seat>(
    `SELECT s.id, s.number, e.name FROM seat s JOIN expert e ON e.id = s.expert_id
     WHERE s.category_id = ? AND s.vacated_at IS NULL ORDER BY s.number`,
    [categoryId],
  );
}

async function sheetOf(place: Place, roundId: string, seat: Seat, of: Applied): Promise<string> {
  const [sheet] = await place.rows<{ id: string }>(
    'SELECT id FROM score_sheet WHERE round_id = ? AND seat_id = ? AND application_id = ?',
    [roundId, seat.id, of.applicationId],
  );
  return `/judging/sheets/${sheet!.id}`;
}
