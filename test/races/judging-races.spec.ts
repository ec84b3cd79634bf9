import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { ConflictDeclaration } from '../../src/judging/conflicts/conflict-declaration.entity.js';
import { DecideConflict } from '../../src/judging/conflicts/decide-conflict.js';
import { ReplaceSeat } from '../../src/judging/panel/replace-seat.js';
import { DecideRemoval } from '../../src/judging/removals/decide-removal.js';
import { Removal } from '../../src/judging/removals/removal.entity.js';
import type { RemovalDecision } from '../../src/rules/lifecycle/removal-states.js';
import { ReturnSheet } from '../../src/judging/sheets/return-sheet.js';
import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { SignSheets } from '../../src/judging/sheets/sign-sheets.js';
import { Application } from '../../src/applications/application.entity.js';
import { acting } from '../support/acting.js';
import { JudgedRound } from '../support/judged-round.js';
import { TestApp } from '../support/test-app.js';
import { raceTable } from './race.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const saved = async () => {
  await round.save(await round.sheet(1));
  return round.sheet(1);
};
const sign = ({ id, version, accountId }: ScoreSheet) =>
  app.app.get(SignSheets).run(acting('Judge', { accountId }), round.id, {
    sheets: [{ sheetId: id, version }],
    dissent: null,
    confirmed: true,
  });
const stateOf = async ({ id }: ScoreSheet) =>
  (await app.database.repo(ScoreSheet).findOneByOrFail({ id })).state;

describe('acts on a sheet that compete', () => {
  raceTable(
    () => app,
    [
      [
        'saving and signing',
        async () => {
          const sheet = await saved();
          return {
            acts: [() => round.save(sheet), () => sign(sheet)],
            told: [['errors.conflict', 'judging.sheet.closed'], ['judging.sign.changed']],
            after: async () => expect(['Open', 'Signed']).toContain(await stateOf(sheet)),
          };
        },
      ],
      [
        'signing and giving back',
        async () => {
          const sheet = await saved();
          const where = { id: sheet.applicationId };
          const { judgingNumber } = await app.database.repo(Application).findOneByOrFail(where);
          const given = { seat: 1, number: judgingNumber ?? '', reason: '请补写评语。' };
          return {
            acts: [
              () => sign(sheet),
              () => app.app.get(ReturnSheet).run(acting('Tabulator'), round.id, given),
            ],
            told: [[], ['judging.round.signedAlready']],
            both: true,
            after: async () => expect(await stateOf(sheet)).toBe('Signed'),
          };
        },
      ],
      [
        'replacing one judge twice',
        async () => {
          const { seatId } = round.judges[1]!;
          const given = { seatId, ground: null, reason: '因病不能评审', promote: true };
          const replace = () =>
            app.app.get(ReplaceSeat).run(round.registrar, round.programme.id, given);
          return {
            acts: [replace, replace],
            told: [['judging.removal.proposedAlready'], ['judging.removal.proposedAlready']],
            after: async () => {
              const proposed = await app.database.rows('SELECT id FROM removal');
              expect(proposed).toHaveLength(1);
            },
          };
        },
      ],
      [
        'deciding on one removal twice',
        async () => {
          await round.proposeVoiding(1);
          const { id } = await app.database.repo(Removal).findOneByOrFail({ state: 'Proposed' });
          const decide = (decision: RemovalDecision) =>
            app.app.get(DecideRemoval).run(round.approver, id, { decision, reason: '经查属实' });
          const told = ['judging.removal.decidedAlready'];
          return {
            acts: [() => decide('confirm'), () => decide('decline')],
            told: [told, told],
            after: async () => {
              const { state } = await app.database.repo(Removal).findOneByOrFail({ id });
              expect((await round.sheet(1)).state).toBe(state === 'Confirmed' ? 'Voided' : 'Open');
            },
          };
        },
      ],
      [
        'deciding on one relation twice',
        async () => {
          const { seatId } = round.judges[0]!;
          const rows = app.database.repo(ConflictDeclaration);
          const { id } = await rows.findOneByOrFail({ seatId });
          await rows.update({ id }, { state: 'awaitingOffice' });
          const decide = () =>
            app.app
              .get(DecideConflict)
              .run(round.registrar, id, { decision: 'cleared', reason: '不影响公正评审' });
          return {
            acts: [decide, decide],
            told: [['judging.conflict.decidedAlready'], ['judging.conflict.decidedAlready']],
            after: async () => expect((await rows.findOneByOrFail({ id })).state).toBe('cleared'),
          };
        },
      ],
    ],
  );
});
