import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { AwardSteps, also, documentNumber } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { missingIn } from '../../../test/support/refusals.js';
import { Application } from '../../applications/application.entity.js';
import { VetoCheck } from '../../applications/veto-check.entity.js';
import { newId } from '../../database/new-id.js';
import { LegalBasis } from '../../programmes/legal-basis.entity.js';
import { AwardList } from '../lists/award-list.entity.js';
import { CancelApplication } from '../lists/cancel-application.js';
import { Notice } from './notice.entity.js';
import { NoticeDraft } from './notice-draft.entity.js';

let award: AwardSteps;
let draftId: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  await award.lock();
  await award.clear('K2');
  await award.deliberate();
  draftId = await award.prepare({});
});
afterAll(() => award.app.stop());
const app = () => award.app;
const setBasis = (change: Partial<LegalBasis>) =>
  award.app.database.repo(LegalBasis).update({ programmeId: award.id }, change);
const setList = (kind: AwardList['kind'], change: Partial<AwardList>) =>
  award.app.database.repo(AwardList).update({ programmeId: award.id, kind }, change as never);
const guarded = (given: { rule: string; guard: string }) =>
  ({ code: 'lifecycle.refused.guard', variables: given }) as const;
const changed = (change: () => Promise<unknown>) => async () => {
  await change();
  return () => award.post(draftId);
};
const second = { code: 'forbiddenPair.firstSecondPerson' } as const;
describe('a posted public notice', () => {
  refusalTable(app, [
    [
      'by the registrar',
      () => () => award.post(draftId, award.people.registrar),
      missingIn('acting-role'),
    ],
    ['that nobody prepared', () => () => award.post(newId()), missingIn('post-notice')],
    [
      'by a publisher who also tabulates',
      () => () => award.post(draftId, also(award.people.publisher, 'Tabulator')),
      { code: 'forbiddenPair.tabulatorPublisher' },
    ],
    [
      'with another hash',
      () => () => award.post(draftId, award.people.publisher, 'f'.repeat(64)),
      { code: 'awards.notice.otherHash', field: 'hash' },
    ],
    [
      'after the approval of the legal basis was taken back',
      changed(() => setBasis({ approvedAt: null })),
      { code: 'awards.notice.noBasis' },
    ],
    [
      'after the legal basis has ended',
      changed(() => setBasis({ validTo: '2026-05-31' })),
      { code: 'awards.notice.noBasis' },
    ],
    [
      'on the day after it was prepared',
      () => {
        award.app.clock.moveTo('2026-06-01T16:00:00.000Z');
        return () => award.post(draftId);
      },
      { code: 'awards.notice.dayChanged', guard: 'printedDaysMatch' },
    ],
    [
      'of a list with another row',
      changed(() => setList('proposed', { rows: [] })),
      { code: 'awards.notice.listChanged', kind: 'conflict' },
    ],
    [
      'of a list that another replaced',
      changed(() => setList('proposed', { state: 'Superseded' })),
      { code: 'awards.notice.listChanged', kind: 'conflict' },
    ],
    [
      'over a credit query that is missing',
      changed(() => award.app.database.repo(VetoCheck).delete({ rule: 'V1' })),
      {
        code: 'awards.credit.blocked',
        variables: { receipt: '2026-G-0001', rules: 'V1', more: 1, checkPoint: 'K2' },
      },
    ],
    [
      'of a merchant who never consented',
      changed(() =>
        award.app.database
          .repo(Application)
          .update(award.entries[0]!.applicationId, { submittedAt: null }),
      ),
      guarded({ rule: 'A18', guard: 'consentToListedFields' }),
    ],
    [
      'beside which somebody is proposed whom the list does not name',
      changed(() =>
        award.app.database
          .repo(Application)
          .update(award.entries[2]!.applicationId, { state: 'Proposed' }),
      ),
      guarded({ rule: 'A18', guard: 'noticeReady' }),
    ],
    [
      'of a list that is not the proposed one',
      changed(() => setList('proposed', { kind: 'award' })),
      guarded({ rule: 'P14', guard: 'proposedListFixed' }),
    ],
    [
      'that another replaces at the same moment',
      () => {
        const { database } = award.app;
        const lock = database.lock.bind(database);
        jest.spyOn(database, 'lock').mockImplementationOnce(async (entity, id) => {
          await database.repo(NoticeDraft).delete(draftId);
          return lock(entity, id);
        });
        return () => award.post(draftId);
      },
      { code: 'awards.notice.replaced', kind: 'conflict' },
    ],
    [
      'a second time',
      changed(() => award.post(draftId)),
      { code: 'awards.notice.postedAlready', kind: 'conflict' },
    ],
  ]);
});
describe('a posted publication', () => {
  beforeAll(async () => {
    await award.post(draftId);
    await award.toApproval();
    draftId = await award.prepare({ kind: 'publication', documentNumber });
  });
  refusalTable(app, [
    [
      'by the person who prepared it',
      () => () => award.post(draftId, award.people.publisher),
      second,
    ],
    [
      'with another hash',
      () => () => award.post(draftId, award.people.publisherTwo, 'f'.repeat(64)),
      { code: 'awards.notice.otherHash', field: 'hash' },
    ],
    [
      'of a list with another row',
      changed(() => setList('award', { rows: [] })),
      { code: 'awards.notice.listChanged', kind: 'conflict' },
    ],
    [
      'without a number',
      changed(() => award.app.database.repo(NoticeDraft).update(draftId, { documentNumber: null })),
      guarded({ rule: 'P18', guard: 'documentNumberAssigned' }),
    ],
    [
      'beside another published version',
      changed(async () => {
        const lists = award.app.database.repo(AwardList);
        const list = await lists.findOneByOrFail({ kind: 'award' });
        await lists.insert(
          Object.assign({}, list, { id: newId(), number: 9, state: 'Published' }) as never,
        );
      }),
      guarded({ rule: 'P18', guard: 'outputsOfOneVersion' }),
    ],
  ]);
});
describe('a posted correction', () => {
  beforeAll(async () => {
    await award.post(draftId);
    await award.app.app.get(CancelApplication).run(award.people.approver, {
      programmeId: award.id,
      receiptNumber: '2026-G-0002',
      ground: 'V9',
      reason: '经查实提供虚假申报材料。',
      hearingHeld: true,
    });
    draftId = await award.prepare({
      kind: 'correction',
      documentNumber: '衢商务〔2026〕6号',
      reason: '名单有变动',
    });
  });
  refusalTable(app, [
    [
      'by the person who prepared it',
      () => () => award.post(draftId, award.people.publisher),
      second,
    ],
    [
      'that brings no other list',
      changed(async () => {
        const drafts = award.app.database.repo(NoticeDraft);
        const { listId } = await drafts.findOneByOrFail({ id: draftId });
        await award.app.database.repo(Notice).update({ kind: 'publication' }, { listId });
      }),
      guarded({ rule: 'N06', guard: 'newVersionRecorded' }),
    ],
    [
      'of what another notice has corrected meanwhile',
      changed(async () => {
        const notices = award.app.database.repo(Notice);
        const { id: correctsId } = await notices.findOneByOrFail({ kind: 'publication' });
        await notices.update({ kind: 'publicity' }, { correctsId });
      }),
      {
        code: 'lifecycle.refused.event',
        variables: { lifecycle: 'notice', state: 'Superseded', event: 'amend' },
        kind: 'conflict',
      },
    ],
    [
      'of a list with another row',
      changed(() => setList('award', { rows: [] })),
      { code: 'awards.notice.listChanged', kind: 'conflict' },
    ],
  ]);
});
describe('a posted revocation', () => {
  beforeAll(async () => {
    draftId = await award.prepare({
      kind: 'revocation',
      basisText: '提供虚假申报材料',
      merchant: '测试网商',
      certificate: 'QZ-2026-G-001',
      titleId: newId(),
    });
  });
  refusalTable(app, [
    [
      'by the person who prepared it',
      () => () => award.post(draftId, award.people.publisher),
      second,
    ],
  ]);
});
