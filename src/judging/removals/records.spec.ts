import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState, recordTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ConflictDeclaration } from '../conflicts/conflict-declaration.entity.js';
import { Seat } from '../panel/seat.entity.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { DecideRemoval } from './decide-removal.js';
import { Removal } from './removal.entity.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  await office(app, 'Approver');
}, 120_000);
afterAll(() => app.stop());

const onRemoval = { subjectType: 'removal' };
const decide = async (decision: 'confirm' | 'decline') => {
  const { id } = await app.database.repo(Removal).findOneByOrFail({ state: 'Proposed' });
  return () => app.app.get(DecideRemoval).run(round.approver, id, { decision, reason: '经查属实' });
};

describe('a sheet that should fall', () => {
  recordTable(
    () => app,
    [
      [
        'the proposal, of which the approvers are told',
        () => () => round.proposeVoiding(3, { ground: '4h' }),
        {
          events: [
            {
              event: 'removal.propose',
              actorRole: 'CityRegistrar',
              ...onRemoval,
              details: {
                number: 3,
                seat: '<id>',
                application: '<id>',
                ground: '4h',
                reason: '<hash>',
                promote: false,
                next: null,
              },
            },
          ],
          messages: [{ message: 'removalProposed', to: 'Approver' }],
        },
      ],
      [
        'the confirmation, of which the judge, the supervisor and the registrar are told',
        async () => {
          await round.proposeVoiding(3);
          return decide('confirm');
        },
        {
          events: [
            {
              event: 'conflict.establish',
              actorRole: 'Approver',
              subjectType: 'application',
              details: { seat: '<id>', ground: '1', proposer: '<id>' },
            },
            {
              event: 'scoreSheet.void',
              actorRole: 'Approver',
              subjectType: 'scoreSheet',
              details: { round: '<id>', was: 'Open', total: null },
            },
            {
              event: 'application.replaceSheet',
              actorRole: 'Approver',
              subjectType: 'application',
              details: { from: 'InReview', to: 'InReview', rule: 'A14', seat: '<id>' },
            },
            {
              event: 'removal.confirm',
              actorRole: 'Approver',
              ...onRemoval,
              details: { proposer: '<id>', reason: '<hash>' },
            },
          ],
          messages: [
            { message: 'judgingSheetVoided', to: 'Judge' },
            { message: 'removalConfirmed', to: 'CityRegistrar' },
            { message: 'removalConfirmed', to: 'Supervisor' },
          ],
        },
      ],
    ],
  );
});

describe('what two people decide', () => {
  fromSavedState(() => app);
  const stateOf = async (seat: number) => (await round.sheet(seat)).state;
  const ofSeat = async (number: number) => {
    const seats = await app.database.repo(Seat).findBy({ number });
    const ids = seats.map(({ id }) => id);
    const sheets = await app.database.repo(ScoreSheet).find();
    return sheets
      .filter(({ seatId }) => ids.includes(seatId))
      .map(({ state }) => state)
      .toSorted();
  };

  test('a signed sheet stands until the second person has confirmed', async () => {
    await round.scoreAndSign(1);
    await round.proposeVoiding(1);
    expect(await stateOf(1)).toBe('Signed');
    await (
      await decide('confirm')
    )();
    expect(await stateOf(1)).toBe('Voided');
    const { seatId, applicationId } = await round.sheet(1);
    const where = { seatId, applicationId };
    const declared = await app.database.repo(ConflictDeclaration).findOneByOrFail(where);
    expect([declared.state, declared.ground, declared.decidedBy]).toEqual([
      'recused',
      '1',
      round.approver.accountId,
    ]);
  });

  test('a sheet stays where the approver declines, and may be proposed again', async () => {
    await round.scoreAndSign(1);
    await round.proposeVoiding(1);
    await (
      await decide('decline')
    )();
    expect(await stateOf(1)).toBe('Signed');
    await round.proposeVoiding(1);
  });

  test('a judge who falls ill leaves what was signed; the successor scores the rest', async () => {
    const [sheet] = await app.database.repo(ScoreSheet).findBy({
      seatId: round.judges[1]!.seatId,
      applicationId: round.applications[0]!,
    });
    await app.database.repo(ScoreSheet).update({ id: sheet!.id }, { state: 'Signed' });
    await round.replace(2);
    expect(await ofSeat(2)).toEqual(['Open', 'Signed', 'Voided']);
  });

  test('a judge with a relation leaves nothing', async () => {
    await round.scoreAndSign(2);
    await round.replace(2, { ground: '1' });
    expect(await ofSeat(2)).toEqual(['Open', 'Open', 'Voided', 'Voided']);
  });

  test('a valid sheet of a judge who has left can still fall', async () => {
    await round.scoreAndSign(2);
    await round.replace(2);
    expect(await ofSeat(2)).toEqual(['Signed', 'Signed']);
    await round.void(2);
    expect(await ofSeat(2)).toEqual(['Open', 'Signed', 'Voided']);
  });
});
