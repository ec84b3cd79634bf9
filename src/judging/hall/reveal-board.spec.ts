import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { HallScores } from '../../../test/support/hall-scores.js';
import { HallSteps } from '../../../test/support/hall-steps.js';
import { office } from '../../../test/support/people.js';
import { BoardQueries } from './board.queries.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';

let hall: HallSteps;
let scores: HallScores;
beforeAll(async () => {
  hall = await HallSteps.open();
  scores = new HallScores(hall);
}, 120_000);
afterAll(() => hall.app.stop());
const app = () => hall.app;

describe('the hall', () => {
  fromSavedState(app);
  const board = async () => {
    const visitor = hall.app.visitor();
    await visitor.get(`/board/${hall.roundId}`);
    return visitor.html;
  };
  const chair = async () => {
    const { visitor } = hall.round.judges[0]!;
    await visitor.get(`/judging/chair/${hall.roundId}`);
    return visitor;
  };
  const shown = /<li class="board-dropped"><span class="board-points">80\.00<\/span>/;

  test('shows the points when the chair says so, with the working, until the next one speaks', async () => {
    await scores.complete();
    expect(await board()).not.toContain('board-points');
    const room = await chair();
    expect(room.text).toContain('可以公布');
    await room.submit('/reveals/1', {});
    expect(room.path).toBe(`/judging/chair/${hall.roundId}`);
    expect(room.text).toContain('已公布');
    expect(room.html).not.toContain('/reveals/1');
    const html = await board();
    expect(html).toMatch(shown);
    expect(html).toMatch(/64\.00[\s\S]*60\.00<\/span><span class="board-why">去掉最低分/);
    expect(html).toMatch(/<strong>69\.33<\/strong>[\s\S]*5位评委，去掉2个，3个平均/);
    await hall.attend(2, { attendance: 'head', speaker: '叶某', note: null });
    expect(await board()).toMatch(shown);
    hall.app.clock.moveTo(new Date(Date.parse(hall.app.clock.now()) + 1000).toISOString());
    await hall.clock(2, 'start');
    expect(await board()).not.toContain('board-points');
  });

  test('shows nothing any more once a sheet that was shown has fallen', async () => {
    await scores.complete();
    await scores.reveal();
    const { id } = await scores.sheet(5, 1);
    await hall.app.database.repo(ScoreSheet).update({ id }, { state: 'Voided' });
    expect(await board()).not.toContain('board-points');
    expect((await chair()).text).toContain('已公布');
  });

  test('keeps what was shown as it was: nobody saves or signs such a sheet', async () => {
    await scores.complete();
    await scores.reveal();
    await expect(scores.save(3, 1, 0.9)).rejects.toMatchObject({ code: 'judging.sheet.closed' });
    await expect(scores.sign(3, 1)).rejects.toMatchObject({ code: 'judging.sheet.closed' });
  });

  test('says nothing of it, to anybody, where the rules show nothing', async () => {
    await scores.complete(false);
    const room = await chair();
    expect(room.text).not.toContain('现场公布');
    await room.get('/judging');
    await room.post(`/judging/chair/${hall.roundId}/reveals/1`, { _csrf: room.token });
    expect(room.status).toBe(404);
    expect(await board()).not.toContain('board-points');
  });

  /** All that the hall's people open on such a day; what differs at every run is left out. */
  const told = async () => {
    const registrar = await office(hall.app, 'CityRegistrar');
    const supervisor = await office(hall.app, 'Supervisor');
    const [first, second] = hall.round.judges;
    const office_ = [`/office/rounds/${hall.roundId}`, `/office/rounds/${hall.roundId}/defence`];
    const looks = [
      [hall.app.visitor(), [`/board/${hall.roundId}`]],
      [first!.visitor, ['/judging', `/judging/chair/${hall.roundId}`]],
      [second!.visitor, ['/judging']],
      [registrar.visitor, [...office_, `${office_[1]}/turns/1`, `${office_[0]}/sheets?as=csv`]],
      [supervisor.visitor, office_],
    ] as const;
    const found = new Map<string, string>();
    for (const [who, [visitor, paths]] of looks.entries()) {
      for (const path of paths) {
        await visitor.get(path);
        if (visitor.status === 200)
          found.set(`${who} ${path}`, visitor.text.replace(/\d\d:\d\d(:\d\d)?/g, ''));
      }
    }
    const head = await hall.app.app.get(BoardQueries).head(hall.roundId);
    found.set('events', JSON.stringify(await hall.app.app.get(BoardQueries).state(head!)));
    return found;
  };
  /** What differs when all judges but two, who look at their own, gave something else. */
  const differing = async () => {
    const one = await told();
    const seats = hall.round.judges.slice(2).map(({ seatId }) => seatId);
    await hall.app.database.execute(
      `UPDATE score_sheet SET total = total + 300
       WHERE round_id = ? AND seat_id IN (${seats.map(() => '?').join(', ')})`,
      [hall.roundId, ...seats],
    );
    const other = await told();
    expect(one.size).toBeGreaterThan(9);
    return [...one.keys()].filter((path) => one.get(path) !== other.get(path));
  };

  test('tells nobody what judges gave before the chair acts, and then on the board alone', async () => {
    await scores.complete();
    expect(await differing()).toEqual([]);
    await scores.reveal();
    expect(await differing()).toEqual([`0 /board/${hall.roundId}`]);
  });
});
