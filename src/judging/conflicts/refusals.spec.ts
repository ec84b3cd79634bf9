import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';
import { ConflictFacts } from './conflict-facts.js';
import { DecideConflict } from './decide-conflict.js';
import { DeclareConflicts } from './declare-conflicts.js';
import { DeclareLateConflict } from './declare-late-conflict.js';
import { SaveDeclarationDraft } from './save-declaration-draft.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app);
}, 120_000);
afterAll(() => app.stop());

const open = async () => {
  await round.everybodyDeclares();
  await round.openRound();
};
const none = { ground: null, explanation: null };

describe('answers kept before the signature', () => {
  const keep = async (seat: number, by = round.judge(seat), version = 0) => {
    const row = await round.ownSeat(seat);
    const answers = new Map([[round.applications[0]!, none]]);
    return () => app.app.get(SaveDeclarationDraft).run(by, row, answers, version);
  };
  refusalTable(
    () => app,
    [
      [
        'after the phase',
        async () => {
          const act = await keep(1);
          await round.programmeIs('Deliberation');
          return act;
        },
        { code: 'judging.declaration.notNow', kind: 'conflict' },
      ],
      [
        'of the seat of somebody else',
        () => keep(1, round.judge(2)),
        missingIn('save-declaration-draft'),
      ],
      [
        'of a seat that was vacated meanwhile',
        async () => {
          const act = await keep(1);
          await round.replace(1, { promote: false });
          return act;
        },
        { code: 'judging.declaration.vacated', kind: 'conflict' },
      ],
      [
        'of a declaration that is signed',
        async () => {
          const act = await keep(1);
          await round.declare(1);
          return act;
        },
        { code: 'judging.declaration.signed', kind: 'conflict' },
      ],
      [
        'over answers that another window kept meanwhile',
        async () => {
          await (
            await keep(1)
          )();
          return keep(1);
        },
        staleIn('save-declaration-draft'),
      ],
    ],
  );
});

const soft = { ground: '5', explanation: '同为某协会副会长' } as const;

describe('a declaration', () => {
  const own = async (seat: number) => {
    const row = await round.ownSeat(seat);
    const identities = await app.app.get(ConflictFacts).load(row.id, row.categoryId);
    const answers = new Map(identities.map(({ applicationId }) => [applicationId, none]));
    return { row, identities, answers };
  };
  refusalTable(
    () => app,
    [
      [
        'before its phase',
        async () => {
          const { row, identities, answers } = await own(1);
          const early = { ...row, programmeState: 'Drawing' };
          return () =>
            app.app.get(DeclareConflicts).run(round.judge(1), early, identities, answers);
        },
        { code: 'judging.declaration.notNow', kind: 'conflict' },
      ],
      [
        'for the seat of somebody else',
        () => () => round.declare(1, {}, round.judge(2)),
        missingIn('declare-conflicts'),
      ],
      [
        'for a seat that was vacated meanwhile',
        async () => {
          const { row, identities, answers } = await own(1);
          await round.replace(1, { promote: false });
          return () => app.app.get(DeclareConflicts).run(round.judge(1), row, identities, answers);
        },
        { code: 'judging.declaration.vacated', kind: 'conflict' },
      ],
      [
        'with one applicant left out',
        async () => {
          const { row, identities, answers } = await own(1);
          answers.delete(identities[1]!.applicationId);
          return () => app.app.get(DeclareConflicts).run(round.judge(1), row, identities, answers);
        },
        { code: 'judging.declaration.incomplete' },
      ],
      [
        'that was signed already',
        async () => {
          await round.declare(1);
          return () => round.declare(1);
        },
        { code: 'judging.declaration.signed', kind: 'conflict' },
      ],
    ],
  );
});

describe('a decision on a relation', () => {
  const decide = (declarationId: string) =>
    app.app
      .get(DecideConflict)
      .run(round.registrar, declarationId, { decision: 'cleared', reason: '不影响公正评审' });
  const declared = async (answer: Parameters<JudgedRound['declare']>[1]) => {
    await round.declare(1, answer);
    const where = { seatId: round.judges[0]!.seatId, applicationId: round.applications[0]! };
    const { id } = await app.database.repo(ConflictDeclaration).findOneByOrFail(where);
    return id;
  };
  const waiting = () => declared({ [round.applications[0]!]: soft });
  refusalTable(
    () => app,
    [
      ['nobody declared', () => () => decide(newId()), missingIn('decide-conflict')],
      [
        'taken already',
        async () => {
          const id = await waiting();
          await decide(id);
          return () => decide(id);
        },
        { code: 'judging.conflict.decidedAlready', kind: 'conflict' },
      ],
      [
        'that bars by itself',
        async () => {
          const answer = { ground: '1', explanation: '三年内曾受聘为其顾问' } as const;
          const id = await declared({ [round.applications[0]!]: answer });
          return () => decide(id);
        },
        { code: 'judging.conflict.decidedAlready', kind: 'conflict' },
      ],
      [
        'after the programme has ended',
        async () => {
          const id = await waiting();
          await round.programmeIs('Cancelled');
          return () => decide(id);
        },
        { code: 'programmes.refused.over', kind: 'conflict' },
      ],
    ],
  );
});

describe('a late relation', () => {
  const late = (seat: number, sheetId: string) =>
    app.app
      .get(DeclareLateConflict)
      .run(round.judge(seat), sheetId, { ground: '1', explanation: '三年内曾受聘为其顾问' });
  refusalTable(
    () => app,
    [
      [
        'on the sheet of another judge',
        async () => {
          await open();
          const { id } = await round.sheet(2);
          return () => late(1, id);
        },
        missingIn('declare-late-conflict'),
      ],
      [
        'by the registrar in a judge’s name',
        async () => {
          await open();
          const { id } = await round.sheet(1);
          const given = { ground: '1', explanation: '三年内曾受聘为其顾问' } as const;
          const by = acting('CityRegistrar', { accountId: round.registrar.accountId });
          return () => app.app.get(DeclareLateConflict).run(by, id, given);
        },
        missingIn('declare-late-conflict'),
      ],
      [
        'declared twice',
        async () => {
          await open();
          const { id } = await round.sheet(1);
          await late(1, id);
          return () => late(1, id);
        },
        {
          code: 'judging.sheet.closed',
          variables: { lifecycle: 'scoreSheet', state: 'Voided' },
          kind: 'conflict',
          from: 'declare-late-conflict',
        },
      ],
      [
        'after the scores are locked',
        async () => {
          await open();
          const { id } = await round.sheet(1);
          await round.roundIs('Locked');
          return () => late(1, id);
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
    ],
  );
});
