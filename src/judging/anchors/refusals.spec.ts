import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import {
  ANCHORED,
  anchorIndicators,
  anchorSheet,
  confirmedAnchor,
  typedAnchor,
} from '../../../test/support/anchors.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound, halfPoints } from '../../../test/support/judged-round.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import type { Actor } from '../../web/actor.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { OpenSheet } from '../sheets/open-sheet.js';
import { AcknowledgeAnchorSheet } from './acknowledge-anchor-sheet.js';
import { AnchorSheetQueries } from './anchor-sheet.queries.js';
import { ConfirmAnchor } from './confirm-anchor.js';
import { OpenAnchorFile } from './open-anchor-file.js';
import { PrepareAnchor } from './prepare-anchor.js';
import { ReturnAnchor } from './return-anchor.js';
import { SaveAnchor } from './save-anchor.js';
import { SaveAnchorSheet } from './save-anchor-sheet.js';
import { SubmitAnchorSheet } from './submit-anchor-sheet.js';
import { WithdrawAnchor } from './withdraw-anchor.js';

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

const elsewhere = (role: 'CityRegistrar' | 'Approver') => acting(role, { programmeId: newId() });
const over = { code: 'programmes.refused.over', kind: 'conflict' } as const;
const frozen = { code: 'judging.anchor.frozen', kind: 'conflict' } as const;
const at = (id: string, version = 1) => ({ id, version });
const state = (id: string, to: string) =>
  app.database.execute('UPDATE anchor_dossier SET state = ? WHERE id = ?', [to, id]);
const preparedBy = (id: string, accountId: string) =>
  app.database.execute('UPDATE anchor_dossier SET prepared_by = ? WHERE id = ?', [accountId, id]);

/** One that waits for the approver. */
async function prepared(): Promise<string> {
  const id = await confirmedAnchor(app, place);
  await state(id, 'Prepared');
  return id;
}

describe('an anchor is not begun', () => {
  const begin =
    (by: Actor = round.registrar, given: { categoryId?: string; sourceId?: string } = {}) =>
    () =>
      app.app
        .get(PrepareAnchor)
        .run(by, { categoryId: place.categoryId, sourceId: null, ...given });
  refusalTable(
    () => app,
    [
      ['by an approver', () => begin(round.approver), missingIn('acting-role')],
      [
        'by the registrar of another programme',
        () => begin(elsewhere('CityRegistrar')),
        missingIn('acting-role'),
      ],
      [
        'in a category nobody knows',
        () => begin(round.registrar, { categoryId: newId() }),
        missingIn('prepare-anchor'),
      ],
      [
        'after the programme has ended',
        async () => {
          await round.programmeIs('Cancelled');
          return begin();
        },
        over,
      ],
      [
        'where the rules ask for none',
        async () => {
          const rules = JSON.stringify({
            ...ANCHORED,
            categories: ANCHORED.categories.map((one) => ({ ...one, anchors: false })),
          });
          await app.database.execute(
            `INSERT INTO rule_version (id, programme_id, number, rules, hash, reason, created_at, frozen_at)
             SELECT 'without', programme_id, 99, ?, hash, reason, created_at, frozen_at
             FROM rule_version WHERE programme_id = ?`,
            [rules, place.programmeId],
          );
          await app.database.execute('UPDATE programme SET rule_version_id = ? WHERE id = ?', [
            'without',
            place.programmeId,
          ]);
          return begin();
        },
        { code: 'judging.anchor.notAsked' },
      ],
      [
        'before the announcement',
        async () => {
          await app.database.execute(
            `INSERT INTO rule_version (id, programme_id, number, rules, hash, reason, created_at, frozen_at)
             SELECT 'early', programme_id, 98, rules, hash, reason, created_at, NULL
             FROM rule_version WHERE programme_id = ? AND number < 90`,
            [place.programmeId],
          );
          await app.database.execute('UPDATE programme SET rule_version_id = ? WHERE id = ?', [
            'early',
            place.programmeId,
          ]);
          return begin();
        },
        { code: 'judging.anchor.beforeAnnouncement' },
      ],
      [
        'beside five',
        async () => {
          for (let number = 1; number <= 5; number += 1) await confirmedAnchor(app, place, number);
          return begin();
        },
        { code: 'judging.anchor.tooMany', field: 'sourceId', variables: { most: 5 } },
      ],
      [
        'from a file of the same year',
        () => begin(round.registrar, { sourceId: round.applications[0]! }),
        { code: 'judging.anchor.noSource', field: 'sourceId' },
      ],
      [
        'when a judge has begun to score',
        async () => {
          await anchorSheet(app, await confirmedAnchor(app, place), round.judge(1).accountId);
          return begin();
        },
        { ...frozen, from: 'prepare-anchor' },
      ],
    ],
  );
});

