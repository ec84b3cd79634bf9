import { expect } from '@jest/globals';
import { smallPdf } from '../support/small-files.js';
import { type Applied, apply, begin, hand } from './applications.js';
import { type Cast, division } from './cast.js';
import { date } from './fields.js';
import { type RegisteredMerchant, register } from './merchants.js';
import { type Place, workingDayAfter } from './place.js';
import { renewBasis } from './prepare.js';
import { lockStandings } from './results.js';

const both = ['示范网商', '青年网商'] as const;

/**
 * Five more merchants apply in both categories, and none of them quite as the rest: one names a rival as its
 * own relation, one is filled in at the window, one gets more time, one begins late with its whole county.
 */
export async function applyOtherwise(
  place: Place,
  cast: Cast,
  programmeId: string,
  { year, deadline }: { readonly year: number; readonly deadline: string },
): Promise<Applied[]> {
  const merchants: RegisteredMerchant[] = [];
  for (const number of [3, 4, 5, 6, 7] as const) {
    merchants.push(await register(place, number, year));
  }
  const [namer, rival, guest, slow, late] = merchants;
  await nameAsRelated(namer!, rival!);
  const applied = [...(await apply(namer!, ...both)), ...(await apply(rival!, ...both))];
  applied.push(...(await applyAtWindow(cast, guest!)));
  const drafts = await begin(slow!, ...both);
  const [next, last] = [
    await workingDayAfter(place, deadline, 1),
    await workingDayAfter(place, deadline, 2),
  ];
  for (const { applicationId } of drafts) {
    await extend(cast, programmeId, next, { scope: 'application', applicationId });
  }
  const county = { scope: 'division', divisionCode: division, newDrafts: 'on' };
  await extend(cast, programmeId, last, county);
  await place.moveTo(next);
  for (const draft of drafts) applied.push(await hand(slow!, draft));
  await place.moveTo(last);
  applied.push(...(await apply(late!, ...both)));
  return applied;
}

/** Said by one side only: the other is told and bars nothing. */
async function nameAsRelated({ visitor }: RegisteredMerchant, rival: RegisteredMerchant) {
  await visitor.get('/my/relations');
  const { name, creditCode } = rival;
  await visitor.submit('/my/relations/merchants', { name, creditCode, relation: 'sameHead' });
  expect(visitor.errors).toEqual([]);
  await rival.visitor.get('/messages');
  expect(rival.visitor.text).toContain('关联');
}

/** K5: the clerk fills in the merchant's own pages with the signed sheet of who came. */
async function applyAtWindow({ registrar }: Cast, guest: RegisteredMerchant): Promise<Applied[]> {
  const { visitor } = registrar;
  await visitor.get(`/office/registry/${guest.merchantId}`);
  const link = visitor.page.querySelectorAll('main a').find(({ text }) => text.includes('窗口'))!;
  await visitor.get(link.getAttribute('href')!);
  const came = { person: '冯三林', telephone: '13905709999', capacity: 'head' };
  const paper = [{ field: 'sheet', name: '申报表.pdf', content: smallPdf }];
  await visitor.submit('/office/window', came, paper);
  const entry = visitor.path;
  const applied = await apply({ ...guest, visitor, onPaper: true }, ...both);
  await visitor.get(entry);
  await visitor.submit('/closing');
  await guest.visitor.get('/messages');
  expect(guest.visitor.text).toContain('接待编号');
  return applied.map((one) => ({ ...one, visitor: guest.visitor }));
}

async function extend(
  { registrar }: Cast,
  programmeId: string,
  lastDay: string,
  scope: Readonly<Record<string, string>>,
): Promise<void> {
  const { visitor } = registrar;
  await visitor.get(`/office/programmes/${programmeId}/extension-orders`);
  await visitor.submit('/extension-orders', {
    phase: 'Open',
    ...scope,
    ...date('newLastDay', lastDay),
    reason: '当地连日停电，商户无法按期上传材料。',
  });
  expect(visitor.errors).toEqual([]);
}

