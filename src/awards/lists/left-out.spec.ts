import { newId } from '../../database/new-id.js';
import { Shop } from '../../merchants/shop.entity.js';
import { Declaration } from '../../applications/declaration.entity.js';
import { AwardSteps } from '../../../test/support/award-steps.js';
import type { AwardListRow } from './award-list.entity.js';
import { AwardListQueries } from './award-list.queries.js';
import { leftOut } from './left-out.js';

const row = (applicationId: string | null): AwardListRow => ({
  serial: 1,
  category: 'G',
  divisionCode: '330802',
  name: '甲',
  main: '',
  applicationId,
  merchantId: null,
  standing: 1,
});

describe('whom the public notice named and the list does not', () => {
  const states = new Map([
    ['a', 'Selected'],
    ['b', 'UnderObjection'],
    ['c', 'InReview'],
    ['d', 'ScoreLocked'],
    ['e', 'InPublicity'],
    ['f', 'NotProposed'],
    ['g', 'Withdrawn'],
    ['h', 'Cancelled'],
  ]);
  const posted = [...states.keys(), 'unknown', null].map(row);

  it('is counted by what became of it', () => {
    expect(leftOut(posted, [row('a')], states)).toEqual({
      posted: 10,
      reasons: {
        onHold: 1,
        reReview: 2,
        noticeRuns: 1,
        notPromoted: 1,
        withdrawn: 1,
        cancelled: 2,
      },
    });
  });

  it('is nobody where everybody is listed, or nothing was posted', () => {
    expect(leftOut([row('a')], [row('a'), row('b')], states)).toBeNull();
    expect(leftOut([], [row('a')], states)).toBeNull();
  });
});

it('the main shop stands on a list only by the last consent of its owner', async () => {
  const award = await AwardSteps.open();
  const { database, app } = award.app;
  await award.lock();
  const [first, second] = award.entries;
  for (const { merchantId } of award.entries) {
    await database.repo(Shop).insert({
      id: newId(),
      merchantId,
      platform: 'taobao',
      shopName: '柯城蜜橘店',
      url: 'https://shop1.taobao.com/',
      openedOn: '2012-01-01',
      sameSubject: true,
      status: 'open',
      version: 1,
    });
  }
  const agree = (applicationId: string, acceptedAt: string, items: string[]) =>
    database.repo(Declaration).insert({
      id: newId(),
      applicationId,
      kind: 'publicity',
      textHash: '',
      items,
      accountId: newId(),
      address: null,
      acceptedAt,
    });
  await agree(first!.applicationId, '2026-05-01T00:00:00.000Z', ['merchantName', 'division']);
  await agree(first!.applicationId, '2026-05-02T00:00:00.000Z', ['merchantName', 'shops']);
  await agree(second!.applicationId, '2026-05-01T00:00:00.000Z', ['merchantName', 'shops']);
  await agree(second!.applicationId, '2026-05-02T00:00:00.000Z', ['merchantName', 'division']);
  const outcomes = await app.get(AwardListQueries).outcomes(award.id);
  expect(outcomes.map(({ main }) => main)).toEqual(['柯城蜜橘店', '', '']);
  await award.app.stop();
});
