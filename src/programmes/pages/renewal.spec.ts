import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Person, office } from '../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Programme } from '../programme.entity.js';

let app: TestApp;
let registrar: Person;
let approver: Person;
let publisher: Person;
let programme: TestProgramme;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2027-01-04T01:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'Announced');
  const calendar = [{ phase: 'Open', from: '2027-01-11', to: '2027-02-26', workingDays: 28 }];
  await app.database.repo(Programme).update(programme.id, { calendar });
  registrar = await office(app, 'CityRegistrar');
  approver = await office(app, 'Approver');
  publisher = await office(app, 'Publisher');
});
afterAll(() => app.stop());

const tasks = async ({ visitor }: Person) => {
  await visitor.get(`/office?programme=${programme.id}`);
  return visitor.text;
};
const follow = ({ visitor }: Person, words: string) => {
  const link = visitor.page.querySelectorAll('a').find(({ text }) => text.includes(words));
  return visitor.get(link!.getAttribute('href')!);
};
const call = async () => {
  const { visitor } = publisher;
  await visitor.get(`/office/notices/new?programme=${programme.id}&kind=call`);
  await visitor.submit('/office/notices', {
    programmeId: programme.id,
    kind: 'call',
    title: '2027年示范网商申报通知',
  });
  return visitor;
};

test('a basis that ended in the middle is renewed by the same two steps, and the programme goes on', async () => {
  expect((await call()).errors).toEqual([
    '没有经批准并在有效期内的立项依据，不能发布。请先登记并批准立项依据或者其续期。',
  ]);
  expect(await tasks(registrar)).toContain('没有在有效期内的立项依据');
  expect(await tasks(approver)).not.toContain('立项依据');
  await follow(registrar, '办理立项依据续期');
  expect(registrar.visitor.text).toContain('这里登记的是续期依据');
  await registrar.visitor.submit('/legal-basis', {
    documentNumber: '测政发〔2026〕9号',
    'validFrom.year': '2027',
    'validTo.year': '2027',
  });
  expect(registrar.visitor.errors).toEqual([]);
  expect((await call()).errors).toHaveLength(1);
  expect(await tasks(registrar)).not.toContain('立项依据续期');
  expect(await tasks(approver)).toContain('续期依据已经登记，等待审批人批准');
  // The office reads both: what has been approved does not vanish behind what waits.
  await registrar.visitor.get(`/office/programmes/${programme.id}`);
  expect(registrar.visitor.text).toMatch(/测政发〔2026〕1号.*续期依据.*测政发〔2026〕9号/);
  const reader = await app.visitor().get(`/programmes/${programme.slug}`);
  expect(reader.text).toContain('测政发〔2026〕1号');
  await follow(approver, '批准立项依据续期');
  await approver.visitor.submit('/legal-basis/approval');
  expect(approver.visitor.errors).toEqual([]);
  const { visitor } = publisher;
  expect((await call()).errors).toEqual([]);
  expect(visitor.text).toContain('测政发〔2026〕9号');
  await reader.get(`/programmes/${programme.slug}`);
  expect(reader.text).toContain('测政发〔2026〕9号');
});

test('sixty days before the end whoever must renew is warned on the board, with the day', async () => {
  app.clock.moveTo('2027-11-01T01:00:00.000Z');
  expect(await tasks(registrar)).toContain('现依据有效期至2027年12月31日');
  expect(registrar.visitor.text).toContain('还有60天');
});

test('a renewal that waits stands beside the basis in force, and does not hide it', async () => {
  app.clock.moveTo('2027-11-02T01:00:00.000Z');
  const { visitor } = registrar;
  await visitor.get(`/office/programmes/${programme.id}/legal-basis`);
  await visitor.submit('/legal-basis', {
    documentNumber: '测政发〔2027〕8号',
    'validFrom.year': '2028',
    'validTo.year': '2028',
  });
  expect(visitor.errors).toEqual([]);
  await visitor.get(`/office/programmes/${programme.id}`);
  const basis = visitor.page.querySelector('section[aria-labelledby=basis]')!;
  const [inForce, renewal] = basis.text.split('续期依据');
  expect(inForce).toContain('测政发〔2026〕9号');
  expect(inForce).toMatch(/于2027年1月4日.*批准/);
  expect(renewal).toContain('测政发〔2027〕8号');
  expect(renewal).not.toContain('测政发〔2026〕9号');
  expect(renewal).toContain('等待');
});
