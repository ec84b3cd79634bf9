import { expect } from '@jest/globals';
import { addDays } from '../../src/rules/calendar/beijing-time.js';
import { hashOn } from '../support/award-office.js';
import type { PlayedAward } from './award.js';
import type { Cast } from './cast.js';
import { date } from './fields.js';
import { fileReturn } from './merchants.js';
import type { Place } from './place.js';
import { renewBasis } from './prepare.js';

interface HeldTitle {
  readonly id: string;
  readonly merchantId: string;
  readonly verifyCode: string;
  readonly certificateNumber: string;
  readonly validTo: string;
}

/**
 * What becomes of the titles of an award: the first holder is confirmed, the second warned and cured; then
 * one of the first holder's titles is revoked, and the others end by their date. Everything is done on the
 * pages, by whoever finds it on the own desk.
 */
export async function playTitles(
  place: Place,
  cast: Cast,
  { programmeId, holders }: PlayedAward,
  year: number,
): Promise<void> {
  const [bamboo, tea, third] = holders;
  const titles = await place.rows<HeldTitle>(
    `SELECT id, merchant_id, verify_code, certificate_number, valid_to FROM title
     WHERE programme_id = ? ORDER BY certificate_number`,
    [programmeId],
  );
  const [first, young] = titles.filter(({ merchantId }) => merchantId === bamboo.merchantId);
  const [second] = titles.filter(({ merchantId }) => merchantId === tea.merchantId);
  const [other] = titles.filter(({ merchantId }) => merchantId === third.merchantId);
  await prepareYear(place, cast, programmeId, year);
  await fileReturn(bamboo.visitor, year - 1, '2300');
  await fileReturn(third.visitor, year - 1, '720');

  await place.moveTo(`${year}-03-01`);
  await review(place, cast, programmeId, { titles, good: [first!, young!, other!], bad: second! });
  await cure(place, cast, second!, { holder: tea, year });
  const registrar = cast.registrar.visitor;
  await registrar.get(`/office?programme=${programmeId}`);
  await registrar.submit('/steps', { event: 'closeAnnualReview' });
  expect(registrar.errors).toEqual([]);

  await reportChange(place, cast, second!, tea);
  await revoke(place, cast, young!, bamboo);
  await expectPublic(place, first!, '有效');
  await restore(place, cast, young!);
  await end(place, cast, [first!, second!, young!, other!], tea);
  expect((await place.verifyJournal()).status).toBe(0);
}

/** The working days of the new year and a legal basis that reaches into it. */
async function prepareYear(place: Place, cast: Cast, programmeId: string, year: number) {
  await place.moveTo(`${year - 1}-12-20`);
  const { visitor } = cast.registrar;
  await visitor.get('/office/working-days');
  await visitor.submit('/office/working-days', { year: String(year) });
  await visitor.submit(`/office/working-days/${year}`, {
    source: `国办发明电〔${year - 1}〕9号`,
    holidays: '1月1日至3日、10月1日至7日',
    makeUpDays: '',
  });
  expect(visitor.errors).toEqual([]);
  await renewBasis(cast, programmeId, {
    documentNumber: `衢政办发〔${year - 1}〕88号`,
    from: `${year}-01-01`,
    to: basisEnds(year),
  });
  await place.moveTo(`${year}-02-22`);
}

/** Opened by itself, checked together, confirmed together where it is good, warned where it is not. */
async function review(
  place: Place,
  cast: Cast,
  programmeId: string,
  given: {
    readonly titles: readonly HeldTitle[];
    readonly good: readonly HeldTitle[];
    readonly bad: HeldTitle;
  },
): Promise<void> {
  const registrar = cast.registrar.visitor;
  await registrar.get(`/office?programme=${programmeId}`);
  for (const title of given.titles) {
    expect(registrar.page.querySelector(`.step-card a[href$="${title.id}"]`)!.text).toBe(
      title.certificateNumber,
    );
    await expectPublic(place, title, '正在复核');
  }
  const verifier = cast.verifiers[0].visitor;
  await verifier.get('/office');
  await verifier.get(deskLink(verifier, '核查称号'));
  await verifier.submit('/checks', {
    titleIds: given.titles.map(({ id }) => id),
    creditSource: '信用中国、国家企业信用信息公示系统',
    ...date('creditAsOf', place.today()),
  });
  expect(verifier.errors).toEqual([]);
  await registrar.get('/office');
  await registrar.get(deskLink(registrar, '确认复核通过'));
  await registrar.submit('/confirmations', { titleIds: given.titles.map(({ id }) => id) });
  expect(registrar.status).toBe(422);
  await registrar.submit('/confirmations', { titleIds: given.good.map(({ id }) => id) });
  expect(registrar.errors).toEqual([]);
  for (const title of given.good) await expectPublic(place, title, '有效');
  const approver = cast.approver.visitor;
  await approver.get('/office');
  await approver.get(deskLink(approver, '决定警示'));
  await approver.submit('/warnings', {
    warningGround: 'returnMissing',
    warningReason: '尚未填报上一年度数据，请在期限内补报。',
  });
  expect(approver.errors).toEqual([]);
  await expectPublic(place, given.bad, '警示期');
}