/** What the division left when its time is over; the city goes on with it, and the screener owns it. */
export async function takeOver(
  place: Place,
  { registrar, screener }: Cast,
  left: readonly Applied[],
): Promise<void> {
  const { visitor } = registrar;
  await visitor.get('/office/takeovers');
  const [owner] = visitor.page
    .querySelectorAll('select[name=ownerId] option')
    .map((option) => option.getAttribute('value') ?? '')
    .filter(Boolean);
  await visitor.submit('/office/takeovers', {
    ownerId: owner!,
    reason: '县级逾期未签署推荐意见，由市级接办。',
  });
  expect(visitor.errors).toEqual([]);
  for (const { applicationId } of left) {
    const rows = await place.rows('SELECT state FROM application WHERE id = ?', [applicationId]);
    expect(rows).toEqual([{ state: 'Recommended' }]);
  }
  await screener.visitor.get('/messages');
  expect(screener.visitor.text).toContain('接办');
}

/** Sixty days before it ends the registrar finds it on the desk; it is renewed by the same two steps. */
export async function renewEndingBasis(cast: Cast, programmeId: string, year: number) {
  const { visitor } = cast.registrar;
  await visitor.get(`/office?programme=${programmeId}`);
  expect(
    visitor.page.querySelector(`.task a[href="/office/programmes/${programmeId}/legal-basis"]`),
  ).not.toBeNull();
  await renewBasis(cast, programmeId, {
    documentNumber: `衢政办发〔${year}〕41号`,
    from: `${year}-07-01`,
    to: `${year}-12-31`,
  });
}

/** Who scores what, as the panel agreed on a sheet of paper: every member scores everything. */
export async function importAssignment(
  place: Place,
  { registrar }: Cast,
  roundId: string,
  categoryId: string,
): Promise<void> {
  const numbers = await place.rows<{ number: string }>(
    `SELECT judging_number AS number FROM application
     WHERE category_id = ? AND judging_number IS NOT NULL ORDER BY judging_number`,
    [categoryId],
  );
  const lines = numbers.flatMap(({ number }) => [1, 2, 3, 4, 5].map((seat) => `${number},${seat}`));
  const { visitor } = registrar;
  await visitor.get(`/office/assignments/${roundId}/import`);
  await visitor.submit('/import', { perApplication: '5' }, [
    {
      field: 'file',
      name: '分配表.csv',
      content: Buffer.from(['评审编号,席位', ...lines].join('\r\n')),
    },
  ]);
  expect([lines.length, visitor.errors]).toEqual([35, []]);
  await visitor.submit('/import/confirmation', { reason: '评审组商定：每名评委评全部申报。' });
  expect(visitor.errors).toEqual([]);
}

/** Some have the same composite at the last place: the committee votes, and a new version counts it. */
export async function voteOnTie(
  place: Place,
  cast: Cast,
  categoryId: string,
  tied: readonly Applied[],
  winner: Applied,
): Promise<Applied> {
  const { visitor } = cast.registrar;
  await visitor.get(`/office/standings/${categoryId}`);
  const fields = visitor.page
    .querySelectorAll('input[name^="vote."]')
    .map((field) => field.getAttribute('name')!);
  const receipts = await place.rows<{ id: string; receipt: string }>(
    `SELECT id, receipt_number AS receipt FROM application
     WHERE id IN (${tied.map(() => '?').join(', ')})`,
    tied.map(({ applicationId }) => applicationId),
  );
  expect(fields.toSorted()).toEqual(receipts.map(({ receipt }) => `vote.${receipt}`).toSorted());
  const votes = receipts.map(({ id, receipt }) => [
    `vote.${receipt}`,
    id === winner.applicationId ? '4' : '1',
  ]);
  await visitor.submit('/ballots', {
    ...Object.fromEntries(votes),
    minutes: '各家得分和各项次序均相同，评审委员会无记名投票，应到七人，实到七人。',
  });
  expect(visitor.errors).toEqual([]);
  await lockStandings(cast, categoryId);
  return winner;
}
