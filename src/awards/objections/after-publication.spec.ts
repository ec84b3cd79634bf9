import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { fromSavedState, recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';

import { Application } from '../../applications/application.entity.js';
import { ReReviewPanel } from '../../judging/re-reviews/re-review-panel.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import { AwardList } from '../lists/award-list.entity.js';
import { Notice } from '../notices/notice.entity.js';
import { ConferTitles } from '../titles/confer-titles.js';
import { ProposeRevocation } from '../titles/revocations/propose-revocation.js';
import { Title } from '../titles/title.entity.js';
import { AfterPublicationQueries } from './after-publication.queries.js';
import { Hold } from './hold.entity.js';
import { Objection } from './objection.entity.js';
import { ReReview } from './re-review.entity.js';

let award: AwardSteps;
let objections: ObjectionSteps;
let reReview: ReReviewSteps;
let publicity: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  publicity = await award.toPublicity();
  await award.toApproval();
  objections = new ObjectionSteps(award, await award.publish());
  reReview = new ReReviewSteps(objections);
});
afterAll(() => award.app.stop());

const app = () => award.app;
const against = () => award.entries[1]!.applicationId;
const confer = () =>
  award.app.app.get(ConferTitles).run(award.people.registrar, { programmeId: award.id });
const found = { channel: 'office', evidence: null } as const;

async function entered(over: Parameters<ObjectionSteps['enter']>[0] = found): Promise<string> {
  const { receiptNumber } = await objections.enter(over);
  return (await award.app.database.repo(Objection).findOneByOrFail({ receiptNumber })).id;
}

/** Accepted, and the merchant has answered. */
async function heard(): Promise<string> {
  const id = await entered();
  await objections.admit(id);
  await objections.answer(id)();
  return id;
}

/** Partly upheld, with three experts who are asked for one indicator. */
async function appointed(): Promise<string> {
  const id = await heard();
  await objections.decide(id, {
    finding: 'upholdPartly',
    reReviewers: await objections.experts(3),
  });
  await reReview.appoint(id);
  return id;
}

async function reviewed(points: number): Promise<string> {
  const id = await appointed();
  await reReview.points(id, 'G11', [points, points, points]);
  await objections.reReview(id);
  return id;
}

const application = () => award.app.database.repo(Application).findOneByOrFail({ id: against() });
const follow = (id: string) => award.app.app.get(AfterPublicationQueries).ofObjection(id);

describe('an objection after publication', () => {
  refusalTable(app, [
    [
      'that the office has found, against a public notice',
      () => () => objections.enter({ ...found, noticeId: publicity }),
      { code: 'awards.objection.settled', kind: 'conflict' },
    ],
    [
      'that the office has found before the list is published',
      async () => {
        await award.app.database.repo(Programme).update(award.id, { state: 'Publicity' });
        return () => objections.enter({ ...found, noticeId: publicity });
      },
      { code: 'awards.objection.foundEarly', field: 'channel' },
    ],
    [
      'of a programme that is filed away',
      async () => {
        await award.app.database.repo(Programme).update(award.id, { state: 'Archived' });
        return () => objections.enter(found);
      },
      { code: 'awards.objection.settled', kind: 'conflict' },
    ],
    [
      'with a day before the publication',
      () => () => objections.enter({ ...found, receivedOn: '2026-06-08' }),
      { code: 'awards.objection.receivedBefore', field: 'receivedOn' },
    ],
    [
      'against a merchant who is not on the list',
      () => () => objections.enter({ ...found, applicationId: award.entries[2]!.applicationId }),
      { code: 'awards.objection.notListed', field: 'applicationId' },
    ],
    [
      'against a notice that publishes no list',
      async () => {
        await award.app.database.repo(Notice).update(objections.noticeId, { listId: null });
        return () => objections.enter({ ...found, applicationId: null });
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'O01r', guard: 'listPublished' } },
    ],
    [
      'of which experts shall look at scores that were never locked',
      async () => {
        const id = await heard();
        const reReviewers = await objections.experts(3);
        await award.app.database.execute('DELETE FROM standing');
        return () => objections.decide(id, { finding: 'upholdPartly', reReviewers });
      },
      { code: 'awards.objection.noScores', field: 'finding' },
    ],
    [
      'whose result is recorded a second time',
      async () => {
        const id = await reviewed(550);
        return () => objections.reReview(id);
      },
      { code: 'awards.reReview.over', kind: 'conflict' },
    ],
    [
      'whose merchant has no title yet, and shall have one meanwhile',
      async () => {
        const id = await entered();
        await objections.admit(id);
        await award.clear('K3');
        await confer();
        return confer;
      },
      { code: 'awards.confer.held', kind: 'conflict' },
    ],
  ]);
});

describe('an objection after publication', () => {
  fromSavedState(app);

  test('that the office has found seals nobody, and holds the title alone', async () => {
    const id = await entered();
    expect(await award.app.database.repo(Objection).findOneByOrFail({ id })).toMatchObject({
      channel: 'office',
      identitySealed: null,
      state: 'Received',
    });
    await objections.admit(id);
    expect((await application()).state).toBe('Selected');
    await award.clear('K3');
    expect(await confer()).toBe(1);
    expect(await award.app.database.repo(Title).countBy({ applicationId: against() })).toBe(0);
    await objections.answer(id)();
    await objections.decide(id);
    expect(await confer()).toBe(1);
  });

  test('that somebody tells by telephone is entered against the list with a name', async () => {
    const id = await entered({ channel: 'telephone' });
    const known = await award.app.database.repo(Objection).findOneByOrFail({ id });
    expect([known.channel, known.identitySealed === null]).toEqual(['telephone', false]);
  });

  test('that is upheld before the conferment cancels, and prepares the list without', async () => {
    const id = await heard();
    await objections.decide(id, { finding: 'uphold' });
    expect((await application()).state).toBe('Cancelled');
    const prepared = await award.app.database
      .repo(AwardList)
      .findOneByOrFail({ kind: 'award', state: 'Prepared' });
    expect(prepared.rows.map((row) => row.applicationId)).toEqual([
      award.entries[0]!.applicationId,
    ]);
    expect(await follow(id)).toBeNull();
  });

  test('that is upheld after the conferment leaves title and list, and asks for a revocation', async () => {
    await award.clear('K3');
    await confer();
    const id = await heard();
    await objections.decide(id, { finding: 'uphold' });
    expect((await application()).state).toBe('Selected');
    const title = await award.app.database
      .repo(Title)
      .findOneByOrFail({ applicationId: against() });
    expect(title.state).toBe('Active');
    expect(await follow(id)).toMatchObject({ titleId: title.id });
    await award.app.app.get(ProposeRevocation).run(award.people.registrar, {
      titleId: title.id,
      ground: 'falseMaterial',
      facts: '申报材料系伪造。',
    });
    expect(await follow(id)).toBeNull();
  });

  test('goes to three others; who keeps the place keeps everything, and may have the title', async () => {
    const id = await reviewed(550);
    const review = await award.app.database.repo(ReReview).findOneByOrFail({ objectionId: id });
    expect(review).toMatchObject({ placeLost: false, lockId: null, noticeId: null });
    expect(review.place).toMatchObject({ keeps: true, after: { outcome: 'proposed' } });
    expect((await application()).state).toBe('Selected');
    const hold = await award.app.database.repo(Hold).findOneByOrFail({ objectionId: id });
    expect(hold.endedAt).not.toBeNull();
    expect(await follow(id)).toBeNull();
    await award.clear('K3');
    expect(await confer()).toBe(2);
  });
});
