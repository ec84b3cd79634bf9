import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import {
  ANCHORED,
  anchorIndicators,
  anchorSheet,
  confirmedAnchor,
  scorableAnchor,
} from '../../../test/support/anchors.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound, halfPoints } from '../../../test/support/judged-round.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { OpenSheet } from '../sheets/open-sheet.js';
import { AcknowledgeAnchorSheet } from './acknowledge-anchor-sheet.js';
import { AnchorSheetQueries } from './anchor-sheet.queries.js';
import { OpenAnchorFile } from './open-anchor-file.js';
import { SaveAnchorSheet } from './save-anchor-sheet.js';
import { SubmitAnchorSheet } from './submit-anchor-sheet.js';

let app: TestApp;
let round: JudgedRound;
let place: { programmeId: string; categoryId: string };
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app, 2, ANCHORED);
  await round.everybodyDeclares();
  place = { programmeId: round.programme.id, categoryId: round.programme.categoryIds.G! };
}, 120_000);
afterAll(() => app.stop());

const state = (id: string, to: string) =>
  app.database.execute('UPDATE anchor_dossier SET state = ? WHERE id = ?', [to, id]);

/** One that waits for the approver. */
async function prepared(): Promise<string> {
  const id = await confirmedAnchor(app, place);
  await state(id, 'Prepared');
  return id;
}

describe('a judge’s part', () => {
  const judge = () => round.judge(1);
  const save =
    (id: string, given: object = {}, by = judge()) =>
    () =>
      app.app
        .get(SaveAnchorSheet)
        .run(by, id, () => ({ version: 0, scores: halfPoints, comments: {}, ...given }));
  const submit =
    (id: string, version = 1) =>
    () =>
      app.app.get(SubmitAnchorSheet).run(judge(), id, version);
  const acknowledge =
    (id: string, version = 1) =>
    () =>
      app.app.get(AcknowledgeAnchorSheet).run(judge(), id, version);
  const begun = async (given: Parameters<typeof anchorSheet>[3]) => {
    const id = await scorableAnchor(app, place);
    await anchorSheet(app, id, judge().accountId, given);
    return id;
  };
  const [{ code, weight }] = anchorIndicators as [(typeof anchorIndicators)[number]];
  const ended = { code: 'judging.anchor.over', kind: 'conflict' } as const;
  refusalTable(
    () => app,
    [
      [
        'in an anchor that is not confirmed',
        async () => {
          for (const number of [2, 3]) await confirmedAnchor(app, place, number);
          return save(await prepared());
        },
        missingIn('hold-anchor-sheet'),
      ],
      [
        'of somebody without a seat',
        async () => save(await scorableAnchor(app, place), {}, acting('Judge')),
        missingIn('hold-anchor-sheet'),
      ],
      [
        'of who has left the panel',
        async () => {
          await app.database.execute('UPDATE seat SET vacated_at = seated_at', []);
          return save(await scorableAnchor(app, place));
        },
        missingIn('hold-anchor-sheet'),
      ],
      [
        'before the declaration',
        async () => {
          await app.database.execute('UPDATE seat SET declared_at = NULL', []);
          return save(await scorableAnchor(app, place));
        },
        missingIn('hold-anchor-sheet'),
      ],
      [
        'when standings are deliberated on',
        async () => {
          const id = await scorableAnchor(app, place);
          await round.programmeIs('Deliberation');
          return save(id);
        },
        ended,
      ],
      [
        'in a programme that is closed to judges',
        async () => {
          const id = await scorableAnchor(app, place);
          await round.programmeIs('Conferred');
          return save(id);
        },
        missingIn('hold-anchor-sheet'),
      ],
      [
        'submitted as another window had left it',
        async () => submit(await begun({ state: 'Open' }), 7),
        staleIn('hold-anchor-sheet'),
      ],
      [
        'beyond the scale',
        async () => save(await scorableAnchor(app, place), { scores: { [code]: weight + 50 } }),
        { code: 'scoring.score.outOfRange', field: `score-${code}` },
      ],
      [
        'begun in another window, again and again',
        async () => {
          const id = await begun({ state: 'Open' });
          const queries = app.app.get(AnchorSheetQueries);
          const own = (await queries.one(judge().accountId, id))!;
          const before = { ...own, sheetId: null, state: null };
          jest
            .spyOn(queries, 'one')
            .mockResolvedValueOnce(before)
            .mockResolvedValueOnce(before)
            .mockResolvedValueOnce(own)
            .mockResolvedValueOnce(before)
            .mockResolvedValueOnce(before);
          return save(id);
        },
        { code: 'judging.anchor.begunMeanwhile', kind: 'conflict' },
      ],
      [
        'after the submission',
        async () => save(await begun({ state: 'Submitted' }), { version: 1 }),
        { code: 'judging.anchor.submittedAlready', kind: 'conflict' },
      ],
      [
        'submitted before it is begun',
        async () => submit(await scorableAnchor(app, place), 0),
        staleIn('hold-anchor-sheet'),
      ],
      [
        'submitted with an indicator left out',
        async () => submit(await begun({ state: 'Open', scores: {} })),
        {
          code: 'judging.anchor.incomplete',
          field: `score-${code}`,
          variables: { indicator: code },
        },
      ],
      [
        'acknowledged before it is submitted',
        async () => acknowledge(await begun({ state: 'Open' })),
        { code: 'judging.anchor.notSubmitted', kind: 'conflict' },
      ],
      [
        'acknowledged twice',
        async () => acknowledge(await begun({ state: 'Acknowledged' })),
        { code: 'judging.anchor.submittedAlready', kind: 'conflict' },
      ],
      [
        'a file that is not of the anchor',
        () => () => app.app.get(OpenAnchorFile).run(judge(), {}, newId()),
        missingIn('open-anchor-file'),
      ],
      [
        'a file without a copy for judges',
        () => () => {
          const id = newId();
          const documents = [{ id, caption: '', contentType: 'application/pdf' }];
          const evidence = { G11: { text: '', rows: [], documents } };
          return app.app.get(OpenAnchorFile).run(judge(), evidence, id);
        },
        missingIn('open-anchor-file'),
      ],
    ],
  );
});

describe('the files wait for the anchors', () => {
  const two = async () => [
    await confirmedAnchor(app, place, 1),
    await confirmedAnchor(app, place, 2),
  ];
  const first = (count: number, from: string) => ({
    code: 'judging.anchor.first',
    kind: 'conflict' as const,
    variables: { count },
    from,
  });
  const opened = async () => {
    const anchors = await two();
    await round.openRound();
    const { accountId } = round.judge(1);
    const sheet = await app.database.repo(ScoreSheet).findOneByOrFail({ accountId });
    return { anchors, sheet };
  };
  refusalTable(
    () => app,
    [
      [
        'a round with one anchor',
        async () => {
          await confirmedAnchor(app, place);
          return () => round.openRound();
        },
        { code: 'judging.anchor.tooFew', variables: { count: 1, least: 2 } },
      ],
      [
        'a sheet that is opened before the first anchor',
        async () => {
          const { sheet } = await opened();
          return () => app.app.get(OpenSheet).run(round.judge(1), sheet.id);
        },
        first(2, 'anchors-first'),
      ],
      [
        'a sheet that is saved before the last anchor is acknowledged',
        async () => {
          const { anchors, sheet } = await opened();
          await anchorSheet(app, anchors[0]!, sheet.accountId);
          await anchorSheet(app, anchors[1]!, sheet.accountId, { state: 'Submitted' });
          return () => round.save(sheet);
        },
        first(1, 'anchors-first'),
      ],
    ],
  );
});
