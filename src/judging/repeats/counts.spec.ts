import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { halfPoints } from '../../../test/support/judged-round.js';
import { office } from '../../../test/support/people.js';
import { RepeatingRound } from '../../../test/support/repeating-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { unsignedRounds } from '../../board/rounds-at-work.js';
import { TermWorkQueries } from '../../board/term-work.queries.js';
import { Round } from '../../programmes/round.entity.js';
import { SupervisionQueries } from '../../supervision/supervision.queries.js';
import { ChairQueries } from '../chair/chair.queries.js';
import { CloseRound } from '../rounds/close-round.js';
import { RemindJudges } from '../rounds/remind-judges.js';
import { RoundProgressQueries } from '../rounds/round-progress.queries.js';
import { RoundWorks } from '../rounds/round-work.js';
import { JudgeSheets } from '../sheets/judge-sheets.js';
import { JudgingQueries } from '../sheets/judging.queries.js';
import { OpenSheetQueries } from '../sheets/workbook/open-sheets.queries.js';
import { RepeatDriftQueries } from './repeat-drift.queries.js';

let app: TestApp;
let round: RepeatingRound;
let categoryId: string;
beforeAll(async () => {
  app = await TestApp.start();
  round = await RepeatingRound.open(app);
  categoryId = round.judged.programme.categoryIds.G!;
}, 120_000);
afterAll(() => app.stop());

const SEATS = [1, 2, 3, 4, 5];
const more = (by: number) =>
  Object.fromEntries(Object.entries(halfPoints).map(([code, points]) => [code, points + by]));
const signFirsts = async () => {
  for (const seat of SEATS) await round.judged.scoreAndSign(seat);
};
const close = () => app.app.get(CloseRound).run(round.judged.registrar, round.judged.id);
const works = async () =>
  (await app.app.get(RoundWorks).of(round.judged.programme.id)).find(
    (one) => one.round.id === round.judged.id,
  );

describe('what everybody counts', () => {
  fromSavedState(() => app);

  test('has the repeat in it: judge, chair, office and board say the same number', async () => {
    const { id } = round.judged;
    await round.judged.scoreAndSign(1);
    const by = round.judged.judge(1).accountId;
    expect(await app.app.get(JudgingQueries).ownRounds(by)).toMatchObject([
      { total: 5, done: 4, signed: 4 },
    ]);
    expect(await app.app.get(OpenSheetQueries).own(by)).toHaveLength(1);
    const seats = await app.app.get(RoundProgressQueries).seats(id);
    expect(seats.map(({ total, signed }) => [total, signed])).toEqual([
      [5, 4],
      ...SEATS.slice(1).map(() => [5, 0]),
    ]);
    const voices = await app.app.get(ChairQueries).voices(id, '2026-11-20');
    expect(voices.map(({ unsigned }) => unsigned)).toEqual([1, 5, 5, 5, 5]);
    expect(await unsignedRounds(app.database, round.judged.programme.id)).toMatchObject([
      { roundId: id, count: 21 },
    ]);
    expect(await works()).toMatchObject({ sheets: 25, unsigned: 21 });
    const watched = app.app.get(SupervisionQueries);
    const progress = await watched.progress(round.judged.programme.id);
    expect(progress.map(({ sheets, signed }) => [sheets, signed])).toEqual(
      seats.map(({ total, signed }) => [total, signed]),
    );
    const late = await watched.lateSheets(round.judged.programme.id, '2099-01-01');
    expect(late.map(({ sheets }) => sheets).toSorted((a, b) => a - b)).toEqual([1, 5, 5, 5, 5]);
    const { visitor } = await office(app, 'CityRegistrar');
    await visitor.get(`/office/rounds/${id}`);
    expect(visitor.text).toContain('份数含每位评委的一份隐藏重评');
  });

  test('keeps a judge late who owes the repeat alone', async () => {
    await round.judged.scoreAndSign(1);
    await app.database.repo(Round).update({ id: round.judged.id }, { closesOn: '2026-11-01' });
    const late = await app.app.get(TermWorkQueries).on('2026-11-20');
    expect(late.filter(({ kind }) => kind === 'signSheets')).toHaveLength(5);
  });

  test('keeps the round open until the last repeat is signed, and its judge is reminded', async () => {
    await signFirsts();
    await expect(close()).rejects.toMatchObject({ variables: { count: 5 } });
    expect(await app.app.get(RemindJudges).run(round.judged.registrar, round.judged.id)).toBe(5);
    for (const seat of SEATS) {
      await round.save(seat);
      await round.sign(seat);
    }
    await close();
    expect(await works()).toMatchObject({ sheets: 25, unsigned: 0 });
  });
});

