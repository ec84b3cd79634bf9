import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import {
  ANCHORED,
  anchorIndicators,
  anchorSheet,
  confirmedAnchor,
  typedAnchor,
} from '../../../test/support/anchors.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import type { Actor } from '../../web/actor.js';
import { AnchorDossier } from './anchor-dossier.entity.js';
import { ConfirmAnchor } from './confirm-anchor.js';
import { ReturnAnchor } from './return-anchor.js';
import { SaveAnchor } from './save-anchor.js';
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
        'confirmed by who wrote it, after somebody else handed it over',
        async () => {
          const id = await prepared();
          const both = acting('CityRegistrar', { accountId: round.approver.accountId });
          await save(id, {}, both, { handOver: false })();
          const { version } = await app.database.repo(AnchorDossier).findOneByOrFail({ id });
          await save(id, {}, round.registrar, { version })();
          return confirm(id, round.approver, version + 1);
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
