import { expect } from '@jest/globals';
import type { Applied } from './applications.js';
import type { Cast } from './cast.js';
import type { Place } from './place.js';

/** One tabulator computes, another confirms the hash, the supervisor witnesses. */
export async function lockStandings(cast: Cast, categoryId: string): Promise<void> {
  const path = `/office/standings/${categoryId}`;
  const [first, second] = cast.tabulators;
  await first.visitor.get(path);
  await first.visitor.submit('/computation');
  expect(first.visitor.errors).toEqual([]);
  const hash = hashOn(first.visitor.text);
  await fromDesk(second.visitor, path);
  await second.visitor.submit('/confirmation', { hash });
  expect(second.visitor.errors).toEqual([]);
  const witness = cast.supervisor.visitor;
  await fromDesk(witness, path);
  await witness.submit('/lock');
  expect(witness.text).toContain('已锁分');
}

/** Whoever is next finds it on the own desk, whatever another category waits for. */
async function fromDesk(visitor: Cast['registrar']['visitor'], path: string): Promise<void> {
  await visitor.get('/office');
  expect([path, visitor.page.querySelector(`.task a[href="${path}"]`) !== null]).toEqual([
    path,
    true,
  ]);
  await visitor.get(path);
}

/** The committee's meeting fixes the proposed list. */
export async function deliberate({ registrar }: Cast, programmeId: string): Promise<void> {
  const { visitor } = registrar;
  await visitor.get(`/office/lists/${programmeId}`);
  await visitor.submit('/deliberation', {
    minutes: '评审委员会全体会议审议锁定结果，应到七人，实到七人，一致同意拟定名单。',
    cutLineRead: 'on',
  });
  expect(visitor.errors).toEqual([]);
}

/** Prepares a notice and posts it; with a second person where two are needed. @returns its path */
export async function post(
  { publishers }: Cast,
  programmeId: string,
  fields: Readonly<Record<string, string>>,
  second: 0 | 1,
): Promise<string> {
  const preparing = publishers[0].visitor;
  await preparing.get(`/office/notices/new?programme=${programmeId}&kind=${fields['kind']}`);
  await preparing.submit('/office/notices', { programmeId, ...fields });
  expect(preparing.errors).toEqual([]);
  const draft = preparing.path;
  const posting = publishers[second].visitor;
  await posting.get(draft);
  await posting.submit('/posting', { hash: hashOn(posting.text) });
  expect(posting.errors).toEqual([]);
  expect(posting.path).toMatch(/^\/notices\//);
  return posting.path;
}

/** Somebody from outside objects against one merchant; the office admits, the approver decides. */
export async function objectTo(
  place: Place,
  cast: Cast,
  notice: string,
  against: Applied,
): Promise<void> {
  const stranger = place.visitor();
  await stranger.get(notice);
  const form = stranger.page.querySelector('a[href^="/objections/new"]')!;
  await stranger.get(form.getAttribute('href')!);
  await stranger.submit('/objections', {
    applicationId: against.applicationId,
    identityKind: 'person',
    name: '异议人某',
    telephone: '0570-1111111',
    substance: '该商户申报的销售数据与平台公开数据似有不一致，请予核查。',
  });
  expect([stranger.status, stranger.errors]).toEqual([200, []]);
  const [receiptNumber, code] = stranger.page.querySelectorAll('dd strong').map((one) => one.text);
  // The receipt is a page of its own: loading it again files nothing.
  const receipt = stranger.path;
  await stranger.get(receipt);
  expect(stranger.page.querySelectorAll('dd strong').map((one) => one.text)).toEqual([
    receiptNumber,
    code,
  ]);
  expect(receipt).toBe('/objections/receipt');
  const elsewhere = place.visitor();
  await elsewhere.get(receipt);
  expect(elsewhere.path).toBe('/objections/follow');
  const registrar = cast.registrar.visitor;
  await registrar.get('/office/objections');
  await registrar.get(registrar.page.querySelector('tbody a')!.getAttribute('href')!);
  const objection = registrar.path;
  await registrar.submit('/admission', { admission: 'accept' });
  expect(registrar.errors).toEqual([]);
  expect(await stateOfApplication(place, against.applicationId)).toBe('UnderObjection');
  await against.visitor.get(objection.replace('/office/', '/my/'));
  expect(against.visitor.html).not.toContain('异议人某');
  await against.visitor.submit('/my/objections', { answer: '各项数据均有平台后台截图，请核查。' });
  const approver = cast.approver.visitor;
  await approver.get(objection);
  await approver.submit('/decision', {
    finding: 'reject',
    reason: '经核查平台后台原始数据，申报数据与实际一致，异议不成立。',
    reply: '您提出的异议经核查不成立，理由已书面告知。感谢监督。',
  });
  expect(approver.errors).toEqual([]);
  expect(await stateOfApplication(place, against.applicationId)).toBe('InPublicity');
  await stranger.get('/objections/follow');
  await stranger.submit('/objections/follow', { receiptNumber: receiptNumber!, code: code! });
  expect(stranger.text).toContain('已答复');
}

/** After the period: closing, the supervisor's statement, the decision. */
export async function approve(cast: Cast, programmeId: string): Promise<void> {
  const path = `/office/lists/${programmeId}`;
  const registrar = cast.registrar.visitor;
  await registrar.get(path);
  await registrar.submit('/closing');
  expect(registrar.errors).toEqual([]);
  const supervisor = cast.supervisor.visitor;
  await supervisor.get(path);
  await supervisor.submit('/statement', {
    statement: '全程监督，未发现违反评选规则和程序的情形，同意提交审定。',
  });
  expect(supervisor.errors).toEqual([]);
  const approver = cast.approver.visitor;
  await approver.get(path);
  await approver.submit('/approval', { approval: '经审定会议研究，同意公布名单。' });
  expect(approver.errors).toEqual([]);
}

export async function stateOfApplication(place: Place, id: string): Promise<string> {
  const [row] = await place.rows<{ state: string }>('SELECT state FROM application WHERE id = ?', [
    id,
  ]);
  return row!.state;
}

function hashOn(text: string): string {
  return /[0-9a-f]{64}/.exec(text)?.[0] ?? '';
}
