import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState, refusalTable } from '../../../test/support/case-tables.js';
import { TitleSteps } from '../../../test/support/title-steps.js';
import { NoticeDraft } from '../notices/notice-draft.entity.js';
import { ExpireTitles } from './expire-titles.js';
import { PrepareTitleNotice } from './revocations/prepare-title-notice.js';
import { lockTitle } from './lock-title.js';
import { TitleReview } from './title-review.entity.js';
import { TitleRevocation } from './title-revocation.entity.js';
import { TitleWarning } from './title-warning.entity.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
});
afterAll(() => life.app.stop());

const only = async <Row extends object>(entity: new () => Row): Promise<Row> => {
  const rows = await life.app.database.repo(entity).find();
  expect(rows).toHaveLength(1);
  return rows[0]!;
};
const drafts = () => life.app.database.repo(NoticeDraft).count();
const end = async () => {
  await life.app.database.execute("UPDATE title SET valid_to = '2027-03-08'");
  await life.app.app.get(ExpireTitles).run();
  expect(await life.state()).toBe('Expired');
};

describe('what was under way about a title', () => {
  fromSavedState(() => life.app);

  test('is closed by its revocation: the review', async () => {
    await life.openYearly();
    await life.toRevoked();
    const { outcome, closedAt } = await only(TitleReview);
    expect([outcome, closedAt?.slice(0, 10)]).toEqual(['revoked', '2027-03-09']);
    expect(await only(TitleRevocation)).toMatchObject({
      postedOn: '2027-03-09',
      plaqueDueOn: '2027-04-06',
    });
    expect(await life.title()).toMatchObject({
      state: 'Revoked',
      stateSince: '2027-03-09',
      stateReason: 'awards.revocation.ground.V2',
    });
    const { verifyCode } = await life.title();
    const reader = await life.app.visitor().get(`/verify/${verifyCode}?lang=en`);
    expect(reader.text).toContain('Put on a list of serious dishonesty');
    expect(reader.text).not.toContain('严重违法失信名单');
  });

  test('is closed by its revocation: the warning', async () => {
    await life.toWarning();
    life.moveTo('2027-05-25');
    await life.propose('notRepaired');
    life.moveTo('2027-06-02');
    await life.post((await life.decide())!);
    const { ending, endedAt } = await only(TitleWarning);
    expect([ending, endedAt?.slice(0, 10)]).toEqual(['revoked', '2027-06-02']);
  });

  test('ends with it: the review', async () => {
    await life.openYearly();
    life.moveTo('2027-03-09');
    await end();
    expect((await only(TitleReview)).outcome).toBe('expired');
  });

  test('ends with it: the warning', async () => {
    await life.toWarning();
    life.moveTo('2027-03-09');
    await end();
    expect((await only(TitleWarning)).ending).toBe('expired');
  });

  test('ends with it: the revocation, and the notice that waited', async () => {
    await life.toDecision();
    expect(await drafts()).toBe(1);
    await end();
    expect([(await only(TitleRevocation)).lapsedOn, await drafts()]).toEqual(['2027-03-09', 0]);
  });
});

describe('a notice of a title', () => {
  const again = (kind: 'revocation' | 'restoration') =>
    life.app.database.transaction(async () => {
      const title = await lockTitle(life.app.database, life.id);
      const prepare = life.app.app.get(PrepareTitleNotice);
      return kind === 'revocation'
        ? prepare.revocation(life.people.approver, title, { ground: 'V2' })
        : prepare.restoration(life.people.approver, title, { organ: '法院', number: '1号' });
    });
  refusalTable(
    () => life.app,
    [
      [
        'that is not the one that was decided',
        async () => {
          await life.toDecision();
          const stray = await again('revocation');
          return () => life.post(stray);
        },
        { code: 'lifecycle.refused.guard', variables: { rule: 'T07', guard: 'noticePosted' } },
      ],
      [
        'that gives back a title without an annulment',
        async () => {
          await life.toRevoked();
          const stray = await again('restoration');
          return () => life.post(stray);
        },
        { code: 'lifecycle.refused.guard', variables: { rule: 'T09', guard: 'decisionAnnulled' } },
      ],
      [
        'that is not the one of the annulment',
        async () => {
          await life.toRevoked();
          await life.annul();
          const stray = await again('restoration');
          return () => life.post(stray);
        },
        { code: 'lifecycle.refused.guard', variables: { rule: 'T09', guard: 'noticePosted' } },
      ],
      [
        'that gives back a title nobody took',
        async () => {
          const stray = await again('restoration');
          return () => life.post(stray);
        },
        { code: 'awards.restoration.notRevoked', kind: 'conflict' },
      ],
      [
        'that gives back a title whose revocation is not on record',
        async () => {
          await life.put('Revoked');
          const stray = await again('restoration');
          return () => life.post(stray);
        },
        { code: 'awards.restoration.noRecord', kind: 'conflict' },
      ],
    ],
  );
});