describe('what scores are made of', () => {
  fromSavedState(() => app);

  test('is the same as without: no sheet, no mean, no flag knows of a repeat', async () => {
    await signFirsts();
    const sheets = () => app.app.get(JudgeSheets).load(categoryId);
    const flags = () => app.database.rows('SELECT * FROM spread_finding ORDER BY id');
    const before = [await sheets(), await flags()];
    for (const seat of SEATS) {
      await round.save(seat, seat === 1 ? more(50) : halfPoints);
      await round.sign(seat);
    }
    expect([await sheets(), await flags()]).toEqual(before);
  });
});

describe('what a repeat shows of its judge', () => {
  fromSavedState(() => app);
  const read = () => app.app.get(RepeatDriftQueries).ofCategory(categoryId);

  test('is read by the supervisor after the lock, by nobody before, and leaves out what was not signed', async () => {
    await round.judged.scoreAndSign(1);
    app.clock.moveBy(app.clock.offsetMilliseconds + 60_000);
    await round.save(1, more(50));
    await round.sign(1);
    await round.judged.scoreAndSign(2);
    await round.save(2);
    const nothing = { judges: [], indicators: [] };
    expect(await read()).toEqual(nothing);
    await round.judged.roundIs('Locked');
    const codes = Object.keys(halfPoints);
    expect(await read()).toMatchObject({
      judges: [{ number: 1, count: codes.length, mean: 50, meanAbsolute: 50 }],
      indicators: codes.toSorted().map((code) => ({ code, count: 1, mean: 50 })),
    });
    const { visitor } = await office(app, 'Supervisor');
    await visitor.get(`/supervision/diagnostics/${categoryId}`);
    const cells = visitor.page
      .querySelectorAll('#repeats-caption ~ tbody td')
      .map(({ text }) => text.trim());
    expect(cells.slice(-3)).toEqual([String(codes.length), '0.50', '0.50']);
    const registrar = await office(app, 'CityRegistrar');
    await registrar.visitor.get(`/supervision/diagnostics/${categoryId}`);
    expect(registrar.visitor.status).toBe(404);
  });

  test('takes the earlier from the later, whichever was scored first', async () => {
    await round.save(1, more(50));
    await round.sign(1);
    app.clock.moveBy(app.clock.offsetMilliseconds + 60_000);
    await round.judged.scoreAndSign(1);
    await round.judged.roundIs('Locked');
    expect((await read()).judges).toMatchObject([{ mean: -50, meanAbsolute: 50 }]);
  });

  test('is in the journal, whose page hides the points', async () => {
    await round.save(1, more(50));
    await round.sign(1);
    const { visitor } = await office(app, 'Supervisor');
    const entries = await app.database.rows<{ sequence: number }>(
      "SELECT sequence FROM journal_entry WHERE event LIKE 'repeatSheet.%' ORDER BY sequence",
    );
    expect(entries).toHaveLength(2);
    for (const { sequence } of entries) {
      await visitor.get(`/supervision/journal/${sequence}`);
      expect(visitor.text).toContain('隐藏重评');
      for (const points of Object.values(more(50))) {
        expect(visitor.text).not.toContain(` ${points}`);
      }
    }
  });
});
