import { afterAll, beforeAll, describe } from '@jest/globals';
import { recordTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { PlannedRound } from '../../../test/support/plan-round.js';
import { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let round: JudgedRound;
let planned: PlannedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app);
  planned = new PlannedRound(app, round);
  await round.everybodyDeclares();
}, 120_000);
afterAll(() => app.stop());

const ofRound = { actorRole: 'CityRegistrar', subjectType: 'round' };
const wholePanel = {
  number: 1,
  mode: 'wholePanel',
  perApplication: null,
  seed: null,
  problemHash: null,
  planHash: null,
};
const byPlan = {
  number: 1,
  mode: 'perApplication',
  perApplication: 3,
  seed: '2026',
  problemHash: '<hash>',
  planHash: '<hash>',
};

const byTable = {
  number: 1,
  mode: 'perApplication',
  perApplication: 3,
  problemHash: '<hash>',
  planHash: '<hash>',
  file: '<hash>',
};

describe('an assignment', () => {
  recordTable(
    () => app,
    [
      [
        'the request for a plan',
        async () => {
          const row = await planned.row();
          return () => planned.plan(row);
        },
        {
          events: [
            {
              event: 'calculation.request',
              ...ofRound,
              details: { kind: 'assignment.plan', inputHash: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
      [
        'the whole panel before the opening',
        async () => {
          const row = await planned.row();
          const preview = await planned.wholePanel();
          return () => planned.apply(row, preview, 'wholePanel');
        },
        { events: [{ event: 'assignment.apply', ...ofRound, details: wholePanel }], messages: [] },
      ],
      [
        'a plan before the opening',
        async () => {
          const preview = await planned.planned();
          const row = await planned.row();
          return () => planned.apply(row, preview);
        },
        { events: [{ event: 'assignment.apply', ...ofRound, details: byPlan }], messages: [] },
      ],
      [
        'a table before the opening',
        async () => {
          const row = await planned.row();
          const given = await planned.table([
            [1, 2, 3],
            [3, 4, 101],
          ]);
          return () => planned.importTable(row, given);
        },
        {
          events: [
            {
              event: 'assignment.import',
              ...ofRound,
              details: { ...byTable, added: 1, removed: 5 },
            },
          ],
          messages: [],
        },
      ],
      [
        'a table in the open round: those who get sheets are told',
        async () => {
          await planned.apply(await planned.row(), await planned.planned());
          await round.openRound();
          const row = await planned.row();
          const held = await planned.held();
          const given = await planned.table(held.map((seats) => [...seats.slice(1), 101]));
          return () => planned.importTable(row, given);
        },
        {
          events: [
            {
              event: 'assignment.import',
              ...ofRound,
              details: { ...byTable, number: 2, added: 2, removed: 2, issued: 2, withdrawn: 2 },
            },
          ],
          messages: [{ message: 'judgingOpen', to: 'Judge' }],
        },
      ],
      [
        'the whole panel after a plan: those who get sheets are told',
        async () => {
          await planned.apply(await planned.row(), await planned.planned());
          await round.openRound();
          const row = await planned.row();
          const preview = await planned.wholePanel();
          return () => planned.apply(row, preview, 'wholePanel');
        },
        {
          events: [
            {
              event: 'assignment.apply',
              ...ofRound,
              details: { ...wholePanel, number: 2, issued: 4, withdrawn: 0 },
            },
          ],
          messages: [1, 2, 3, 4].map(() => ({ message: 'judgingOpen', to: 'Judge' })),
        },
      ],
    ],
  );
});
