import { afterAll, beforeAll, describe } from '@jest/globals';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound, halfPoints } from '../../../test/support/judged-round.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import type { Actor } from '../../web/actor.js';
import { OpenSheet } from './open-sheet.js';
import { SaveSheet } from './save-sheet.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const [someIndicator] = Object.keys(halfPoints) as [string];

describe('a save', () => {
  const save = (by: Actor, sheetId: string, version = 1, scores = halfPoints, comments = {}) =>
    app.app.get(SaveSheet).run(by, sheetId, () => ({ version, scores, comments }));
  refusalTable(
    () => app,
    [
      ['a sheet nobody has', () => () => save(round.judge(1), newId()), missingIn('save-sheet')],
      [
        'a sheet of another judge',
        async () => {
          const { id } = await round.sheet(2);
          return () => save(round.judge(1), id);
        },
        missingIn('save-sheet'),
      ],
      [
        'a sheet that was voided',
        async () => {
          const { id } = await round.sheet(1);
          await round.void(1);
          return () => save(round.judge(1), id);
        },
        missingIn('save-sheet'),
      ],
      [
        'a sheet of a seat that was vacated',
        async () => {
          const { id } = await round.sheet(2);
          await round.replace(2);
          return () => save(round.judge(2), id);
        },
        missingIn('save-sheet'),
      ],
      [
        'a sheet that is signed',
        async () => {
          await round.scoreAndSign(1);
          const { id, version } = await round.sheet(1);
          return () => save(round.judge(1), id, version);
        },
        { code: 'judging.sheet.closed', kind: 'conflict' },
      ],
      [
        'a sheet of a round that is locked',
        async () => {
          const { id } = await round.sheet(1);
          await round.roundIs('Locked');
          return () => save(round.judge(1), id);
        },
        { code: 'judging.sheet.closed', kind: 'conflict' },
      ],
      [
        'a score beyond the scale',
        async () => {
          const { id } = await round.sheet(1);
          return () => save(round.judge(1), id, 1, { ...halfPoints, [someIndicator]: 10_000 });
        },
        { code: 'scoring.score.outOfRange', field: `score-${someIndicator}` },
      ],
      [
        'a score off the grid',
        async () => {
          const { id } = await round.sheet(1);
          return () => save(round.judge(1), id, 1, { ...halfPoints, [someIndicator]: 30 });
        },
        { code: 'scoring.score.offGrid', field: `score-${someIndicator}` },
      ],
      [
        'a comment without end',
        async () => {
          const { id } = await round.sheet(1);
          const comments = { [someIndicator]: '好'.repeat(1001) };
          return () => save(round.judge(1), id, 1, halfPoints, comments);
        },
        {
          code: 'judging.sheet.commentLong',
          field: `score-${someIndicator}`,
          variables: { most: 1000, length: 1001 },
        },
      ],
      [
        'the reading of another judge’s sheet',
        async () => {
          const { id } = await round.sheet(2);
          return () => app.app.get(OpenSheet).run(round.judge(1), id);
        },
        missingIn('open-sheet'),
      ],
      [
        'the reading of a sheet that was voided',
        async () => {
          const { id } = await round.sheet(1);
          await round.void(1);
          return () => app.app.get(OpenSheet).run(round.judge(1), id);
        },
        missingIn('open-sheet'),
      ],
    ],
  );
});
