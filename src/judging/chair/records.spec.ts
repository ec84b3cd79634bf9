import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { loadWorkingDays } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Round } from '../../programmes/round.entity.js';
import { AnswerQuestion } from './answer-question.js';
import { ClaimTooShort } from './claim-too-short.js';
import { RecordMinute } from './record-minute.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  round = await JudgedRound.open(app);
  await app.database
    .repo(Round)
    .update({ id: round.id }, { opensOn: '2026-09-14', closesOn: '2026-09-25' });
  app.clock.moveTo('2026-09-21T02:00:00.000Z');
}, 120_000);
afterAll(() => app.stop());

const claim = (seat: number) => app.app.get(ClaimTooShort).run(round.judge(seat), round.id);
const write = (kind: 'note' | 'question', text: string) =>
  app.app.get(RecordMinute).run(round.judge(1), round.id, { kind, text });
const ofRound = { subjectType: 'round' };
const claimed = (seat: number) => ({
  event: 'round.claimTooShort',
  actorRole: 'Judge',
  ...ofRound,
  details: { seat, closesOn: '2026-09-25' },
});

describe('the time of a round', () => {
  recordTable(
    () => app,
    [
      [
        'a word that is not yet more than a third',
        () => () => claim(3),
        { events: [claimed(3)], messages: [] },
      ],
      [
        'the word that extends it by half, of which all of the panel and the office hear',
        async () => {
          await claim(3);
          return () => claim(4);
        },
        {
          events: [
            claimed(4),
            {
              event: 'round.extend',
              actorRole: 'System',
              ...ofRound,
              // Five working days more, over the holiday of 1 October and its make-up days.
              details: { from: '2026-09-25', to: '2026-10-09', said: 2, judges: 5 },
            },
          ],
          messages: [
            { message: 'roundExtended', to: 'CityRegistrar' },
            ...[1, 2, 3, 4, 5].map(() => ({ message: 'roundExtended', to: 'Judge' })),
          ],
          said: Array.from({ length: 6 }, () => ({ before: '2026-09-25', closesOn: '2026-10-09' })),
        },
      ],
    ],
  );
});

describe('the minutes', () => {
  const recorded = (minute: string) => ({
    event: 'round.recordMinute',
    actorRole: 'Chair',
    ...ofRound,
    details: { number: 1, minute, text: '<hash>' },
  });
  recordTable(
    () => app,
    [
      [
        'an entry',
        () => () => write('note', '上午评审材料，下午讨论程序。'),
        { events: [recorded('note')], messages: [] },
      ],
      [
        'a question, of which the office hears',
        () => () => write('question', '3号材料缺页，如何处理？'),
        {
          events: [recorded('question')],
          messages: [{ message: 'chairAsked', to: 'CityRegistrar' }],
        },
      ],
      [
        'its answer, of which the chair hears',
        async () => {
          await write('question', '3号材料缺页，如何处理？');
          const given = { roundId: round.id, number: 1 };
          return () =>
            app.app.get(AnswerQuestion).run(acting('CityRegistrar'), given, '按现有材料评。');
        },
        {
          events: [
            {
              event: 'round.answerChair',
              actorRole: 'CityRegistrar',
              ...ofRound,
              details: { number: 1, text: '<hash>' },
            },
          ],
          messages: [{ message: 'chairAnswered', to: 'Judge' }],
          whom: () => [round.judges[0]!.accountId],
          said: [expect.objectContaining({ number: 1 })],
        },
      ],
    ],
  );
});