async function cure(
  place: Place,
  cast: Cast,
  title: HeldTitle,
  { holder, year }: { readonly holder: PlayedAward['holders'][0]; readonly year: number },
): Promise<void> {
  const registrar = cast.registrar.visitor;
  await registrar.get(`/office/titles/${title.id}`);
  await registrar.submit('/reminders');
  expect(registrar.status).toBe(422);
  await place.moveTo(addDays(place.today(), 14));
  await registrar.get(`/office/titles/${title.id}`);
  await registrar.submit('/reminders');
  expect(registrar.errors).toEqual([]);
  await holder.visitor.get('/messages');
  expect(holder.visitor.text).toContain('请尽快改正');
  await fileReturn(holder.visitor, year - 1, '1800');
  const approver = cast.approver.visitor;
  await approver.get('/office');
  await approver.get(deskLink(approver, '处理整改报告'));
  await approver.submit('/cures', { cureDecision: 'lift', cureReason: '已补报，数据核对无误。' });
  expect(approver.errors).toEqual([]);
  await expectPublic(place, title, '有效');
}

/** Proposed, answered, decided, posted: outside nothing changes before the last of these. */
async function revoke(
  place: Place,
  cast: Cast,
  title: HeldTitle,
  { visitor }: PlayedAward['holders'][0],
): Promise<void> {
  const registrar = cast.registrar.visitor;
  await registrar.get(`/office/titles/${title.id}`);
  await registrar.submit('/revocations', {
    ground: 'V6',
    facts: '市场监管部门查实其组织刷单，已作出处罚决定。',
  });
  expect(registrar.errors).toEqual([]);
  await visitor.get(`/my/titles/${title.id}`);
  await visitor.submit('/statement', { statement: '系员工个人行为，公司已经整改，请予考虑。' });
  expect(visitor.errors).toEqual([]);
  const approver = cast.approver.visitor;
  await approver.get('/office');
  await approver.get(deskLink(approver, '决定是否撤销'));
  const decision = {
    decision: 'revoke',
    decisionReason: '处罚决定已经生效，陈述理由不能成立。',
  };
  await approver.submit('/decision', decision);
  expect(approver.errors).toEqual([expect.stringContaining('立项依据')]);
  await renewExpired(place, cast, title);
  await approver.get('/office');
  await approver.get(deskLink(approver, '决定是否撤销'));
  await approver.submit('/decision', decision);
  expect(approver.errors).toEqual([]);
  await expectPublic(place, title, '有效');
  const publisher = cast.publishers[0].visitor;
  await publisher.get('/office');
  const draft = deskLink(publisher, '发布称号公告');
  await publisher.get(draft);
  await publisher.submit('/posting', { hash: hashOn(publisher.text) });
  expect(publisher.errors).toEqual([]);
  await expectPublic(place, title, '已撤销');
  await registrar.get('/office');
  await registrar.get(deskLink(registrar, '收回牌匾'));
  await registrar.submit('/plaque', {
    ...date('returnedOn', place.today()),
    plaqueNote: '牌匾一块、证书一份，由商户送回',
  });
  expect(registrar.errors).toEqual([]);
}

/** The day in March on which the first renewal of the basis ends. */
const basisEnds = (year: number) => `${year}-03-10`;

