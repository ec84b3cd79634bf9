import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { recordTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';
import { DecideConflict } from './decide-conflict.js';
import { DeclareLateConflict } from './declare-late-conflict.js';
import { Removal } from '../removals/removal.entity.js';
import { DecideRemoval } from '../removals/decide-removal.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app);
  await office(app, 'Approver');
}, 120_000);
afterAll(() => app.stop());

const open = async () => {
  await round.everybodyDeclares();
  await round.openRound();
};
const soft = { ground: '5', explanation: '同为某协会副会长' } as const;
const hard = { ground: '2', explanation: '持有其股份' } as const;
const onApplication = { subjectType: 'application' };
const voided = {
  event: 'scoreSheet.void',
  subjectType: 'scoreSheet',
  details: { round: '<id>', was: 'Open', total: null },
};

describe('a relation', () => {
  recordTable(
    () => app,
    [
      [
        'a declaration of none',
        () => () => round.declare(1),
        {
          events: [
            {
              event: 'conflict.declare',
              actorRole: 'Judge',
              subjectType: 'seat',
              details: { answers: 2, barred: 0, awaiting: 0 },
            },
          ],
          messages: [],
        },
      ],
      [
        'a declaration of a bar and of one to decide, which the office is told',
        () => () =>
          round.declare(1, { [round.applications[0]!]: soft, [round.applications[1]!]: hard }),
        {
          events: [
            {
              event: 'conflict.declare',
              actorRole: 'Judge',
              subjectType: 'seat',
              details: { answers: 2, barred: 1, awaiting: 1 },
            },
          ],
          messages: [{ message: 'conflictDeclared', to: 'CityRegistrar' }],
        },
      ],
      [
        'a decision, which the judge and the supervisor are told',
        async () => {
          await round.declare(2, { [round.applications[0]!]: soft });
          const { id } = await app.database
            .repo(ConflictDeclaration)
            .findOneByOrFail({ state: 'awaitingOffice' });
          return () =>
            app.app
              .get(DecideConflict)
              .run(round.registrar, id, { decision: 'recused', reason: '可能影响公正' });
        },
        {
          events: [
            {
              event: 'conflict.decide',
              actorRole: 'CityRegistrar',
              ...onApplication,
              details: { seat: '<id>', ground: '5', decision: 'recused', competitors: 0 },
            },
          ],
          messages: [
            { message: 'conflictDecided', to: 'Supervisor' },
            { message: 'judgingConflictDecided', to: 'Judge' },
          ],
          whom: () => [round.supervisor.accountId, round.judge(2).accountId],
        },
      ],
      [
        'a judge who steps back, which the office and the supervisor are told',
        async () => {
          await open();
          const { id } = await round.sheet(2);
          return () => app.app.get(DeclareLateConflict).run(round.judge(2), id, hard);
        },
        {
          events: [
            {
              event: 'conflict.declareLate',
              actorRole: 'Judge',
              ...onApplication,
              details: { ground: '2', seat: '<id>' },
            },
            { ...voided, actorRole: 'Judge' },
          ],
          messages: [
            { message: 'judgingSteppedBack', to: 'CityRegistrar' },
            { message: 'judgingSteppedBack', to: 'Supervisor' },
          ],
        },
      ],
      [
        'a judge who asks to step back from a signed sheet, which stands until an approver decides',
        async () => {
          await open();
          await round.scoreAndSign(2);
          const { id } = await round.sheet(2);
          return async () => {
            await app.app.get(DeclareLateConflict).run(round.judge(2), id, hard);
            expect((await round.sheet(2)).state).toBe('Signed');
          };
        },
        {
          events: [
            {
              event: 'removal.propose',
              actorRole: 'Judge',
              subjectType: 'removal',
              details: {
                number: 2,
                seat: '<id>',
                application: '<id>',
                ground: '2',
                reason: '<hash>',
                promote: false,
                next: null,
              },
            },
          ],
          messages: [
            { message: 'judgingStepBackAsked', to: 'CityRegistrar' },
            { message: 'judgingStepBackAsked', to: 'Supervisor' },
            { message: 'removalProposed', to: 'Approver' },
          ],
        },
      ],
      [
        'a sheet that an approver leaves valid, which the judge who asked is told',
        async () => {
          await open();
          await round.scoreAndSign(2);
          const { id } = await round.sheet(2);
          await app.app.get(DeclareLateConflict).run(round.judge(2), id, hard);
          const removal = await app.database.repo(Removal).findOneByOrFail({ state: 'Proposed' });
          const given = { decision: 'decline', reason: '经查不构成利害关系' } as const;
          return () => app.app.get(DecideRemoval).run(round.approver, removal.id, given);
        },
        {
          events: [
            {
              event: 'removal.decline',
              actorRole: 'Approver',
              subjectType: 'removal',
              details: { proposer: '<id>', reason: '<hash>' },
            },
          ],
          messages: [
            { message: 'judgingSheetKept', to: 'Judge' },
            { message: 'removalDeclined', to: 'CityRegistrar' },
            { message: 'removalDeclined', to: 'Supervisor' },
          ],
        },
      ],
    ],
  );
});
