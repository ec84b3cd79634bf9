import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appointed } from '../../../test/support/award-steps.js';
import { fromSavedState, recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { HallScores } from '../../../test/support/hall-scores.js';
import { HallSteps, absent } from '../../../test/support/hall-steps.js';
import { inTime } from '../../../test/support/heard-merchants.js';
import { groupBy } from '../../applications/group-by.js';
import { JournalEntry } from '../../journal/journal-entry.entity.js';
import { SheetWitness } from '../sheets/sheet-witness.js';
import { Seat } from '../panel/seat.entity.js';
import { IssuePaper } from '../paper/issue-paper.js';
import { PaperSheet } from '../paper/paper-sheet.entity.js';
import { RoundWorks } from '../rounds/round-work.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { Round } from '../../programmes/round.entity.js';
import type { DefenceRecord } from '../../rules/rounds/defence-record.js';
import type { Actor } from '../../web/actor.js';
import { RecordDefence } from './record-defence.js';

const away: DefenceRecord = {
  attended: false,
  overtimeSeconds: null,
  contradiction: false,
  remark: '三次叫号都没有人到场答辩',
};

const corrected = { ...inTime, remark: '叫号登记有误，商户实际在场' };

let hall: HallSteps;
let scores: HallScores;
let first: Actor;
let second: Actor;
beforeAll(async () => {
  hall = await HallSteps.open();
  scores = new HallScores(hall);
  first = await appointed(hall.app, 'Verifier');
  second = await appointed(hall.app, 'Tabulator');
  await hall.drawn();
  await scores.given(false);
  await hall.attend(1, absent);
}, 120_000);
afterAll(() => hall.app.stop());

const note = async (by: Actor, record: DefenceRecord) =>
  hall.app.app
    .get(RecordDefence)
    .run(by, { roundId: hall.roundId, applicationId: await scores.applicationAt(1) }, record);
const bothSay = async (record: DefenceRecord) => {
  await note(first, record);
  await note(second, record);
};
const states = async () => {
  const where = { roundId: hall.roundId, applicationId: await scores.applicationAt(1) };
  const sheets = await hall.app.database.repo(ScoreSheet).findBy(where);
  return sheets.map(({ state }) => state).toSorted();
};
const five = (state: string) => Array.from({ length: 5 }, () => state);

describe('who did not come: it refuses', () => {
  refusalTable(
    () => hall.app,
    [
      [
        'a signature, as soon as the hall has noted it',
        async () => {
          await scores.save(1, 1);
          return () => scores.sign(1, 1);
        },
        { code: 'judging.sign.absent', field: 'sheets' },
      ],
      [
        'a record against what the hall has noted, in silence',
        () => () => note(first, inTime),
        { code: 'judging.defence.clockReason', field: 'remark', variables: { min: 10 } },
      ],
    ],
  );
});

describe('an absence', () => {
  const closed = { subjectType: 'scoreSheet', actorRole: 'Tabulator' };
  const noted = { subjectType: 'application', actorRole: 'Tabulator' };
  const facts = { round: '<id>', first: '<id>', clockSeconds: null };
  recordTable(
    () => hall.app,
    [
      [
        'with the second word that nobody scores it',
        async () => {
          await note(first, away);
          return () => note(second, away);
        },
        {
          events: [
            {
              event: 'application.confirmDefence',
              ...noted,
              details: { ...facts, ...away, remark: '<hash>' },
            },
            ...Array.from({ length: 5 }, () => ({
              event: 'scoreSheet.absent',
              ...closed,
              details: { round: '<id>', was: 'Open' },
            })),
          ],
          messages: [
            { message: 'defenceConfirmed', to: 'Verifier' },
            ...Array.from({ length: 5 }, () => ({ message: 'defenceNotScored', to: 'Judge' })),
          ],
          guard: 'absenceConfirmed',
        },
      ],
      [
        'with another word that everybody scores it again',
        async () => {
          await bothSay(away);
          return () => note(second, corrected);
        },
        {
          events: [
            {
              event: 'application.enterDefence',
              ...noted,
              details: { ...facts, ...corrected, remark: '<hash>' },
            },
            ...Array.from({ length: 5 }, () => ({
              event: 'scoreSheet.readmit',
              ...closed,
              details: { round: '<id>' },
            })),
          ],
          messages: [
            { message: 'defenceDiffers', to: 'Verifier' },
            ...Array.from({ length: 5 }, () => ({ message: 'defenceScoredAgain', to: 'Judge' })),
          ],
          guard: 'absenceWithdrawn',
        },
      ],
    ],
  );
});

describe('the sheets of who did not come', () => {
  fromSavedState(() => hall.app);
  const unsigned = async () => {
    const works = await hall.app.app.get(RoundWorks).of(hall.round.programme.id);
    return works.find(({ round }) => round.id === hall.roundId)!.unsigned;
  };
  /** Sheets of this merchant of which the journal tells something else. */
  const differing = async () => {
    const applicationId = await scores.applicationAt(1);
    const ids = (await hall.app.database.repo(ScoreSheet).findBy({ applicationId })).map(
      ({ id }) => id,
    );
    const entries = await hall.app.database
      .repo(JournalEntry)
      .find({ where: { subjectType: 'scoreSheet' }, order: { sequence: 'ASC' } });
    const told = groupBy(entries, ({ subjectId }) => subjectId);
    const found = await hall.app.app.get(SheetWitness).differing(told);
    return found.filter(({ id }) => ids.includes(id));
  };
  const issue = async () => {
    const round = await hall.app.database.repo(Round).findOneByOrFail({ id: hall.roundId });
    await hall.app.database.transaction(() => hall.app.app.get(IssueSheets).run(round));
  };

  test('close with what stands on them, and keep the round from nothing', async () => {
    await hall.attend(1, { attendance: 'head', speaker: '叶某', note: null });
    await scores.signed(1, [1, 2]);
    await note(first, away);
    expect(await states()).toEqual(['Open', 'Open', 'Open', 'Signed', 'Signed']);
    expect(await unsigned()).toBe(8);
    await note(second, away);
    expect(await states()).toEqual(five('Voided'));
    expect(await unsigned()).toBe(5);
    await scores.signed(2);
    expect(await unsigned()).toBe(0);
    const { visitor } = hall.round.judges[2]!;
    const { id } = await scores.sheet(3, 1);
    await visitor.get(`/judging/sheets/${id}`);
    expect(visitor.status).toBe(404);
    await issue();
    expect(await states()).toEqual(five('Voided'));
    expect(await differing()).toEqual([]);
  });

  test('open again for who sits there still, and are signed anew', async () => {
    await scores.save(1, 1);
    await bothSay(away);
    const vacatedAt = hall.app.clock.now();
    await hall.app.database.repo(Seat).update({ id: hall.round.judges[4]!.seatId }, { vacatedAt });
    await bothSay(corrected);
    expect(await states()).toEqual(['Open', 'Open', 'Open', 'Open', 'Voided']);
    expect((await scores.sheet(1, 1)).scores).not.toEqual({});
    await hall.attend(1, { attendance: 'head', speaker: '叶某', note: null });
    await scores.signed(1, [1, 2]);
    expect(await differing()).toEqual([]);
  });

  test('open again without the paper they were on, so that the device signs or another is keyed', async () => {
    const { id } = await scores.sheet(2, 1);
    await hall.app.app.get(IssuePaper).run(second, hall.roundId, 2);
    await hall.app.database.repo(ScoreSheet).update({ id }, { paperSince: hall.app.clock.now() });
    await bothSay(away);
    await bothSay(corrected);
    expect((await scores.sheet(2, 1)).paperSince).toBeNull();
    const papers = await hall.app.database.repo(PaperSheet).findBy({ scoreSheetId: id });
    expect(papers).toMatchObject([
      { withdrawnBy: expect.any(String), withdrawnReason: corrected.remark },
    ]);
    await hall.attend(1, { attendance: 'head', speaker: '叶某', note: null });
    await scores.signed(1, [2]);
  });
});
