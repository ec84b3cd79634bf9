import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ANCHORED, anchorSheet, confirmedAnchor } from '../../../test/support/anchors.js';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';
import { OpenSheet } from '../sheets/open-sheet.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { AnchorDossier } from './anchor-dossier.entity.js';
import { AnchorsOpen } from './anchors-open.js';

let app: TestApp;
let round: JudgedRound;
let place: { programmeId: string; categoryId: string };
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app, 2, ANCHORED);
  await round.everybodyDeclares();
  await office(app, 'Approver');
  place = { programmeId: round.programme.id, categoryId: round.programme.categoryIds.G! };
}, 120_000);
afterAll(() => app.stop());

async function prepared(): Promise<string> {
  const id = await confirmedAnchor(app, place);
  await app.database.execute("UPDATE anchor_dossier SET state = 'Prepared' WHERE id = ?", [id]);
  return id;
}
const one = (id: string) => app.database.repo(AnchorDossier).findOneByOrFail({ id });

describe('what is open', () => {
  fromSavedState(() => app);
  const found = async () =>
    (await app.app.get(ProgrammeGuards).findings(place.programmeId)).calibrationDone;
  const waiting = () => app.app.get(AnchorsOpen).office(place.programmeId, ANCHORED);

  test('counts the category, then the seats that have not done them, alternates with a sheet too', async () => {
    expect([await found(), await waiting()]).toEqual([
      { met: false, open: 1 },
      { toPrepare: 1, toConfirm: 0 },
    ]);
    const [first, second] = [await prepared(), await confirmedAnchor(app, place, 2)];
    expect(await waiting()).toEqual({ toPrepare: 0, toConfirm: 1 });
    // The category and its five members.
    expect(await found()).toEqual({ met: false, open: 6 });
    await app.database.repo(AnchorDossier).update(first, { state: 'Confirmed' });
    expect([await found(), await waiting()]).toEqual([
      { met: false, open: 5 },
      { toPrepare: 0, toConfirm: 0 },
    ]);
    for (let seat = 1; seat <= 5; seat += 1) {
      await anchorSheet(app, first, round.judge(seat).accountId);
      const state = seat === 5 ? 'Submitted' : 'Acknowledged';
      await anchorSheet(app, second, round.judge(seat).accountId, { state });
    }
    expect(await found()).toEqual({ met: false, open: 1 });
    await app.database.execute("UPDATE anchor_sheet SET state = 'Acknowledged'", []);
    expect(await found()).toEqual({ met: true, open: 0 });

    await round.openRound();
    const own = await round.sheet(1);
    await round.save(own);
    const alternate = round.judges[5]!;
    const { accountId, seatId } = alternate;
    await app.database.repo(ScoreSheet).update(own.id, { accountId, seatId });
    expect(await found()).toEqual({ met: false, open: 1 });
    await expect(app.app.get(OpenSheet).run(round.judge(6), own.id)).rejects.toMatchObject({
      code: 'judging.anchor.first',
    });
    await app.database.execute('UPDATE seat SET vacated_at = ? WHERE id = ?', [
      app.clock.now(),
      seatId,
    ]);
    expect(await found()).toEqual({ met: true, open: 0 });
    expect((await one(first)).state).toBe('Confirmed');
  });
});
