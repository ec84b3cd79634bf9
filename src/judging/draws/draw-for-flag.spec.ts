import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { DrawSteps } from '../../../test/support/draw-steps.js';
import { halfPoints } from '../../../test/support/judged-round.js';
import { records } from '../../../test/support/records.js';
import { TestApp } from '../../../test/support/test-app.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { ConflictFacts } from '../conflicts/conflict-facts.js';
import { DeclareConflicts } from '../conflicts/declare-conflicts.js';
import { OpenDeclaration } from '../rounds/open-declaration.js';
import { OpenRound } from '../rounds/open-round.js';
import { RescoreSpread } from '../rounds/rescore-spread.js';
import { UnstaffedFlags } from '../rounds/unstaffed-flags.js';
import { JudgingQueries } from '../sheets/judging.queries.js';
import { SaveSheet } from '../sheets/save-sheet.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { SignSheets } from '../sheets/sign-sheets.js';

let app: TestApp;
let draw: DrawSteps;
let roundId: string;
let disputed: string;
beforeAll(async () => {
  app = await TestApp.start();
  draw = await DrawSteps.begun(app);
  await draw.upTo('Drawn');
  await draw.sign();
  await draw.sign(draw.supervisor);
  const { programme } = draw.cast;
  roundId = programme.roundIds['G.material']!;
  const rows = await app.database.rows<{ id: string }>('SELECT id FROM application ORDER BY id');
  disputed = rows[0]!.id;
  await app.app.get(OpenDeclaration).run(draw.registrar, programme.id);
  const seats = await seated();
  for (const seat of seats) await declare(seat, seat.alternate === 1);
  await app.app.get(OpenRound).run(draw.registrar, roundId);
  const members = seats.filter(({ alternate }) => alternate === 0);
  for (const [at, seat] of members.entries()) await score(seat, at === 0);
  await draw.programmeIs('ScoresLocked');
}, 120_000);
afterAll(() => app.stop());

interface Seated {
  readonly id: string;
  readonly number: number;
  readonly alternate: number;
  readonly accountId: string;
}

const seated = () =>
  app.database.rows<Seated>(
    `SELECT s.id, s.number, s.alternate, e.account_id FROM seat s JOIN expert e ON e.id = s.expert_id
     WHERE s.vacated_at IS NULL ORDER BY s.alternate, s.number`,
  );
const judge = ({ accountId }: Seated) => acting('Judge', { accountId });

/** A relation with the disputed application bars the judge from it. */
async function declare(seat: Seated, related: boolean): Promise<void> {
  const [own] = await app.app.get(JudgingQueries).ownSeats(seat.accountId);
  const identities = await app.app.get(ConflictFacts).load(own!.id, own!.categoryId);
  const answers = new Map(
    identities.map(({ applicationId }) => [
      applicationId,
      related && applicationId === disputed
        ? ({ ground: '1', explanation: '曾受聘为其顾问' } as const)
        : { ground: null, explanation: null },
    ]),
  );
  await app.app.get(DeclareConflicts).run(judge(seat), own!, identities, answers);
}

/** Half of every scale; `low` gives the disputed application nothing. */
async function score(seat: Seated, low: boolean): Promise<void> {
  const sheets = await app.database.repo(ScoreSheet).findBy({ roundId, seatId: seat.id });
  const nothing = Object.fromEntries(
    roundSheet(PRESET_NOW, 'G', 'material')!.indicators.map(({ code }) => [code, 0]),
  );
  const comments = Object.fromEntries(
    Object.keys(nothing).map((code) => [code, '材料中没有见到相应的佐证，不予给分。']),
  );
  for (const { id, version, applicationId } of sheets) {
    const poor = low && applicationId === disputed;
    await app.app.get(SaveSheet).run(judge(seat), id, () => ({
      version,
      scores: poor ? nothing : halfPoints,
      comments: poor ? comments : {},
    }));
  }
  const now = await app.database.repo(ScoreSheet).findBy({ roundId, seatId: seat.id });
  const signed = now.map(({ id, version }) => ({ sheetId: id, version }));
  await app.app
    .get(SignSheets)
    .run(judge(seat), roundId, { sheets: signed, dissent: null, confirmed: true });
}

