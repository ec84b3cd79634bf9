import { afterAll, beforeAll, describe } from '@jest/globals';
import {
  ANCHORED,
  anchorSheet,
  confirmedAnchor,
  scorableAnchor,
  typedAnchor,
} from '../../../test/support/anchors.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { JudgedRound, halfPoints } from '../../../test/support/judged-round.js';
import { office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { AcknowledgeAnchorSheet } from './acknowledge-anchor-sheet.js';
import { ConfirmAnchor } from './confirm-anchor.js';
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
  await office(app, 'Approver');
  place = { programmeId: round.programme.id, categoryId: round.programme.categoryIds.G! };
}, 120_000);
afterAll(() => app.stop());

const onAnchor = { actorRole: 'CityRegistrar', subjectType: 'anchor' };
const byApprover = { ...onAnchor, actorRole: 'Approver' };
const byJudge = { actorRole: 'Judge', subjectType: 'anchorSheet' };
async function prepared(): Promise<string> {
  const id = await confirmedAnchor(app, place);
  await app.database.execute("UPDATE anchor_dossier SET state = 'Prepared' WHERE id = ?", [id]);
  return id;
}

describe('an anchor', () => {
  recordTable(
    () => app,
    [
      [
        'that it was begun',
        () => () =>
          app.app
            .get(PrepareAnchor)
            .run(round.registrar, { categoryId: place.categoryId, sourceId: null }),
        {
          events: [
            { event: 'anchor.begin', ...onAnchor, details: { category: '<id>', source: null } },
          ],
          messages: [],
        },
      ],
      [
        'a draft, of which nobody is told',
        async () => {
          const id = await prepared();
          const given = { id, version: 1, handOver: false };
          return () => app.app.get(SaveAnchor).run(round.registrar, given, () => typedAnchor);
        },
        {
          events: [
            {
              event: 'anchor.save',
              ...onAnchor,
              details: { version: 2, points: halfPoints, content: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
      [
        'that it was handed over, of which the approvers are told',
        async () => {
          const id = await prepared();
          const given = { id, version: 1, handOver: true };
          return () => app.app.get(SaveAnchor).run(round.registrar, given, () => typedAnchor);
        },
        {
          events: [
            {
              event: 'anchor.prepare',
              ...onAnchor,
              details: { version: 2, points: halfPoints, content: '<hash>' },
            },
          ],
          messages: [{ message: 'anchorPrepared', to: 'Approver' }],
        },
      ],
      [
        'the confirmation, of which the registrar is told',
        async () => {
          const id = await prepared();
          return () => app.app.get(ConfirmAnchor).run(round.approver, { id, version: 1 });
        },
        {
          events: [
            {
              event: 'anchor.confirm',
              ...byApprover,
              details: { preparer: '<id>', version: 1 },
            },
          ],
          messages: [{ message: 'anchorConfirmed', to: 'CityRegistrar' }],
        },
      ],
      [
        'that it was given back, of which the registrar is told',
        async () => {
          const id = await prepared();
          const given = { id, version: 1, reason: '理由不足' };
          return () => app.app.get(ReturnAnchor).run(round.approver, given);
        },
        {
          events: [
            {
              event: 'anchor.return',
              ...byApprover,
              details: { preparer: '<id>', reason: '<hash>' },
            },
          ],
          messages: [{ message: 'anchorReturned', to: 'CityRegistrar' }],
        },
      ],
      [
        'that it was withdrawn',
        async () => {
          const id = await prepared();
          return () => app.app.get(WithdrawAnchor).run(round.registrar, { id, version: 1 });
        },
        {
          events: [{ event: 'anchor.withdraw', ...onAnchor, details: { was: 'Prepared' } }],
          messages: [],
        },
      ],
    ],
  );
});

describe('a judge’s part', () => {
  const judge = () => round.judge(1);
  const begun = async (given: Parameters<typeof anchorSheet>[3]) => {
    const id = await scorableAnchor(app, place);
    await anchorSheet(app, id, judge().accountId, given);
    return id;
  };
  const save = (id: string, version: number) => () =>
    app.app
      .get(SaveAnchorSheet)
      .run(judge(), id, () => ({ version, scores: halfPoints, comments: {} }));
  recordTable(
    () => app,
    [
      [
        'the first save, without the points',
        async () => save(await scorableAnchor(app, place), 0),
        {
          events: [
            { event: 'anchorSheet.score', ...byJudge, details: { anchor: '<id>', version: 1 } },
          ],
          messages: [],
        },
      ],
      [
        'a later save, without the points',
        async () => save(await begun({ state: 'Open' }), 1),
        {
          events: [
            { event: 'anchorSheet.score', ...byJudge, details: { anchor: '<id>', version: 2 } },
          ],
          messages: [],
        },
      ],
      [
        'the submission',
        async () => {
          const id = await begun({ state: 'Open' });
          return () => app.app.get(SubmitAnchorSheet).run(judge(), id, 1);
        },
        {
          events: [
            {
              event: 'anchorSheet.submit',
              ...byJudge,
              details: { anchor: '<id>', scores: halfPoints, comments: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
      [
        'that the judge has compared',
        async () => {
          const id = await begun({ state: 'Submitted' });
          return () => app.app.get(AcknowledgeAnchorSheet).run(judge(), id, 1);
        },
        {
          events: [{ event: 'anchorSheet.acknowledge', ...byJudge, details: { anchor: '<id>' } }],
          messages: [],
        },
      ],
    ],
  );
});
