import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState, refusalTable } from '../../../test/support/case-tables.js';
import { halfPoints } from '../../../test/support/judged-round.js';
import { RepeatingRound } from '../../../test/support/repeating-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { DeclareLateConflict } from '../conflicts/declare-late-conflict.js';
import { EndRounds } from '../rounds/end-rounds.js';
import { PinEvidence } from '../sheets/pins/pin-evidence.js';
import { SheetQueries } from '../sheets/sheet.queries.js';

let app: TestApp;
let round: RepeatingRound;
const [code] = Object.keys(halfPoints) as [string];
beforeAll(async () => {
  app = await TestApp.start();
  round = await RepeatingRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const stepBack = async (id: string, seat = 1) =>
  app.app
    .get(DeclareLateConflict)
    .run(round.judged.judge(seat), id, { ground: '1', explanation: '系近亲属' });
const pin = async (seat = 1) => {
  const { id } = await round.repeat(seat);
  const [file] = await app.app.get(SheetQueries).evidence({ sheetId: id });
  const place = { indicator: code, documentId: file!.documentId, page: 1 };
  return () => app.app.get(PinEvidence).run(round.judged.judge(seat), id, place);
};
const left = async (table: string) =>
  (await app.database.row<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`))!.count;
const missing = { code: 'errors.notFound', kind: 'missing' } as const;

describe('a repeat goes with what it repeats', () => {
  fromSavedState(() => app);

  test('when its judge steps back from the first one, with files, pins and notes', async () => {
    await (
      await pin()
    )();
    const gone = await round.repeat(1);
    await stepBack((await round.first(1)).id);
    expect(await round.repeat(1)).toBeUndefined();
    expect(await round.repeats()).toHaveLength(4);
    expect([await left('evidence_pin'), await left('repeat_file')]).toEqual([0, 4]);
    const { visitor } = round.judged.judges[0]!;
    await visitor.get(`/judging/sheets/${gone.id}`);
    expect(visitor.status).toBe(404);
  });

  test('when its judge steps back from the repeat: the first one falls too', async () => {
    const first = await round.first(1);
    const { id } = await round.repeat(1);
    await stepBack(id);
    expect(await round.repeat(1)).toBeUndefined();
    const row = await app.database.row<{ state: string }>(
      'SELECT state FROM score_sheet WHERE id = ?',
      [first.id],
    );
    expect(row).toEqual({ state: 'Voided' });
  });

  test('but not when its judge steps back from another file', async () => {
    const { applicationId } = await round.repeat(1);
    const other = round.judged.applications.findIndex((id) => id !== applicationId);
    await stepBack((await round.judged.sheet(1, other)).id);
    expect(await round.repeat(1)).toBeDefined();
  });

  test('when its judge leaves, signed or not; who follows has one of their own', async () => {
    await round.save(1);
    await round.sign(1);
    const old = await round.repeat(1);
    await round.judged.declare(6).catch(() => undefined);
    await round.judged.replace(1);
    const repeats = await round.repeats();
    expect(repeats.map(({ id }) => id)).not.toContain(old.id);
    const next = repeats.find(({ seatId }) => seatId === round.judged.judges[5]!.seatId)!;
    expect(next).toMatchObject({ state: 'Open', scores: {}, total: null });
    expect(repeats).toHaveLength(5);
  });

  test('when the programme ends', async () => {
    await round.judged.programmeIs('Cancelled');
    await app.database.transaction(() =>
      app.app.get(EndRounds).run(round.judged.programme.id, '程序缺陷'),
    );
    expect(await round.repeats()).toEqual([]);
  });
});

describe('a repeat as any sheet', () => {
  refusalTable(
    () => app,
    [
      [
        'a save after its signature',
        async () => {
          await round.save(1);
          await round.sign(1);
          return () => round.save(1);
        },
        { code: 'judging.sheet.closed', kind: 'conflict' },
      ],
      [
        'a save after the lock',
        async () => {
          await round.judged.roundIs('Locked');
          return () => round.save(1);
        },
        { code: 'judging.sheet.closed', kind: 'conflict' },
      ],
      [
        'a signature on what has no score yet',
        () => () => round.sign(1),
        { code: 'judging.sign.incomplete' },
      ],
      [
        'somebody else, who steps back from it',
        async () => {
          const { id } = await round.repeat(1);
          return () => stepBack(id, 2);
        },
        missing,
      ],
    ],
  );
});
