import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { loadWorkingDays } from '../../../test/support/programme.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import type { MinuteKind } from '../../rules/rounds/panel-minutes.js';
import { Seat } from '../panel/seat.entity.js';
import { AnswerQuestion } from './answer-question.js';
import { ChairQueries } from './chair.queries.js';
import { ClaimTooShort } from './claim-too-short.js';
import { RecordMinute } from './record-minute.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  round = await JudgedRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const claim = (by = round.judge(2)) => app.app.get(ClaimTooShort).run(by, round.id);
const write = (
  by = round.judge(1),
  {
    kind = 'question',
    text = '3号材料缺页，如何处理？',
  }: { kind?: MinuteKind; text?: string } = {},
) => app.app.get(RecordMinute).run(by, round.id, { kind, text });
const answer = (by = acting('CityRegistrar'), number = 1) =>
  app.app.get(AnswerQuestion).run(by, { roundId: round.id, number }, '按现有材料评。');
const asked = (act: () => Promise<unknown>) => async () => {
  await write();
  return act;
};
const vacate = (seat: number) =>
  app.database
    .repo(Seat)
    .update({ id: round.judges[seat - 1]!.seatId }, { vacatedAt: app.clock.now() });

describe('the word that the time is too short', () => {
  refusalTable(
    () => app,
    [
      [
        'of a judge without a sheet',
        () => () => claim(round.judge(6)),
        missingIn('claim-too-short'),
      ],
      ['of a stranger', () => () => claim(acting('Judge')), missingIn('claim-too-short')],
      [
        'of a judge who left',
        async () => {
          await vacate(2);
          return () => claim();
        },
        missingIn('claim-too-short'),
      ],
      [
        'said twice of one day',
        async () => {
          await claim();
          return () => claim();
        },
        { code: 'judging.time.claimedAlready', kind: 'conflict' },
      ],
      [
        'of who has signed everything',
        async () => {
          await round.scoreAndSign(2);
          return () => claim();
        },
        { code: 'judging.time.allSigned', kind: 'conflict' },
      ],
      [
        'after the lock',
        async () => {
          await round.roundIs('Locked');
          return () => claim();
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
    ],
  );
});

describe('an entry in the minutes', () => {
  refusalTable(
    () => app,
    [
      [
        'by a judge who does not chair',
        () => () => write(round.judge(2)),
        missingIn('record-minute'),
      ],
      [
        'by a chair who leaves while it waits for the round',
        async () => {
          const queries = app.app.get(ChairQueries);
          const before = await queries.chaired(round.judge(1).accountId);
          jest.spyOn(queries, 'chaired').mockResolvedValueOnce(before);
          await vacate(1);
          return () => write();
        },
        missingIn('record-minute'),
      ],
      [
        'before the round is opened',
        async () => {
          await round.roundIs('Planned');
          return () => write();
        },
        missingIn('record-minute'),
      ],
      [
        'by a chair who left',
        async () => {
          await vacate(1);
          return () => write();
        },
        missingIn('record-minute'),
      ],
      [
        'after the lock',
        async () => {
          await round.roundIs('Locked');
          return () => write();
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
      [
        'with what somebody gave',
        () => () => write(round.judge(1), { kind: 'note', text: '二号席给了85分' }),
        { code: 'judging.chair.points', variables: { found: '85分' } },
      ],
    ],
  );
});

describe('an answer', () => {
  refusalTable(
    () => app,
    [
      ['by a screener', asked(() => answer(acting('Screener'))), missingIn('acting-role')],
      [
        'by a registrar of another programme',
        asked(() => answer(acting('CityRegistrar', { programmeId: newId() }))),
        missingIn('acting-role'),
      ],
      ['to nothing', () => () => answer(), missingIn('answer-question')],
      [
        'to what is no question',
        async () => {
          await write(round.judge(1), { kind: 'note' });
          return () => answer();
        },
        missingIn('answer-question'),
      ],
      [
        'given twice',
        async () => {
          await write();
          await answer();
          return () => answer();
        },
        { code: 'judging.chair.answeredAlready', kind: 'conflict' },
      ],
      [
        'after the lock',
        async () => {
          await write();
          await round.roundIs('Locked');
          return () => answer();
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
    ],
  );
});
