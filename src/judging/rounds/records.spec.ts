import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState, recordTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { CloseRound } from './close-round.js';
import { EndRounds } from './end-rounds.js';
import { RemindJudges } from './remind-judges.js';
import { RescoreSpread } from './rescore-spread.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.seated(app);
}, 120_000);
afterAll(() => app.stop());

const ids = (count: number) => Array.from({ length: count }, () => '<id>');
const toJudges = (message: string, count: number) =>
  Array.from({ length: count }, () => ({ message, to: 'Judge' }));
const ofRound = { actorRole: 'CityRegistrar', subjectType: 'round' };
/** Both applications of the round, one entry each. */
const rescoresOfBoth = () =>
  [1, 2].map(() => ({
    event: 'round.rescore',
    actorRole: 'CityRegistrar',
    subjectType: 'application',
    details: { round: '<id>', seats: [101, 102] },
  }));
const declared = async () => {
  await round.openDeclaration();
  await round.everybodyDeclares();
};
const opened = async () => {
  await declared();
  await round.openRound();
};

describe('a round', () => {
  recordTable(
    () => app,
    [
      [
        'the call for declarations, which every judge gets',
        () => () => round.openDeclaration(),
        {
          events: [
            {
              event: 'programme.completeDraw',
              actorRole: 'CityRegistrar',
              subjectType: 'programme',
              details: {
                from: 'Drawing',
                to: 'RecusalDeclaration',
                rule: 'P07',
                seats: 7,
                chosenByHand: true,
              },
            },
            {
              event: 'declaration.open',
              actorRole: 'CityRegistrar',
              subjectType: 'programme',
              details: { seats: ids(7) },
            },
          ],
          messages: [{ message: 'judgingDeclare', to: 'Judge' }, ...toJudges('judgingDeclare', 6)],
        },
      ],
      [
        'an opening, which those with sheets are told and the alternates are not',
        async () => {
          await declared();
          return () => round.openRound();
        },
        {
          events: [
            {
              event: 'programme.startMaterialReview',
              actorRole: 'CityRegistrar',
              subjectType: 'programme',
              details: { from: 'RecusalDeclaration', to: 'MaterialReview', rule: 'P08' },
            },
            ...[1, 2].map(() => ({
              event: 'application.enterReview',
              actorRole: 'System',
              subjectType: 'application',
              details: { from: 'Verified', to: 'InReview', rule: 'A13', sheets: 5 },
            })),
            {
              event: 'round.open',
              ...ofRound,
              details: { rules: '<hash>', applications: 2, sheets: 10, withheldFiles: 0 },
            },
          ],
          messages: [{ message: 'judgingOpen', to: 'Judge' }, ...toJudges('judgingOpen', 4)],
        },
      ],
      [
        'a reminder to those who have not signed',
        async () => {
          await opened();
          await round.scoreAndSign(1);
          return () => app.app.get(RemindJudges).run(round.registrar, round.id);
        },
        {
          events: [{ event: 'round.remind', ...ofRound, details: { seats: [2, 3, 4, 5] } }],
          messages: [
            { message: 'judgingReminder', to: 'Judge' },
            ...toJudges('judgingReminder', 3),
          ],
          said: [2, 3, 4, 5].map(() => ({ count: 2, closesOn: expect.any(String) })),
        },
      ],
      [
        'a second scoring, with the step it brings and the seats that score',
        async () => {
          await opened();
          for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
          await round.scoreAndSign(5, [round.applications[0]!]);
          return () =>
            app.app.get(RescoreSpread).run(round.registrar, round.id, [round.applications[0]!]);
        },
        {
          events: [
            {
              event: 'programme.startSpreadReview',
              actorRole: 'CityRegistrar',
              subjectType: 'programme',
              details: { from: 'MaterialReview', to: 'SpreadReview', rule: 'P09a' },
            },
            {
              event: 'round.rescore',
              actorRole: 'CityRegistrar',
              subjectType: 'application',
              details: { round: '<id>', seats: [101, 102] },
            },
          ],
          messages: toJudges('judgingOpen', 2),
        },
      ],
      [
        'second scorings ordered together, each judge told once',
        async () => {
          await opened();
          for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
          await round.scoreAndSign(5, round.applications);
          return () =>
            app.app.get(RescoreSpread).run(round.registrar, round.id, round.applications);
        },
        {
          events: [
            {
              event: 'programme.startSpreadReview',
              actorRole: 'CityRegistrar',
              subjectType: 'programme',
              details: { from: 'MaterialReview', to: 'SpreadReview', rule: 'P09a' },
            },
            ...rescoresOfBoth(),
          ],
          messages: toJudges('judgingOpen', 2),
        },
      ],
      [
        'a closing that is not the last',
        async () => {
          await opened();
          for (const seat of [1, 2, 3, 4, 5]) await round.scoreAndSign(seat);
          return () => app.app.get(CloseRound).run(round.registrar, round.id);
        },
        {
          events: [{ event: 'round.close', ...ofRound, details: { sheets: 10 } }],
          messages: [],
        },
      ],
      [
        'its end with the programme, and the open sheets that fall',
        async () => {
          await opened();
          await round.scoreAndSign(1);
          for (const id of Object.values(round.programme.roundIds)) {
            if (id !== round.id) await round.roundIs('Locked', id);
          }
          await round.programmeIs('Cancelled');
          return () =>
            app.database.transaction(() =>
              app.app.get(EndRounds).run(round.programme.id, '程序缺陷'),
            );
        },
        {
          events: [
            {
              event: 'round.endWithProgramme',
              actorRole: 'System',
              subjectType: 'round',
              details: { from: 'Open', rule: 'R05', voided: ids(8) },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});

describe('the call for declarations', () => {
  fromSavedState(() => app);
  const numbers = async () => [await round.number(0), await round.number(1)];

  test('gives each verified application a number of its own, and keeps one that it has', async () => {
    await app.database.execute('UPDATE application SET judging_number = ? WHERE id = ?', [
      '12345',
      round.applications[0]!,
    ]);
    await round.openDeclaration();
    const [kept, given] = await numbers();
    expect(kept).toBe('12345');
    expect(given).toMatch(/^[1-9]\d{4}$/);
    expect(given).not.toBe(kept);
  });
});
