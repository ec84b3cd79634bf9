import { afterAll, beforeAll, describe } from '@jest/globals';
import { recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { HallScores } from '../../../test/support/hall-scores.js';
import { HallSteps } from '../../../test/support/hall-steps.js';
import { missingIn } from '../../../test/support/refusals.js';
import { Seat } from '../panel/seat.entity.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { Removal } from '../removals/removal.entity.js';
import { ConflictDeclaration } from '../conflicts/conflict-declaration.entity.js';
import { Round } from '../../programmes/round.entity.js';
import { newId } from '../../database/new-id.js';

let hall: HallSteps;
let scores: HallScores;
beforeAll(async () => {
  hall = await HallSteps.open();
  scores = new HallScores(hall);
}, 120_000);
afterAll(() => hall.app.stop());
const app = () => hall.app;
const sealed = { code: 'hall.reveal.not.sealed', kind: 'conflict' } as const;

describe('the points of a merchant', () => {
  refusalTable(app, [
    [
      'shown by a judge who is not the chair',
      async () => {
        await scores.complete();
        return () => scores.reveal(1, scores.judge(2));
      },
      missingIn('reveal-scores'),
    ],
    [
      'shown by an office',
      async () => {
        await scores.complete();
        return () => scores.reveal(1, hall.registrar);
      },
      missingIn('reveal-scores'),
    ],
    [
      'where the rules show nothing',
      async () => {
        await scores.complete(false);
        return () => scores.reveal();
      },
      missingIn('reveal-scores'),
    ],
    [
      'of the material review',
      async () => {
        await scores.complete();
        return () => scores.reveal(1, scores.judge(1), hall.round.id);
      },
      missingIn('reveal-scores'),
    ],
    [
      'at a place that nobody has',
      async () => {
        await scores.complete();
        return () => scores.reveal(9);
      },
      missingIn('reveal-scores'),
    ],
    [
      'from whom a relation keeps the chair',
      async () => {
        await scores.complete();
        await hall.app.database.repo(ConflictDeclaration).update(
          {
            seatId: hall.round.judges[0]!.seatId,
            applicationId: await scores.applicationAt(1),
          },
          { state: 'recused' },
        );
        return () => scores.reveal();
      },
      missingIn('reveal-scores'),
    ],
    [
      'after the lock',
      async () => {
        await scores.complete();
        await hall.round.roundIs('Locked', hall.roundId);
        return () => scores.reveal();
      },
      { code: 'judging.round.notOpen', kind: 'conflict' },
    ],
    [
      'who still speaks',
      async () => {
        await hall.drawn();
        await scores.given();
        await hall.attend(1, { attendance: 'head', speaker: '叶某', note: null });
        await hall.clock(1, 'start');
        await scores.signed(1);
        return () => scores.reveal();
      },
      { code: 'hall.reveal.notHeard', kind: 'conflict' },
    ],
    [
      'before the last seat has signed',
      async () => {
        await hall.drawn();
        await scores.given();
        await scores.heard(1);
        await scores.signed(1, [1, 2, 3, 4]);
        await scores.save(5, 1);
        return () => scores.reveal();
      },
      sealed,
    ],
    [
      'while somebody proposes that a judge leaves',
      async () => {
        await scores.complete();
        const { programmeId, categoryId } = await round();
        const proposed = {
          id: newId(),
          programmeId,
          categoryId,
          seatId: hall.round.judges[4]!.seatId,
          reason: '因病不能评审',
          promote: true,
          state: 'Proposed' as const,
          proposedBy: hall.registrar.accountId,
          proposedAt: hall.app.clock.now(),
        };
        await hall.app.database.repo(Removal).insert(proposed);
        return () => scores.reveal();
      },
      sealed,
    ],
    [
      'while the office decides on a relation of a judge',
      async () => {
        await scores.complete();
        await hall.app.database.repo(ConflictDeclaration).update(
          {
            seatId: hall.round.judges[1]!.seatId,
            applicationId: await scores.applicationAt(1),
          },
          { state: 'awaitingOffice' },
        );
        return () => scores.reveal();
      },
      sealed,
    ],
    [
      'while a seat whose sheet fell has no successor',
      async () => {
        await scores.complete();
        const { id } = await scores.sheet(5, 1);
        await hall.app.database.repo(ScoreSheet).update({ id }, { state: 'Voided' });
        const vacatedAt = hall.app.clock.now();
        await hall.app.database
          .repo(Seat)
          .update({ id: hall.round.judges[4]!.seatId }, { vacatedAt });
        return () => scores.reveal();
      },
      sealed,
    ],
    [
      'a second time',
      async () => {
        await scores.complete();
        await scores.reveal();
        return () => scores.reveal();
      },
      { code: 'hall.reveal.not.revealed', kind: 'conflict' },
    ],
  ]);
});

const round = () => hall.app.database.repo(Round).findOneByOrFail({ id: hall.roundId });

describe('a reveal', () => {
  recordTable(app, [
    [
      'who was shown and of how many sheets, without a point, and tells the supervisor',
      async () => {
        await scores.complete();
        return () => scores.reveal();
      },
      {
        events: [
          {
            event: 'round.revealScores',
            actorRole: 'Chair',
            subjectType: 'round',
            details: { turn: 1, applicationId: '<id>', sheets: 5 },
          },
        ],
        messages: [{ message: 'scoresRevealed', to: 'Supervisor' }],
      },
    ],
  ]);
});
