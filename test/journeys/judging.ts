import { expect } from '@jest/globals';
import type { Fields, Visitor } from '../support/visitor.js';
import type { Cast } from './cast.js';
import type { Place } from './place.js';
import { scoreSheet } from './score-sheet.js';

export interface SeatedJudge {
  readonly name: string;
  readonly visitor: Visitor;
}

const names = ['墨一白', '简二章', '商三省', '闻四维', '文五味', '毕六合', '钟七弦', '裴八斗'];
const password = 'Pingshen-2013-wei';

/** Who is seated by the meeting, and in which categories: the others are drawn. */
export interface Seating {
  readonly experts: number;
  readonly categories: readonly string[];
}

/**
 * Experts enter the pool and sit on the panels of the categories, those after the fifth as alternates. Each
 * changes the one-time password.
 */
export async function seatPanel(
  place: Place,
  { registrar }: Cast,
  programmeId: string,
  seating: Seating,
): Promise<SeatedJudge[]> {
  const { visitor } = registrar;
  const judges: SeatedJudge[] = [];
  for (const [number, name] of names.slice(0, seating.experts).entries()) {
    const mobile = `1390570200${number}`;
    await visitor.get('/office/experts');
    await visitor.submit('/office/experts', {
      name,
      field: '电子商务',
      organisation: `示例学院${number + 1}系`,
      organisationType: 'university',
      categories: ['G', 'Y'],
      mobile,
    });
    expect(visitor.errors).toEqual([]);
    const oneTime = visitor.page.querySelector('#one-time')!.text;
    judges.push({ name, visitor: await firstSignIn(place, mobile, oneTime) });
    await visitor.get(`/office/panels/${programmeId}`);
    const expert = visitor.page
      .querySelectorAll('select[name=expertId] option')
      .find((option) => option.text.includes(name))!;
    const categories = visitor.page
      .querySelectorAll('select[name=categoryId] option')
      .filter((option) => seating.categories.includes(option.text.trim()))
      .map((option) => option.getAttribute('value')!);
    for (const categoryId of categories) {
      await visitor.submit('/seats', {
        categoryId,
        expertId: expert.getAttribute('value')!,
        place: number === 0 ? 'chair' : number >= 5 ? 'alternate' : 'member',
        reason: '专业对口，与各申报单位无利害关系，经会议确定。',
      });
      expect([name, visitor.errors]).toEqual([name, []]);
    }
  }
  return judges;
}

/** A panel of five with three alternates, drawn before the supervisor, signed by both sides. */
export async function drawPanel({ registrar, supervisor }: Cast, categoryId: string) {
  const office = registrar.visitor;
  await office.get('/office/draws');
  await office.submit('/office/draws', { categoryId });
  const { path } = office;
  const act = async ({ visitor }: Cast['registrar'], step: string, fields: Fields = {}) => {
    await visitor.get(path);
    await visitor.submit(`${path}/${step}`, fields);
    expect([step, visitor.errors]).toEqual([step, []]);
  };
  const terms = { panelSize: '5', alternates: '3', perDivision: '2', fields: '电子商务 0' };
  await act(registrar, 'terms', terms);
  await act(registrar, 'freezing');
  await act(registrar, 'commitment');
  await act(supervisor, 'witness', { witness: '烂柯山下一局棋，胜负未分' });
  await act(registrar, 'reveal', { present: '登记员甲\n监督员乙' });
  for (const one of [registrar, supervisor]) await act(one, 'signatures', { read: 'on' });
}

async function firstSignIn(place: Place, mobile: string, oneTime: string): Promise<Visitor> {
  const visitor = place.visitor();
  await visitor.get('/sign-in');
  await visitor.submit('/sign-in', { mobile, password: oneTime });
  expect(visitor.path).toBe('/account/password');
  await visitor.submit('/account/password', { current: oneTime, next: password });
  expect(visitor.errors).toEqual([]);
  return visitor;
}

