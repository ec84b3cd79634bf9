import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FindOptionsWhere } from 'typeorm';
import { AwardSteps, appointed, documentNumber } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { makeProgramme } from '../../../test/support/programme.js';
import type { ResultsBundle } from '../../rules/provenance/results-bundle.js';
import { newId } from '../../database/new-id.js';
import { AwardList } from '../lists/award-list.entity.js';
import { Standing } from '../standings/standing.entity.js';
import { CancelApplication } from '../lists/cancel-application.js';
import { CorrectProposedList } from '../lists/correct-proposed-list.js';
import { translate } from '../../text/catalogue.js';
import { Notice } from './notice.entity.js';
import { NoticeDraft } from './notice-draft.entity.js';
import type { NoticeInput } from './notice-shapes.js';

let award: AwardSteps;
let noticeId: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  noticeId = await award.toPublicity();
  await appointed(award.app, 'Agent', { merchantId: award.entries[1]!.merchantId });
});
afterAll(() => award.app.stop());

const app = () => award.app;
const sent = { message: 'checkpoint.publication', to: 'Supervisor' };
const published = { messages: [sent] };
const posted = (kind: string, number: string | null = null) => ({
  event: 'notice.post',
  actorRole: 'Publisher',
  subjectType: 'notice',
  details: { kind, hash: '<hash>', number },
});
const prepared = (kind: string, list: string | null, actorRole = 'Publisher') => ({
  event: 'notice.prepare',
  actorRole,
  subjectType: 'noticeDraft',
  details: { kind, hash: '<hash>', list, number: null },
});
const entered = {
  event: 'application.enterPublicity',
  actorRole: 'Publisher',
  subjectType: 'application',
  details: { from: 'Proposed', to: 'InPublicity', rule: 'A18', notice: '<id>' },
};
const told = { message: 'noticePrepared', to: 'Publisher' };
const posting = (over: Partial<NoticeInput>) => async () => {
  const id = await award.prepare(over);
  return () => award.post(id);
};

describe('a notice of a corrected list', () => {
  const corrected = async () => {
    const objections = new ObjectionSteps(award, noticeId);
    await new ReReviewSteps(objections).done();
    await award.lock();
  };
  const correct = () =>
    award.app.app
      .get(CorrectProposedList)
      .run(award.people.registrar, { programmeId: award.id, minutes: '经复核更正名单。' });
  const moved = (event: string, to: string, rule: string) => ({
    event,
    actorRole: 'CityRegistrar',
    subjectType: 'application',
    details: { from: 'ScoreLocked', to, rule, list: '<id>' },
  });
  recordTable(app, [
    [
      'who is posted again',
      async () => {
        await corrected();
        await correct();
        return posting({})();
      },
      {
        events: [moved('application.propose', 'Proposed', 'A16'), entered, posted('publicity')],
        messages: [sent, { message: 'objection.listedAgain', to: 'Agent' }],
      },
    ],
    [
      'who has lost the place',
      async () => {
        await corrected();
        await award.app.database
          .repo(Standing)
          .update({ applicationId: award.entries[1]!.applicationId }, { outcome: 'notProposed' });
        await correct();
        return posting({})();
      },
      {
        events: [moved('application.leaveOut', 'NotProposed', 'A17'), posted('publicity')],
        messages: [sent, { message: 'objection.leftOut', to: 'Agent' }],
      },
    ],
  ]);
});

