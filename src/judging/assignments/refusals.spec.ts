import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { type RefusalCase, refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { PlannedRound } from '../../../test/support/plan-round.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { ConflictDeclaration } from '../conflicts/conflict-declaration.entity.js';
import { OpenSheet } from '../sheets/open-sheet.js';

let app: TestApp;
let round: JudgedRound;
let planned: PlannedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app);
  planned = new PlannedRound(app, round);
}, 120_000);
afterAll(() => app.stop());

const relation = (seat: number, application: number, state: ConflictDeclaration['state']) =>
  app.database.repo(ConflictDeclaration).update(
    {
      seatId: round.judges[seat - 1]!.seatId,
      applicationId: round.applications[application]!,
    },
    { state },
  );
const aNumber = expect.stringMatching(/^\d{5}$/) as unknown as string;
const emptyCategory = () => round.programme.roundIds['Y.material'];

describe('before anybody is assigned', () => {
  /** What stands in the way of a plan stands in the way of a decision as well. */
  const obstacles: [string, () => Promise<unknown>, () => string | undefined, string, number][] = [
    [
      'after the scores are locked',
      async () => {
        await round.everybodyDeclares();
        await round.roundIs('Locked');
      },
      () => round.id,
      'assignment.round.locked',
      0,
    ],
    [
      'without applications',
      () => round.everybodyDeclares(),
      emptyCategory,
      'assignment.round.noApplications',
      0,
    ],
    [
      'without a panel',
      () => app.database.execute('UPDATE seat SET vacated_at = ?', [app.clock.now()]),
      () => round.id,
      'assignment.round.noPanel',
      0,
    ],
    [
      'before every judge has declared',
      async () => {
        for (const seat of [1, 2, 3]) await round.declare(seat);
      },
      () => round.id,
      'assignment.round.undeclared',
      2,
    ],
    [
      'while a relation waits for the office',
      async () => {
        await round.everybodyDeclares();
        await relation(1, 0, 'awaitingOffice');
      },
      () => round.id,
      'assignment.round.awaiting',
      1,
    ],
  ];
  refusalTable(
    () => app,
    obstacles.flatMap(([title, arrange, id, code, count]): RefusalCase[] => [
      [
        `a plan ${title}`,
        async () => {
          await arrange();
          const row = await planned.row(id());
          return () => planned.plan(row);
        },
        { code, variables: { count } },
      ],
      [
        `a decision ${title}`,
        async () => {
          await arrange();
          const row = await planned.row(id());
          return () => planned.apply(row, 'a'.repeat(64), 'wholePanel');
        },
        { code, variables: { count } },
      ],
    ]),
  );
});

describe('a plan', () => {
  const ask = (perEntry: number) => async () => {
    await round.everybodyDeclares();
    const row = await planned.row();
    return () => planned.plan(row, perEntry);
  };
  refusalTable(
    () => app,
    [
      [
        'of a round nobody planned',
        async () => {
          const row = await planned.row();
          return () => planned.plan({ ...row, id: newId() });
        },
        missingIn('plan-assignment'),
      ],
      [
        'with fewer sheets than the trimming needs',
        ask(2),
        {
          code: 'assignment.round.belowTrimming',
          field: 'perApplication',
          variables: { least: 3, perApplication: 2 },
        },
      ],
      [
        'with more sheets than there are judges',
        ask(6),
        {
          code: 'assignment.round.abovePanel',
          field: 'perApplication',
          variables: { judges: 5, perApplication: 6 },
        },
      ],
      [
        'where every application has been begun by more',
        async () => {
          await round.everybodyDeclares();
          await round.openRound();
          for (const seat of [1, 2, 3, 4, 5]) {
            for (const application of [0, 1])
              await round.save(await round.sheet(seat, application));
          }
          const row = await planned.row();
          return () => planned.plan(row);
        },
        { code: 'assignment.round.allSettled' },
      ],
    ],
  );
});

describe('a decision', () => {
  const stale = { code: 'assignment.round.stale', kind: 'conflict' } as const;
  refusalTable(
    () => app,
    [
      [
        'on a round of another programme',
        async () => {
          const row = await planned.row();
          return () => planned.apply({ ...row, programmeId: newId() }, 'a'.repeat(64));
        },
        missingIn('put-in-force'),
      ],
      [
        'on a plan nobody computed',
        async () => {
          await round.everybodyDeclares();
          const row = await planned.row();
          return () => planned.apply(row, newId());
        },
        stale,
      ],
      [
        'on a plan that a new relation has overtaken',
        async () => {
          await round.everybodyDeclares();
          const preview = await planned.planned();
          await relation(1, 0, 'hardBar');
          const row = await planned.row();
          return () => planned.apply(row, preview);
        },
        stale,
      ],
      [
        'on a plan that an opened sheet has overtaken',
        async () => {
          await round.everybodyDeclares();
          await round.openRound();
          const preview = await planned.planned();
          const { id } = await round.sheet(1);
          await app.app.get(OpenSheet).run(round.judge(1), id);
          const row = await planned.row();
          return () => planned.apply(row, preview);
        },
        stale,
      ],
      [
        'for the whole panel as it no longer is',
        async () => {
          await round.everybodyDeclares();
          const preview = await planned.wholePanel();
          await relation(1, 0, 'hardBar');
          const row = await planned.row();
          return () => planned.apply(row, preview, 'wholePanel');
        },
        stale,
      ],
      [
        'for the whole panel of an open round, when relations leave an application too few judges',
        async () => {
          await round.everybodyDeclares();
          await planned.apply(await planned.row(), await planned.planned());
          await round.openRound();
          const [sitting] = await planned.held();
          const free = [1, 2, 3, 4, 5].find((seat) => !sitting!.includes(seat))!;
          for (const seat of [free, 6, 7]) await relation(seat, 0, 'hardBar');
          const preview = await planned.wholePanel();
          const row = await planned.row();
          return () => planned.apply(row, preview, 'wholePanel');
        },
        {
          code: 'judging.round.tooFewFor',
          from: 'put-in-force',
          variables: { number: aNumber, count: 4, minimum: 5 },
        },
      ],
      [
        'an opening with fewer judges than were assigned',
        async () => {
          await round.everybodyDeclares();
          await planned.apply(await planned.row(), await planned.planned());
          for (const seat of [1, 2, 3, 4, 5, 6]) await relation(seat, 0, 'hardBar');
          return () => round.openRound();
        },
        { code: 'assignment.round.shortAtOpening' },
      ],
    ],
  );
});