/** Every seated judge answers for every applicant of both panels; the second names a soft ground for one. */
export async function declare({ registrar }: Cast, judges: readonly SeatedJudge[], named: string) {
  // Another edition may run beside this one, and the newest stands first.
  await registrar.visitor.get('/office/conflicts');
  const open = () => registrar.visitor.page.querySelectorAll('form[action$="/decision"]').length;
  const others = open();
  for (const [number, { visitor }] of judges.entries()) {
    await visitor.get('/judging');
    const links = visitor.page
      .querySelectorAll('a[href$="/declaration"]')
      .map((link) => link.getAttribute('href')!);
    for (const link of links) {
      await visitor.get(link);
      const answers: Record<string, string> = {};
      for (const applicant of visitor.page.querySelectorAll('[data-applicant]')) {
        const ground = applicant.querySelector('input[name^=ground-]')!.getAttribute('name')!;
        const explanation = applicant.querySelector('textarea')!.getAttribute('name')!;
        const conflict = number === 1 && applicant.text.includes(named);
        answers[ground] = conflict ? '7' : 'none';
        if (conflict) answers[explanation] = '曾在同一培训班讲课，无其他往来。';
      }
      await visitor.submit('/declaration', answers);
      expect([number, visitor.errors]).toEqual([number, []]);
    }
  }
  const { visitor } = registrar;
  await visitor.get('/office/conflicts');
  expect(open()).toBe(others + 2);
  while (open() > others) {
    await visitor.submit('/decision', {
      decision: 'cleared',
      reason: '仅为同班授课，不影响公正评审。',
    });
    expect(visitor.errors).toEqual([]);
  }
}

export async function openRound({ registrar }: Cast, roundId: string): Promise<void> {
  await registrar.visitor.get(`/office/rounds/${roundId}`);
  await registrar.visitor.submit('/opening');
  expect(registrar.visitor.errors).toEqual([]);
}

export interface Manner {
  /** Sheets of somebody who is far from the others. */
  readonly dissent?: readonly string[];
  /** Nobody is stricter than the others: whoever was drawn, the points are the same. */
  readonly alike?: boolean;
}

/** Every judge scores what waits, and signs it; an alternate without a sheet has nothing to do. */
export async function signSheets(
  judges: readonly SeatedJudge[],
  roundId: string,
  { dissent = [], alike = false }: Manner = {},
): Promise<void> {
  for (const [number, { visitor }] of judges.entries()) {
    const place = `/judging/rounds/${roundId}/sign`;
    await visitor.get(place);
    if (visitor.status === 404) continue;
    const links = visitor.page
      .querySelectorAll('a[href^="/judging/sheets/"]')
      .map((link) => link.getAttribute('href')!);
    const sheets = [...new Set(links)];
    for (const [at, sheet] of sheets.entries()) {
      const low = dissent.includes(sheet);
      await scoreSheet(visitor, sheet, { anchor: alike ? 0 : number % 2, byScript: at === 0, low });
    }
    if (sheets.length === 0) continue;
    await visitor.get(place);
    expect([number, visitor.status]).toEqual([number, 200]);
    const keys = visitor.page
      .querySelectorAll('input[name=sheets]')
      .map((box) => box.getAttribute('value')!);
    if (keys.length === 0) continue;
    await visitor.submit(place, { sheets: keys, confirm: 'on' });
    expect([number, visitor.errors]).toEqual([number, []]);
  }
}

/**
 * One person notes the time of each defence, another confirms; the second merchant is noted wrong at first,
 * and of a third what was said contradicts the file.
 */
export async function recordDefences({ tabulators }: Cast, roundId: string): Promise<void> {
  const list = `/office/rounds/${roundId}/defence-records`;
  const [first, second] = tabulators;
  await first.visitor.get(list);
  const paths = first.visitor.page
    .querySelectorAll('.task-list a')
    .map((link) => link.getAttribute('href')!);
  expect(paths.length).toBeGreaterThan(1);
  const contradicted = paths[2];
  const note = async ({ visitor }: Cast['registrar'], path: string, seconds?: string) => {
    await visitor.get(path);
    const entry = {
      attended: 'yes',
      overtimeSeconds: seconds ?? '',
      ...(path === contradicted
        ? { contradiction: 'on', remark: '所述订单数与申报材料不符。' }
        : {}),
    };
    await visitor.submit(path, seconds === undefined ? {} : entry);
    expect(visitor.errors).toEqual([]);
  };
  for (const [at, path] of paths.entries()) {
    await note(first, path, at === 1 ? '45' : at === 2 ? '61' : '0');
    await note(second, path, at === 1 ? '31' : undefined);
  }
  await second.visitor.get(list);
  expect(second.visitor.text).toContain('待另一人确认');
  await first.visitor.get('/messages');
  expect(first.visitor.text).toContain('另一人填写的与您登记的不一致');
  await note(first, paths[1]!);
  expect(first.visitor.text).toContain('全部答辩记录已经两人确认。');
}

/** States that a round is complete; the last one moves the programme on. */
export async function closeRound({ registrar }: Cast, roundId: string): Promise<void> {
  await registrar.visitor.get(`/office/rounds/${roundId}`);
  await registrar.visitor.submit('/closing');
  expect(registrar.visitor.errors).toEqual([]);
}
