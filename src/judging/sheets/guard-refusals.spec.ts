import { afterAll, beforeAll, describe } from '@jest/globals';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { confirmRemovals } from '../../../test/support/removals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { MoveSheet, type SheetMove } from './move-sheet.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const signing = { everyIndicatorScored: true, requiredCommentsWritten: true, roundOpen: true };
const voiding = { conflictEstablished: true, reasonGiven: true, roundNotLocked: true };
const move = async (given: Partial<SheetMove>) => {
  const sheet = await round.sheet(1);
  return () =>
    app.database.transaction(() =>
      app.app.get(MoveSheet).run(sheet, {
        event: 'sign',
        actorId: sheet.accountId,
        role: 'Judge',
        guards: signing,
        programmeId: round.programme.id,
        details: {},
        change: () => ({}),
        ...given,
      }),
    );
};
const voidSigned = async (
  missing: Record<string, boolean>,
  role: 'Approver' | 'CityRegistrar' = 'Approver',
) => {
  await round.scoreAndSign(1);
  const both = { ...voiding, groundNamed: true, secondPersonConfirms: true };
  return move({ event: 'void', role, guards: { ...both, ...missing } });
};
const code = 'lifecycle.refused.guard';

/** A use case that forgets what it should find out moves no sheet. */
describe('a move of a sheet', () => {
  refusalTable(
    () => app,
    [
      [
        'signed without a score',
        () => move({ guards: { ...signing, everyIndicatorScored: false } }),
        { code, variables: { rule: 'S04', guard: 'everyIndicatorScored' } },
      ],
      [
        'signed without a comment',
        () => move({ guards: { ...signing, requiredCommentsWritten: false } }),
        { code, variables: { rule: 'S04', guard: 'requiredCommentsWritten' } },
      ],
      [
        'signed in a closed round',
        () => move({ guards: { ...signing, roundOpen: false } }),
        { code, variables: { rule: 'S04', guard: 'roundOpen' } },
      ],
      [
        'voided without a ground',
        () => move({ event: 'void', guards: { ...voiding, conflictEstablished: false } }),
        { code, variables: { rule: 'S05', guard: 'conflictEstablished' } },
      ],
      [
        'voided for a reason of blanks',
        async () => {
          await round.proposeVoiding(1, { reason: ' ' });
          return () => confirmRemovals(app, round.approver);
        },
        { code, variables: { rule: 'S05', guard: 'reasonGiven' } },
      ],
      [
        'voided after the lock',
        () => move({ event: 'void', guards: { ...voiding, roundNotLocked: false } }),
        { code, variables: { rule: 'S05', guard: 'roundNotLocked' } },
      ],
      [
        'voided after signing without a ground of the catalogue',
        () => voidSigned({ groundNamed: false }),
        { code, variables: { rule: 'S07', guard: 'groundNamed' } },
      ],
      [
        'voided after signing by one person',
        () => voidSigned({ secondPersonConfirms: false }),
        { code, variables: { rule: 'S07', guard: 'secondPersonConfirms' } },
      ],
      [
        'voided after signing by the registrar',
        () => voidSigned({}, 'CityRegistrar'),
        { code: 'lifecycle.refused.role', variables: { rule: 'S07', role: 'CityRegistrar' } },
      ],
      [
        'signed by the tabulator',
        () => move({ role: 'Tabulator' }),
        { code: 'lifecycle.refused.role', variables: { rule: 'S04', role: 'Tabulator' } },
      ],
      [
        'ended with a programme that runs',
        () => move({ event: 'endWithProgramme', role: 'System' }),
        { code, variables: { rule: 'S06', guard: 'programmeTerminated' } },
      ],
    ],
  );
});
