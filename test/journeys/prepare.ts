import { expect } from '@jest/globals';
import { date } from './fields.js';
import type { Cast, Member } from './cast.js';
import type { Place } from './place.js';

export interface Setting {
  /** Places of the first category; the second has one. */
  readonly places: number;
  readonly basisEnds: string;
}

/** Copies last year's programme: two categories and a legal basis; @returns its id. */
export async function prepareProgramme(
  place: Place,
  { registrar }: Cast,
  year: number,
  { places, basisEnds }: Setting,
): Promise<string> {
  const { visitor } = registrar;
  await visitor.get('/office/programmes/new');
  await visitor.submit('/office/programmes', {
    name: `${year}年度示范网商评选`,
    year: String(year),
    dataYear: String(year - 1),
    categories: ['G', 'Y'],
    ...date('openingDay', `${year}-03-02`),
  });
  expect(visitor.errors).toEqual([]);
  const programmeId = visitor.path.split('/').at(-1)!;
  await visitor.get(`/office/programmes/${programmeId}/legal-basis`);
  await visitor.submit('/legal-basis', {
    type: 'approvedDemonstration',
    approvingOrgan: '衢州市创建示范活动工作协调小组',
    documentNumber: `衢政办发〔${year}〕3号`,
    ...date('validFrom', `${year}-01-01`),
    ...date('validTo', basisEnds),
  });
  expect(visitor.errors).toEqual([]);
  await visitor.get(`/office/programmes/${programmeId}/rules`);
  await visitor.submit('/rules', {
    'categories.0.quota': String(places),
    'categories.1.quota': '1',
    action: 'save',
  });
  expect(visitor.errors).toEqual([]);
  expect(await stateOf(place, programmeId)).toBe('Preparing');
  return programmeId;
}

/** The approver, who is another person, approves the basis and announces; the rules freeze. */
export async function announceProgramme(place: Place, { approver }: Cast, programmeId: string) {
  const { visitor } = approver;
  await visitor.get(`/office/programmes/${programmeId}/legal-basis/approval`);
  await visitor.submit('/approval', { wordingAccepted: 'on' });
  expect(visitor.errors).toEqual([]);
  await visitor.get(`/office/programmes/${programmeId}`);
  await visitor.submit('/announcement');
  expect(await stateOf(place, programmeId)).toBe('Announced');
}

/** By the two steps of the first one: the registrar records it, the approver, who is another person, approves. */
export async function renewBasis(
  { registrar, approver }: Cast,
  programmeId: string,
  basis: { readonly documentNumber: string; readonly from: string; readonly to: string },
): Promise<void> {
  const { visitor } = registrar;
  await visitor.get(`/office/programmes/${programmeId}/legal-basis`);
  await visitor.submit('/legal-basis', {
    type: 'approvedDemonstration',
    approvingOrgan: '衢州市创建示范活动工作协调小组',
    documentNumber: basis.documentNumber,
    ...date('validFrom', basis.from),
    ...date('validTo', basis.to),
  });
  expect(visitor.errors).toEqual([]);
  // Whoever is next finds it on the own desk.
  await approver.visitor.get(`/office?programme=${programmeId}`);
  const path = `/office/programmes/${programmeId}/legal-basis`;
  expect(approver.visitor.page.querySelector(`.task a[href^="${path}"]`)).not.toBeNull();
  await approver.visitor.get(`${path}/approval`);
  await approver.visitor.submit('/approval', { wordingAccepted: 'on' });
  expect(approver.visitor.errors).toEqual([]);
}

/** Takes a step of the board as somebody whose duty it is. */
export async function step(place: Place, { visitor }: Member, programmeId: string, event: string) {
  await visitor.get(`/office?programme=${programmeId}`);
  await visitor.submit('/steps', { event });
  expect([event, visitor.status]).toEqual([event, 200]);
  return stateOf(place, programmeId);
}

/** Records a fact that only people can attest. */
export async function attest({ visitor }: Member, programmeId: string, guard: string) {
  await visitor.get(`/office?programme=${programmeId}`);
  const form = visitor.page
    .querySelectorAll('form')
    .find((one) => one.querySelector(`input[name=guard][value=${guard}]`));
  expect([guard, form !== undefined]).toEqual([guard, true]);
  await visitor.post(`/office/programmes/${programmeId}/records`, {
    _csrf: visitor.token,
    guard,
    text: '已按规定办理，材料齐全，存档备查。',
  });
  expect(visitor.errors).toEqual([]);
}

export async function stateOf(place: Place, programmeId: string): Promise<string> {
  const [row] = await place.rows<{ state: string }>('SELECT state FROM programme WHERE id = ?', [
    programmeId,
  ]);
  return row!.state;
}