const rescore = () => app.app.get(RescoreSpread).run(draw.registrar, roundId, [disputed]);
const unstaffed = () => {
  const { id, categoryIds } = draw.cast.programme;
  return app.app.get(UnstaffedFlags).of(id, categoryIds.G!);
};

describe('while an application waits to be scored again and nobody is left', () => {
  refusalTable(
    () => app,
    [
      [
        'the alternates who are barred from it',
        () => rescore,
        { code: 'judging.round.noAlternate', variables: { count: 2 } },
      ],
      [
        'a draw while an alternate may still declare',
        async () => {
          await app.database.execute('UPDATE seat SET declared_at = NULL WHERE alternate = 1');
          return () => draw.redraw();
        },
        { code: 'judging.draw.noVacancy' },
      ],
      [
        'a draw after the lock of the round',
        async () => {
          await app.database.execute("UPDATE round SET state = 'Locked' WHERE id = ?", [roundId]);
          return () => draw.redraw();
        },
        { code: 'judging.draw.noVacancy' },
      ],
    ],
  );

  test('the office is offered the draw on the pages of the round and of the draw', async () => {
    expect(await unstaffed()).toBe(1);
    const { visitor } = draw.cast.registrar;
    await visitor.get(`/office/rounds/${roundId}`);
    expect(visitor.text).toContain('有1份申报须复评，候补评委已不够。');
    await visitor.get(`/office/draws/${draw.id}`);
    expect(visitor.text).toContain('复评缺少候补专家');
    expect(visitor.html).toContain(`${draw.id}/redraw`);
  });

  test('alternates are drawn from the same list, declare after the rounds and score', async () => {
    const before = await seated();
    const first = draw.id;
    const { events, messages } = await records(app, async () => {
      draw.id = await draw.redraw();
    });
    expect(events).toEqual(
      [
        {
          event: 'draw.redraw',
          actorRole: 'CityRegistrar',
          subjectType: 'draw',
          details: { previous: first, number: 2, listHash: '<hash>' },
        },
      ].map((one) => ({ ...one, details: { ...one.details, previous: '<id>' } })),
    );
    expect(messages).toEqual([]);
    await draw.commit();
    await draw.witness();
    await draw.reveal();
    await draw.sign();
    await draw.sign(draw.supervisor);
    const after = await seated();
    expect(after.filter(({ id }) => before.some((one) => one.id === id))).toEqual(before);
    const fresh = after.filter(({ id }) => before.every((one) => one.id !== id));
    expect(fresh.map(({ number, alternate }) => [number, alternate])).toEqual([
      [104, 1],
      [105, 1],
      [106, 1],
    ]);
    expect(await unstaffed()).toBe(0);
    await expect(rescore()).rejects.toMatchObject({ code: 'judging.round.noAlternate' });
    for (const seat of fresh) await declare(seat, false);
    await rescore();
    const sheets = await app.database.rows<{ number: number }>(
      `SELECT s.number FROM score_sheet sh JOIN seat s ON s.id = sh.seat_id
       WHERE sh.application_id = ? AND sh.state = 'Open' ORDER BY s.number`,
      [disputed],
    );
    // Two of the three are kept for the files by lot, as the entry of the reveal says.
    const entry = await app.database.row<{ details: string }>(
      `SELECT details FROM journal_entry WHERE event = 'draw.reveal' AND subject_id = ?`,
      [draw.id],
    );
    const { alternateRounds: dealt } = JSON.parse(entry!.details) as {
      alternateRounds: Record<string, string>;
    };
    const kept = [1, 2, 3].filter((number) => dealt[number] === 'material');
    expect(sheets.map(({ number }) => number)).toEqual(kept.map((number) => 103 + number));
    await draw.cast.registrar.visitor.get(`/office/draws/${draw.id}`);
    expect(draw.cast.registrar.visitor.text.match(/材料评审/g)?.length).toBeGreaterThanOrEqual(2);
  });
});
