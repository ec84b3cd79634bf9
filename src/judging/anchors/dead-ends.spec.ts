import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  ANCHORED,
  anchorIndicators,
  anchorSheet,
  confirmedAnchor,
} from '../../../test/support/anchors.js';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { JudgedRound, halfPoints } from '../../../test/support/judged-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { OpenSheet } from '../sheets/open-sheet.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { AcknowledgeAnchorSheet } from './acknowledge-anchor-sheet.js';
import { AnchorSheetQueries } from './anchor-sheet.queries.js';
import { AnchorsOpen } from './anchors-open.js';
import { SaveAnchorSheet } from './save-anchor-sheet.js';
import { SubmitAnchorSheet } from './submit-anchor-sheet.js';

let app: TestApp;
let round: JudgedRound;
let place: { programmeId: string; categoryId: string };
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app, 2, ANCHORED);
  await round.everybodyDeclares();
  place = { programmeId: round.programme.id, categoryId: round.programme.categoryIds.G! };
}, 120_000);
afterAll(() => app.stop());

const own = (seat: number) => app.app.get(AnchorSheetQueries).own(round.judge(seat).accountId);
const save = (seat: number, id: string, scores = halfPoints) =>
  app.app
    .get(SaveAnchorSheet)
    .run(round.judge(seat), id, () => ({ version: 0, scores, comments: {} }));

describe('nobody waits for anchors for ever', () => {
  fromSavedState(() => app);

  test('a single anchor is not scored, because the first score lets no second one come', async () => {
    const first = await confirmedAnchor(app, place);
    expect(await own(1)).toEqual([]);
    await expect(save(1, first)).rejects.toMatchObject({ kind: 'missing' });
    const second = await confirmedAnchor(app, place, 2);
    expect((await own(1)).map(({ id }) => id)).toEqual([first, second]);
    await save(1, first);
  });

  test('what waited for the approver when a judge began is no task any more', async () => {
    const waiting = () => app.app.get(AnchorsOpen).office(place.programmeId, ANCHORED);
    const [first] = [await confirmedAnchor(app, place), await confirmedAnchor(app, place, 2)];
    const third = await confirmedAnchor(app, place, 3);
    await app.database.execute("UPDATE anchor_dossier SET state = 'Prepared' WHERE id = ?", [
      third,
    ]);
    expect(await waiting()).toEqual({ toPrepare: 0, toConfirm: 1 });
    await save(1, first);
    expect(await waiting()).toEqual({ toPrepare: 0, toConfirm: 0 });
  });

  test.each(['Defence', 'ScoresLocked'] as const)(
    'who comes to sheets of the material round in %s does the anchors then',
    async (state) => {
      const anchors = [await confirmedAnchor(app, place), await confirmedAnchor(app, place, 2)];
      for (let seat = 1; seat <= 5; seat += 1) {
        for (const id of anchors) await anchorSheet(app, id, round.judge(seat).accountId);
      }
      await round.openRound();
      for (let seat = 1; seat <= 5; seat += 1) await round.scoreAndSign(seat);
      await round.programmeIs('Defence');
      await round.replace(1, { ground: '1' });
      await round.programmeIs(state);
      const by = round.judge(6);
      const { accountId } = by;
      const sheet = await app.database.repo(ScoreSheet).findOneByOrFail({ accountId });
      const open = () => app.app.get(OpenSheet).run(by, sheet.id);
      await expect(open()).rejects.toMatchObject({ code: 'judging.anchor.first' });
      for (const id of anchors) {
        const { version } = await save(6, id);
        await app.app.get(SubmitAnchorSheet).run(by, id, version);
        await app.app.get(AcknowledgeAnchorSheet).run(by, id, version + 1);
      }
      expect((await open()).reading.editable).toBe(true);
    },
  );
});

describe('two windows that both begin an anchor', () => {
  fromSavedState(() => app);

  test('are merged: what was typed in the second is kept too', async () => {
    const [one, other] = anchorIndicators.map(({ code }) => code) as [string, string];
    const [id] = [await confirmedAnchor(app, place), await confirmedAnchor(app, place, 2)];
    const queries = app.app.get(AnchorSheetQueries);
    const before = (await queries.one(round.judge(1).accountId, id))!;
    await save(1, id, { [one]: halfPoints[one]! });
    jest.spyOn(queries, 'one').mockResolvedValueOnce(before).mockResolvedValueOnce(before);
    const seen = Object.fromEntries(anchorIndicators.map(({ code }) => [code, '']));
    const typed = { version: 0, scores: { [other]: halfPoints[other]! }, comments: {}, seen };
    const saved = await app.app.get(SaveAnchorSheet).run(round.judge(1), id, () => typed);
    expect(saved).toMatchObject({ taken: [one], conflicts: [], version: 2 });
    const { scores } = (await queries.one(round.judge(1).accountId, id))!;
    expect(scores).toEqual({ [one]: halfPoints[one], [other]: halfPoints[other] });
  });
});
