import { afterAll, beforeAll, describe } from '@jest/globals';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound, halfPoints } from '../../../test/support/judged-round.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ReturnSheet } from './return-sheet.js';
import { type SheetToSign, SignSheets } from './sign-sheets.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const [someIndicator] = Object.keys(halfPoints) as [string];

describe('a signature', () => {
  const sign = (seat: number, sheets: readonly SheetToSign[], confirmed = true) =>
    app.app.get(SignSheets).run(round.judge(seat), round.id, { sheets, dissent: null, confirmed });
  const saved = async (seat: number, scores = halfPoints, application = 0) => {
    const sheet = await round.sheet(seat, application);
    const { version } = await round.save(sheet, scores);
    return { sheetId: sheet.id, version };
  };
  refusalTable(
    () => app,
    [
      ['on nothing', () => () => sign(1, []), { code: 'judging.sign.choose', field: 'sheets' }],
      [
        'on what was never looked through, unless one says so',
        async () => {
          const given = await saved(1);
          return () => sign(1, [given], false);
        },
        { code: 'judging.sign.unseen', field: 'confirm' },
      ],
      [
        'in a round that is locked',
        async () => {
          const given = await saved(1);
          await round.roundIs('Locked');
          return () => sign(1, [given]);
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
      [
        'of a judge without a sheet here',
        async () => {
          const given = await saved(1);
          return () => sign(6, [given]);
        },
        missingIn('sign-sheets'),
      ],
      [
        'on a sheet of another judge',
        async () => {
          const given = await saved(2);
          return () => sign(1, [given]);
        },
        missingIn('sign-sheets'),
      ],
      [
        'on a sheet that was voided',
        async () => {
          const given = await saved(1);
          await round.void(1);
          return () => sign(1, [given]);
        },
        { code: 'judging.sheet.closed', kind: 'conflict' },
      ],
      [
        'on a sheet that is signed',
        async () => {
          const { sheetId, version } = await saved(1);
          await sign(1, [{ sheetId, version }]);
          return () => sign(1, [{ sheetId, version: version + 1 }]);
        },
        { code: 'judging.sheet.closed', kind: 'conflict' },
      ],
      [
        'on a sheet that changed after it was shown',
        async () => {
          const { sheetId, version } = await saved(1);
          await round.save(await round.sheet(1), halfPoints);
          return () => sign(1, [{ sheetId, version }]);
        },
        { code: 'judging.sign.changed', kind: 'conflict' },
      ],
      [
        'on a sheet without a score, and on none of those beside it',
        async () => {
          const complete = await saved(1);
          const rest = { ...halfPoints };
          delete rest[someIndicator];
          const lacking = await saved(1, rest, 1);
          // Not the first of them by its number: the sentence names the one that lacks the score.
          await app.database.execute('UPDATE application SET judging_number = ? WHERE id = ?', [
            '99999',
            round.applications[1]!,
          ]);
          return () => sign(1, [complete, lacking]);
        },
        {
          code: 'judging.sign.incomplete',
          variables: { number: '99999', indicator: someIndicator },
        },
      ],
      [
        'on the least score without the comment it needs',
        async () => {
          const given = await saved(1, { ...halfPoints, [someIndicator]: 0 });
          return () => sign(1, [given]);
        },
        { code: 'judging.sign.incomplete' },
      ],
    ],
  );
});

describe('a sheet given back', () => {
  const giveBack = (seat: number, number: string, why = '请核对') =>
    app.app.get(ReturnSheet).run(round.registrar, round.id, { seat, number, reason: why });
  const noSuchSheet = { code: 'judging.round.noSuchSheet', field: 'number' };
  refusalTable(
    () => app,
    [
      [
        'in a round that is locked',
        async () => {
          const number = await round.number();
          await round.roundIs('Locked');
          return () => giveBack(1, number);
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
      ['under a number nobody has', () => () => giveBack(1, '1'), noSuchSheet],
      [
        'without a reason',
        async () => {
          const number = await round.number();
          return () => giveBack(1, number, ' ');
        },
        { code: 'lifecycle.refused.guard', variables: { rule: 'S03', guard: 'reasonGiven' } },
      ],
      [
        'of a seat that scores nothing here',
        async () => {
          const number = await round.number();
          return () => giveBack(101, number);
        },
        noSuchSheet,
      ],
      [
        'of a seat nobody has',
        async () => {
          const number = await round.number();
          return () => giveBack(9, number);
        },
        noSuchSheet,
      ],
      [
        'that was voided',
        async () => {
          const number = await round.number();
          await round.void(1);
          return () => giveBack(1, number);
        },
        noSuchSheet,
      ],
      [
        'that is signed',
        async () => {
          await round.scoreAndSign(1, [round.applications[1]!]);
          const number = await round.number();
          return () => giveBack(1, number);
        },
        { code: 'judging.round.signedAlready', kind: 'conflict' },
      ],
    ],
  );
});
