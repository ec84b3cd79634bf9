import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { halfPoints } from '../../../test/support/judged-round.js';
import { PaperSteps, someIndicator } from '../../../test/support/paper-steps.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { KeyPaperSheet } from './key-paper-sheet.js';

let app: TestApp;
let paper: PaperSteps;
beforeAll(async () => {
  app = await TestApp.start();
  paper = await PaperSteps.open(app);
}, 120_000);
afterAll(() => app.stop());

const first = () => paper.as(paper.first);
const third = () => paper.as(paper.third);
const field = `score-${someIndicator}`;
const points = (value: number) => ({ scores: { ...halfPoints, [someIndicator]: value } });
const firstKeyed = (act: () => Promise<unknown>) => async () => {
  await paper.key(first());
  return act;
};
const ownPanel = { code: 'judging.paper.ownPanel' } as const;
const notOpen = { code: 'judging.round.notOpen', kind: 'conflict' } as const;
const twoPeople = { code: 'forbiddenPair.firstSecondPerson' } as const;

describe('handing out paper', () => {
  refusalTable(
    () => app,
    [
      ['by a verifier', () => () => paper.issue(1, acting('Verifier')), missingIn('acting-role')],
      [
        'by a tabulator of another programme',
        () => () => paper.issue(1, acting('Tabulator', { programmeId: newId() })),
        missingIn('acting-role'),
      ],
      [
        'for a seat that has it',
        async () => {
          await paper.issue();
          return () => paper.issue();
        },
        { code: 'judging.paper.noneToIssue', field: 'seat' },
      ],
      [
        'after the lock',
        async () => {
          await paper.round.roundIs('Locked');
          return () => paper.issue();
        },
        notOpen,
      ],
    ],
  );
});

describe('a keying', () => {
  refusalTable(
    () => app,
    [
      ['by the registrar', () => () => paper.key(paper.round.registrar), missingIn('acting-role')],
      [
        'by a tabulator of another programme',
        () => () => paper.key(acting('Tabulator', { programmeId: newId() })),
        missingIn('acting-role'),
      ],
      [
        'by somebody who publishes too',
        () => () => {
          const by = acting('Tabulator', paper.first);
          const publisher = acting('Publisher').duties;
          return paper.key({ ...by, duties: [...by.duties, ...publisher] });
        },
        { code: 'forbiddenPair.tabulatorPublisher' },
      ],
      [
        'by a judge of the programme',
        () => () => paper.key(acting('Tabulator', paper.round.judges[1])),
        ownPanel,
      ],
      [
        'of a sheet nobody knows',
        () => () =>
          app.app.get(KeyPaperSheet).run(first(), newId(), () => {
            throw new Error('not read');
          }),
        missingIn('hold-paper'),
      ],
      [
        'of a sheet that was voided',
        async () => {
          const { id } = await paper.round.sheet(1);
          await app.database.repo(ScoreSheet).update(id, { state: 'Voided' });
          return () => paper.key(first());
        },
        { code: 'judging.sheet.closed', kind: 'conflict' },
      ],
      ['by the same person again', firstKeyed(() => paper.key(first())), twoPeople],
      [
        'of a third, while two differ',
        async () => {
          await paper.apart();
          return () => paper.key(third());
        },
        { code: 'judging.paper.keyedTwice', kind: 'conflict' },
      ],
      [
        'of a sheet that was signed on the device',
        async () => {
          await paper.round.scoreAndSign(1);
          return () => paper.key(first());
        },
        { code: 'judging.paper.signedOnDevice', kind: 'conflict' },
      ],
      [
        'of a sheet that was signed on the device after the paper went out',
        async () => {
          await paper.issue();
          await paper.round.scoreAndSign(1);
          return () => paper.key(first());
        },
        { code: 'judging.paper.signedOnDevice', kind: 'conflict' },
      ],
      [
        'after the lock',
        async () => {
          await paper.round.roundIs('Locked');
          return () => paper.key(first());
        },
        notOpen,
      ],
      [
        'out of range',
        () => () => paper.key(first(), points(99_950)),
        { code: 'scoring.score.outOfRange', field },
      ],
      [
        'off the grid, or of no number',
        () => () => paper.key(first(), points(Number.NaN)),
        { code: 'scoring.score.offGrid', field },
      ],
      [
        'without a score',
        () => () => paper.key(first(), { scores: {} }),
        { code: 'judging.paper.pointsMissing', field },
      ],
      [
        'of nothing at all, without the words that it needs',
        () => () => paper.key(first(), points(0)),
        { code: 'scoring.score.commentRequired', field },
      ],
      [
        'with a dissenting opinion without end',
        () => () => paper.key(first(), { dissent: '不'.repeat(2001) }),
        { code: 'judging.paper.dissentLong', field: 'dissent', variables: { max: 2000 } },
      ],
      [
        'of a paper without signature',
        () => () => paper.key(first(), { signed: false }),
        { code: 'judging.paper.unsigned', field: 'signed' },
      ],
      [
        'without a picture of it',
        () => () => paper.key(first(), { scan: null }),
        { code: 'judging.paper.noScan', field: 'scan' },
      ],
    ],
  );
});