describe('an anchor is not changed, confirmed, given back or withdrawn', () => {
  const save =
    (id: string, given: object = {}, by: Actor = round.registrar, more: object = {}) =>
    () =>
      app.app
        .get(SaveAnchor)
        .run(by, { ...at(id), handOver: true, ...more }, () => ({ ...typedAnchor, ...given }));
  const confirm = (id: string, by: Actor = round.approver, version = 1) => {
    return () => app.app.get(ConfirmAnchor).run(by, at(id, version));
  };
  const giveBack = (id: string, by: Actor = round.approver) => {
    return () => app.app.get(ReturnAnchor).run(by, { ...at(id), reason: '理由不足' });
  };
  const withdraw = (id: string, by: Actor = round.registrar) => {
    return () => app.app.get(WithdrawAnchor).run(by, at(id));
  };
  const [{ code, weight }] = anchorIndicators as [(typeof anchorIndicators)[number]];
  const without = (from: object) => ({ ...from, [code]: undefined });
  refusalTable(
    () => app,
    [
      [
        'saved by an approver',
        async () => save(await prepared(), {}, round.approver),
        missingIn('acting-role'),
      ],
      [
        'confirmed by a registrar',
        async () => confirm(await prepared(), round.registrar),
        missingIn('acting-role'),
      ],
      [
        'given back by a registrar',
        async () => giveBack(await prepared(), round.registrar),
        missingIn('acting-role'),
      ],
      [
        'withdrawn by an approver',
        async () => withdraw(await prepared(), round.approver),
        missingIn('acting-role'),
      ],
      [
        'confirmed by the approver of another programme',
        async () => confirm(await prepared(), elsewhere('Approver')),
        missingIn('acting-role'),
      ],
      ['that nobody knows', () => confirm(newId()), missingIn('take-anchor')],
      [
        'at an older version',
        async () => confirm(await prepared(), round.approver, 7),
        staleIn('take-anchor'),
      ],
      [
        'after the programme has ended',
        async () => {
          const id = await prepared();
          await round.programmeIs('Cancelled');
          return confirm(id);
        },
        over,
      ],
      [
        'when it was withdrawn',
        async () => {
          const id = await prepared();
          await state(id, 'Withdrawn');
          return save(id, {}, round.registrar, { version: 1 });
        },
        { code: 'judging.anchor.withdrawnAlready', kind: 'conflict' },
      ],
      [
        'when a judge has begun to score one of the category',
        async () => {
          const id = await prepared();
          await anchorSheet(app, await confirmedAnchor(app, place, 2), round.judge(1).accountId);
          return withdraw(id);
        },
        { ...frozen, from: 'take-anchor' },
      ],
      [
        'confirmed by whoever prepared it',
        async () => {
          const id = await prepared();
          await preparedBy(id, round.approver.accountId);
          return confirm(id);
        },
        { code: 'forbiddenPair.firstSecondPerson', from: 'acting-role' },
      ],
      [
        'given back by whoever prepared it',
        async () => {
          const id = await prepared();
          await preparedBy(id, round.approver.accountId);
          return giveBack(id);
        },
        { code: 'forbiddenPair.firstSecondPerson', from: 'acting-role' },
      ],
      [
        'confirmed before it is handed over',
        async () => confirm(await confirmedAnchor(app, place)),
        { code: 'judging.anchor.notHandedOver', kind: 'conflict', from: 'confirm-anchor' },
      ],
      [
        'given back before it is handed over',
        async () => giveBack(await confirmedAnchor(app, place)),
        { code: 'judging.anchor.notHandedOver', kind: 'conflict', from: 'return-anchor' },
      ],
      [
        'handed over with nothing to read',
        async () => save(await prepared(), { texts: without(typedAnchor.texts) }),
        { code: 'judging.anchor.textMissing', field: `text-${code}` },
      ],
      [
        'handed over without points',
        async () => save(await prepared(), { points: without(typedAnchor.points) }),
        { code: 'judging.anchor.pointsMissing', field: `points-${code}` },
      ],
      [
        'handed over without a reason',
        async () => save(await prepared(), { reasons: without(typedAnchor.reasons) }),
        {
          code: 'judging.anchor.reasonMissing',
          field: `reason-${code}`,
          variables: { indicator: code, least: 4 },
        },
      ],
      [
        'with points above the weight of the indicator',
        async () =>
          save(
            await prepared(),
            { points: { ...typedAnchor.points, [code]: weight + 50 } },
            round.registrar,
            { handOver: false },
          ),
        { code: 'scoring.score.outOfRange', field: `points-${code}` },
      ],
      [
        'with a text without end',
        async () => save(await prepared(), { texts: { [code]: '长'.repeat(4001) } }),
        { code: 'judging.anchor.textLong', field: `text-${code}` },
      ],
      [
        'with a reason without end',
        async () =>
          save(await prepared(), { reasons: { ...typedAnchor.reasons, [code]: '长'.repeat(501) } }),
        { code: 'judging.anchor.reasonLong', field: `reason-${code}` },
      ],
    ],
  );
});

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
    const id = await confirmedAnchor(app, place);
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
        async () => save(await prepared()),
        missingIn('hold-anchor-sheet'),
      ],
      [
        'of somebody without a seat',
        async () => save(await confirmedAnchor(app, place), {}, acting('Judge')),
        missingIn('hold-anchor-sheet'),
      ],
      [
        'before the declaration',
        async () => {
          await app.database.execute('UPDATE seat SET declared_at = NULL', []);
          return save(await confirmedAnchor(app, place));
        },
        missingIn('hold-anchor-sheet'),
      ],
      [
        'when the defence has begun',
        async () => {
          const id = await confirmedAnchor(app, place);
          await round.programmeIs('Defence');
          return save(id);
        },
        ended,
      ],
      [
        'beyond the scale',
        async () => save(await confirmedAnchor(app, place), { scores: { [code]: weight + 50 } }),
        { code: 'scoring.score.outOfRange', field: `score-${code}` },
      ],
      [
        'begun in two windows at once',
        async () => {
          const id = await begun({ state: 'Open' });
          const queries = app.app.get(AnchorSheetQueries);
          const own = (await queries.one(judge().accountId, id))!;
          const before = { ...own, sheetId: null, state: null };
          jest.spyOn(queries, 'one').mockResolvedValueOnce(before).mockResolvedValueOnce(before);
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
        async () => submit(await confirmedAnchor(app, place), 0),
        staleIn('hold-anchor-sheet'),
      ],
      [
        'submitted with an indicator left out',
        async () => submit(await begun({ state: 'Open', scores: {} })),
        { code: 'judging.anchor.incomplete', field: 'version', variables: { indicator: code } },
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