/** Nothing is posted once the basis has ended; the registrar finds it on the desk and renews it. */
async function renewExpired(place: Place, cast: Cast, title: HeldTitle): Promise<void> {
  const year = Number(place.today().slice(0, 4));
  expect(place.today() > basisEnds(year)).toBe(true);
  const [row] = await place.rows<{ id: string }>(
    'SELECT programme_id AS id FROM title WHERE id = ?',
    [title.id],
  );
  const { visitor } = cast.registrar;
  await visitor.get(`/office?programme=${row!.id}`);
  const task = visitor.page
    .querySelectorAll('.task')
    .find((one) => one.querySelector(`a[href="/office/programmes/${row!.id}/legal-basis"]`));
  expect(task?.text).toContain('已到期');
  await renewBasis(cast, row!.id, {
    documentNumber: `衢政办发〔${year}〕12号`,
    from: place.today(),
    to: `${year + 3}-12-31`,
  });
}

/** The holder reports that the place of business changed; the office notes it. */
async function reportChange(
  place: Place,
  { registrar }: Cast,
  title: HeldTitle,
  { visitor: holder }: PlayedAward['holders'][0],
): Promise<void> {
  await holder.get('/my/titles');
  await holder.submit('/my/titles/changes', {
    kind: 'place',
    ...date('happenedOn', place.today()),
    text: '经营地址迁至同一街道的另一处，其余不变。',
  });
  expect(holder.errors).toEqual([]);
  const { visitor } = registrar;
  await visitor.get('/office');
  await visitor.get(deskLink(visitor, '处理变更报告'));
  await visitor.submit('/office/titles/changes/', { answer: 'note', reply: '已收到，予以登记。' });
  expect(visitor.errors).toEqual([]);
  await expectPublic(place, title, '有效');
}

/** T09: a court annuls the decision; the title is back when the notice is posted, and the old notice says so. */
async function restore(place: Place, cast: Cast, title: HeldTitle): Promise<void> {
  const { visitor } = cast.approver;
  await visitor.get(`/office/titles/${title.id}`);
  await visitor.submit('/annulment', {
    organ: '衢州市中级人民法院',
    annulNumber: '（2027）浙08行终12号',
    annulReason: '撤销决定所依据的处罚决定已被判决撤销。',
  });
  expect(visitor.errors).toEqual([]);
  await expectPublic(place, title, '已撤销');
  const publisher = cast.publishers[0].visitor;
  await publisher.get('/office');
  await publisher.get(deskLink(publisher, '发布称号公告'));
  await publisher.submit('/posting', { hash: hashOn(publisher.text) });
  expect(publisher.errors).toEqual([]);
  await expectPublic(place, title, '有效');
  const [old] = await place.rows<{ id: string }>("SELECT id FROM notice WHERE kind = 'revocation'");
  const stranger = place.visitor();
  await stranger.get(`/notices/${old!.id}`);
  expect(stranger.text).toContain('本文已更正。');
}

/** The holder is told sixty days before; on the day after the last the titles end without anybody. */
async function end(
  place: Place,
  cast: Cast,
  titles: readonly HeldTitle[],
  { visitor }: PlayedAward['holders'][0],
): Promise<void> {
  const { validTo } = titles[0]!;
  const registrar = cast.registrar.visitor;
  for (const [day, told] of [
    [addDays(validTo, -60), '到期。'],
    [addDays(validTo, 1), '已经到期'],
  ] as const) {
    await place.moveTo(day);
    await registrar.get('/office');
    await visitor.get('/messages');
    expect(visitor.text).toContain(told);
  }
  for (const title of titles) await expectPublic(place, title, '已到期');
  const left = await place.rows<{ state: string }>(
    "SELECT state FROM title WHERE state NOT IN ('Expired', 'Revoked')",
  );
  expect(left).toEqual([]);
}

/** What the certificate's code says to anybody. */
async function expectPublic(place: Place, title: HeldTitle, says: string): Promise<void> {
  const stranger = place.visitor();
  await stranger.get(`/v/${title.verifyCode}`);
  expect([title.certificateNumber, stranger.page.querySelector('main h2')!.text]).toEqual([
    title.certificateNumber,
    expect.stringContaining(says),
  ]);
}

/** Where the desk of the reader leads for a piece of work. */
function deskLink(visitor: Cast['registrar']['visitor'], work: string): string {
  const link = visitor.page
    .querySelectorAll('.next-action .task a')
    .find(({ text }) => text.startsWith(work));
  if (!link) throw new Error(`Nothing called ${work} on the desk:\n${visitor.text.slice(0, 600)}`);
  return link.getAttribute('href')!;
}
