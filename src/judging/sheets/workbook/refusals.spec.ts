import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { recordTable, refusalTable } from '../../../../test/support/case-tables.js';
import { JudgedRound } from '../../../../test/support/judged-round.js';
import { SCORE, ScoringWorkbook, codes } from '../../../../test/support/scoring-workbook.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { workbook } from '../../../../test/support/workbook.js';

let app: TestApp;
let round: JudgedRound;
let book: ScoringWorkbook;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  book = new ScoringWorkbook(app, round);
}, 120_000);
afterAll(() => app.stop());

const scored = (seat = 1) => book.filled((lines) => (lines[1]![SCORE] = '4'), seat);
const refusedWhole = { code: 'merchants.import.hasErrors', field: 'file', variables: { count: 1 } };
/** A workbook of one row, taken before what happens then. */
const before = async (happens: () => Promise<unknown>) => {
  const lines = await book.taken();
  lines[1]![SCORE] = '4';
  await happens();
  return workbook(lines.slice(0, 2));
};

describe('what a workbook may not do', () => {
  refusalTable(
    () => app,
    [
      [
        'the sheet of another judge',
        async () => {
          const lines = await book.taken(2);
          const content = workbook(lines.slice(0, 2));
          expect(await book.said(content)).toEqual(['2 sheet judging.workbook.unknown']);
          return () => book.enter(content);
        },
        refusedWhole,
      ],
      [
        'a sheet that was signed since',
        async () => {
          const content = await before(() => round.scoreAndSign(1));
          return () => book.enter(content);
        },
        refusedWhole,
      ],
      [
        'a sheet that fell since',
        async () => {
          const applicationId = (await book.first()).applicationId;
          const number = await round.number(round.applications.indexOf(applicationId));
          const content = await before(() => round.void(1, { number }));
          return () => book.enter(content);
        },
        refusedWhole,
      ],
      [
        'a round that is locked',
        async () => {
          const content = await before(() => round.roundIs('Locked'));
          return () => book.enter(content);
        },
        refusedWhole,
      ],
      [
        'what differs from what was shown',
        async () => {
          const content = await scored();
          return () => book.enter(content, { digest: 'x' });
        },
        { code: 'judging.workbook.changed', kind: 'conflict' },
      ],
      [
        'to write over another window without a word',
        async () => {
          const content = await before(async () =>
            round.save(await book.first(), { [codes[0]]: 300 }),
          );
          return () => book.enter(content);
        },
        {
          code: 'merchants.import.unconfirmed',
          field: 'confirmed',
          variables: { count: 1 },
        },
      ],
    ],
  );
});

describe('a workbook', () => {
  recordTable(
    () => app,
    [
      [
        'each sheet as its page would, and the file by its hash',
        async () => {
          const content = await scored();
          return () => book.enter(content);
        },
        {
          events: [
            {
              event: 'scoreSheet.score',
              actorRole: 'Judge',
              subjectType: 'scoreSheet',
              details: { version: 2, scores: { [codes[0]]: 400 }, comments: '<hash>' },
            },
            {
              event: 'scoreSheet.importScores',
              actorRole: 'Judge',
              subjectType: 'import',
              details: { sheets: 1, file: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