describe('a notice of the decision', () => {
  const number = '衢商务〔2026〕6号';
  const publication = { kind: 'publication', documentNumber } as const;
  beforeAll(async () => {
    await award.toApproval();
  });
  const cancel = () =>
    award.app.app.get(CancelApplication).run(award.people.approver, {
      programmeId: award.id,
      receiptNumber: '2026-G-0002',
      ground: 'V9',
      reason: '经查实提供虚假申报材料。',
      hearingHeld: true,
    });
  const correction = { kind: 'correction', documentNumber: number, reason: '名单有变动' } as const;
  recordTable(app, [
    [
      'that it was prepared, with its number and its list',
      () => () => award.prepare(publication),
      {
        events: [
          {
            ...prepared('publication', '<id>'),
            details: { kind: 'publication', hash: '<hash>', list: '<id>', number: documentNumber },
          },
        ],
        messages: [told],
      },
    ],
    [
      'a publication',
      posting(publication),
      {
        events: [
          {
            event: 'programme.publish',
            actorRole: 'Publisher',
            subjectType: 'programme',
            details: { from: 'Published', to: 'Conferred', rule: 'P18' },
          },
          posted('publication', documentNumber),
        ],
        messages: [{ message: 'application.selected', to: 'Agent' }, sent],
      },
    ],
    [
      'that it was prepared with a number after a gap, with the reason',
      async () => {
        await award.publish();
        await cancel();
        const numberReason = ' 其间两号为其他科室所用 ';
        const given = { ...correction, documentNumber: '衢商务〔2026〕9号', numberReason };
        return () => award.prepare(given);
      },
      {
        events: [
          {
            ...prepared('correction', '<id>'),
            details: {
              kind: 'correction',
              hash: '<hash>',
              list: '<id>',
              number: '衢商务〔2026〕9号',
              numberReason: '其间两号为其他科室所用',
            },
          },
        ],
        messages: [told],
      },
    ],
    [
      'a correction of what is public',
      async () => {
        await award.publish();
        await cancel();
        return posting(correction)();
      },
      { events: [posted('correction', number)], ...published },
    ],
  ]);

  test('keeps in the list what a stranger computes it again from, and who was left out since', async () => {
    const list = async (version: number) => {
      const where = { programmeId: award.id, kind: 'award', number: version } as const;
      const found = await award.app.database.repo(AwardList).findOneByOrFail(where);
      return { inputHash: found.inputHash, bundle: found.bundle as ResultsBundle };
    };
    await award.publish();
    const before = await list(1);
    expect(before.bundle.changes).toEqual([]);
    expect(before.inputHash).toBe(before.bundle.inputHash);
    await cancel();
    const after = await list(2);
    expect(after.inputHash).toBe(after.bundle.inputHash);
    expect(after.bundle.changes).toMatchObject([
      { category: 'G', receiptNumber: 'G-removed-001', change: 'removed' },
    ]);
  });

  test('says at the public notice where the office is', async () => {
    const { body } = await award.app.database.repo(Notice).findOneByOrFail({ id: noticeId });
    for (const fact of ['name', 'telephone', 'address']) {
      expect(body).toContain(translate('zh-CN', `office.${fact}`));
    }
  });

  test('says under which approval it decides', async () => {
    const id = await award.prepare(publication);
    const { body } = await award.app.database.repo(NoticeDraft).findOneByOrFail({ id });
    expect(body).toContain('测试批准机关');
    expect(body).toContain('测政发〔2026〕1号');
  });

  test('supersedes by a correction the public list of its own programme alone', async () => {
    await award.publish();
    const lists = award.app.database.repo(AwardList);
    const { id: programmeId } = await makeProgramme(award.app, 'Conferred');
    const own = await lists.findOneByOrFail({ programmeId: award.id, kind: 'award' });
    await lists.insert(Object.assign({}, own, { id: newId(), programmeId }) as never);
    const states = async (where: FindOptionsWhere<AwardList>) => {
      const found = await lists.find({ where, order: { number: 'ASC' } });
      return found.map(({ state }) => state);
    };
    const proposed = await states({ programmeId: award.id, kind: 'proposed' });
    await cancel();
    await award.post(await award.prepare(correction));
    expect(await states({ programmeId: award.id, kind: 'award' })).toEqual([
      'Superseded',
      'Published',
    ]);
    expect(await states({ programmeId: award.id, kind: 'proposed' })).toEqual(proposed);
    expect(await states({ programmeId })).toEqual(['Published']);
  });
});
