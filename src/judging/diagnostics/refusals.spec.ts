import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound, fullComments, halfPoints } from '../../../test/support/judged-round.js';
import { settled } from '../../../test/support/plan-round.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { signalId } from '../../rules/diagnostics/signal-id.js';
import type { Actor } from '../../web/actor.js';
import { ReadDiagnostics } from './read-diagnostics.js';
import { RecordSignalNote } from './record-signal-note.js';
import { RequestDiagnostics } from './request-diagnostics.js';

let app: TestApp;
let round: JudgedRound;
let supervisor: Actor;
let categoryId: string;
let signal: string;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app, 4);
  supervisor = acting('Supervisor', { accountId: round.supervisor.accountId });
  categoryId = round.programme.categoryIds.G!;
  await severeFifthJudge();
  for (const job of await app.app.get(RequestDiagnostics).run(supervisor, categoryId)) {
    await settled(app, job);
  }
  const [found] = await app.app.get(ReadDiagnostics).run(categoryId);
  signal = signalId(round.id, found!.examination!.signals[0]!);
}, 120_000);
afterAll(() => app.stop());

/** Four judges agree to the point; the fifth gives 1, 2, 1 and 2 points less. The scores are locked. */
async function severeFifthJudge(): Promise<void> {
  const [first] = Object.keys(halfPoints) as [string];
  for (const at of [0, 1, 2, 3]) {
    const less = { ...halfPoints, [first]: halfPoints[first]! - [100, 200, 100, 200][at]! };
    await round.save(await round.sheet(5, at), less, fullComments);
  }
  await round.signAll(5);
  for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
  await round.roundIs('Locked');
  await app.database.execute('UPDATE round SET locked_at = ? WHERE id = ?', [
    app.clock.now(),
    round.id,
  ]);
}

const note = (given: { categoryId?: string; signal?: string }) =>
  app.app.get(RecordSignalNote).run(supervisor, {
    categoryId,
    signal,
    outcome: 'explained',
    note: '已约谈，评分尺度偏严，无其他问题。',
    ...given,
  });

describe('a note on a signal', () => {
  refusalTable(
    () => app,
    [
      [
        'that nobody computed',
        () => () => note({ signal: 'f'.repeat(16) }),
        missingIn('record-signal-note'),
      ],
      [
        'of another category',
        () => () => note({ categoryId: round.programme.categoryIds.Y! }),
        missingIn('record-signal-note'),
      ],
      [
        'of scores that were unlocked',
        async () => {
          await round.roundIs('Open');
          return () => note({});
        },
        missingIn('record-signal-note'),
      ],
      [
        'of an earlier lock',
        async () => {
          await app.database.execute('UPDATE round SET locked_at = ? WHERE id = ?', [
            '2030-01-01T00:00:00.000Z',
            round.id,
          ]);
          return () => note({});
        },
        missingIn('record-signal-note'),
      ],
    ],
  );
  recordTable(
    () => app,
    [
      [
        'what the supervisor found out',
        () => () => note({}),
        {
          events: [
            {
              event: 'signal.note',
              actorRole: 'Supervisor',
              subjectType: 'round',
              details: {
                signal: '<id>',
                signalKind: 'severity',
                seatId: '<id>',
                outcome: 'explained',
                note: '<hash>',
              },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
