import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState, refusalTable } from '../../../test/support/case-tables.js';
import { LateObjections, found } from '../../../test/support/late-objections.js';

import { Application } from '../../applications/application.entity.js';
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

let late: LateObjections;
beforeAll(async () => {
  late = await LateObjections.open();
});
afterAll(() => late.award.app.stop());

const app = () => late.award.app;
const confer = () =>
  late.award.app.app
    .get(ConferTitles)
    .run(late.award.people.registrar, { programmeId: late.award.id });
const application = () =>
  late.award.app.database.repo(Application).findOneByOrFail({ id: late.against });
const follow = (id: string) => late.award.app.app.get(AfterPublicationQueries).ofObjection(id);

describe('an objection after publication', () => {
  refusalTable(app, [
    [
      'that the office has found, against a public notice',
      () => () => late.objections.enter({ ...found, noticeId: late.publicity }),
      { code: 'awards.objection.settled', kind: 'conflict' },
    ],
    [
      'that the office has found before the list is published',
      async () => {
        await late.award.app.database.repo(Programme).update(late.award.id, { state: 'Publicity' });
        return () => late.objections.enter({ ...found, noticeId: late.publicity });
      },
      { code: 'awards.objection.foundEarly', field: 'channel' },
    ],
    [
      'of a programme that is filed away',
      async () => {
        await late.award.app.database.repo(Programme).update(late.award.id, { state: 'Archived' });
        return () => late.objections.enter(found);
      },
      { code: 'awards.objection.settled', kind: 'conflict' },
    ],
    [
      'with a day before the publication',
      () => () => late.objections.enter({ ...found, receivedOn: '2026-06-08' }),
      { code: 'awards.objection.receivedBefore', field: 'receivedOn' },
    ],
    [
      'against a merchant who is not on the list',
      () => () =>
        late.objections.enter({ ...found, applicationId: late.award.entries[2]!.applicationId }),
      { code: 'awards.objection.notListed', field: 'applicationId' },
    ],
    [
      'against a notice that publishes no list',
      async () => {
        await late.award.app.database
          .repo(Notice)
          .update(late.objections.noticeId, { listId: null });
        return () => late.objections.enter({ ...found, applicationId: null });
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'O01r', guard: 'listPublished' } },
    ],
    [
      'of which experts shall look at scores that were never locked',
      async () => {
        const id = await late.heard();
        const reReviewers = await late.objections.experts(3);
        await late.award.app.database.execute('DELETE FROM standing');
        return () => late.objections.decide(id, { finding: 'upholdPartly', reReviewers });
      },
      { code: 'awards.objection.noScores', field: 'finding' },
    ],
    [
      'whose result is recorded a second time',
      async () => {
        const id = await late.reviewed(550);
        return () => late.objections.reReview(id);
      },
      { code: 'awards.reReview.over', kind: 'conflict' },
    ],
    [
      'whose merchant has no title yet, and shall have one meanwhile',
      async () => {
        const id = await late.entered();
        await late.objections.admit(id);
        await late.award.clear('K3');
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
    const id = await late.entered();
    expect(await late.award.app.database.repo(Objection).findOneByOrFail({ id })).toMatchObject({
      channel: 'office',
      identitySealed: null,
      state: 'Received',
    });
    await late.objections.admit(id);
    expect((await application()).state).toBe('Selected');
    await late.award.clear('K3');
    expect(await confer()).toBe(1);
    expect(await late.award.app.database.repo(Title).countBy({ applicationId: late.against })).toBe(
      0,
    );
    await late.objections.answer(id)();
    await late.objections.decide(id);
    expect(await confer()).toBe(1);
  });

  test('that somebody tells by telephone is entered against the list with a name', async () => {
    const id = await late.entered({ channel: 'telephone' });
    const known = await late.award.app.database.repo(Objection).findOneByOrFail({ id });
    expect([known.channel, known.identitySealed === null]).toEqual(['telephone', false]);
  });

  test('that is upheld before the conferment cancels, and prepares the list without', async () => {
    const id = await late.heard();
    await late.objections.decide(id, { finding: 'uphold' });
    expect((await application()).state).toBe('Cancelled');
    const prepared = await late.award.app.database
      .repo(AwardList)
      .findOneByOrFail({ kind: 'award', state: 'Prepared' });
    expect(prepared.rows.map((row) => row.applicationId)).toEqual([
      late.award.entries[0]!.applicationId,
    ]);
    expect(await follow(id)).toBeNull();
  });

  test('that is upheld after the conferment leaves title and list, and asks for a revocation', async () => {
    await late.award.clear('K3');
    await confer();
    const id = await late.heard();
    await late.objections.decide(id, { finding: 'uphold' });
    expect((await application()).state).toBe('Selected');
    const title = await late.award.app.database
      .repo(Title)
      .findOneByOrFail({ applicationId: late.against });
    expect(title.state).toBe('Active');
    expect(await follow(id)).toMatchObject({ titleId: title.id });
    await late.award.app.app.get(ProposeRevocation).run(late.award.people.registrar, {
      titleId: title.id,
      ground: 'falseMaterial',
      facts: '申报材料系伪造。',
    });
    expect(await follow(id)).toBeNull();
  });

  test('goes to three others; who keeps the place keeps everything, and may have the title', async () => {
    const id = await late.reviewed(550);
    const review = await late.award.app.database
      .repo(ReReview)
      .findOneByOrFail({ objectionId: id });
    expect(review).toMatchObject({ placeLost: false, lockId: null, noticeId: null });
    expect(review.place).toMatchObject({ keeps: true, after: { outcome: 'proposed' } });
    expect((await application()).state).toBe('Selected');
    const hold = await late.award.app.database.repo(Hold).findOneByOrFail({ objectionId: id });
    expect(hold.endedAt).not.toBeNull();
    expect(await follow(id)).toBeNull();
    await late.award.clear('K3');
    expect(await confer()).toBe(2);
  });
});
