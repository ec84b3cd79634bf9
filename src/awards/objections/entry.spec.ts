import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { type Person, office } from '../../../test/support/people.js';
import { smallPng } from '../../../test/support/small-files.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { Objection } from './objection.entity.js';

let award: AwardSteps;
let registrar: Person;
beforeAll(async () => {
  award = await AwardSteps.open();
  await award.toPublicity();
  registrar = await office(award.app, 'CityRegistrar');
});
afterAll(() => award.app.stop());

const letter = { field: 'evidence', name: '来信.png', content: smallPng };

test('a letter is entered from the list, and its writer follows it with what the clerk tells', async () => {
  const { visitor } = registrar;
  await visitor.get('/office/objections');
  const link = visitor.page
    .querySelectorAll('.button-row a')
    .find((one) => one.text.startsWith('登记'))!;
  await visitor.get(link.getAttribute('href')!);
  const against = award.entries[1]!.applicationId;
  const options = visitor.page
    .querySelectorAll('select[name=applicationId] option')
    .map((option) => option.getAttribute('value'));
  expect(options).toContain(against);
  // A merchant may be listed in two categories: each name says which.
  const chosen = visitor.page.querySelector(`option[value="${against}"]`)!.text;
  expect(chosen).toMatch(/，示范网商$/);
  const today = beijingDate(award.app.clock.now());
  const typed = {
    channel: 'post',
    applicationId: against,
    identityKind: 'unit',
    name: '某行业协会',
    telephone: '0570-3333333',
    substance: '来信反映该单位的网店在公示前已经转让他人经营。',
    'receivedOn.year': today.slice(0, 4),
    'receivedOn.month': today.slice(5, 7),
    'receivedOn.day': today.slice(8),
  };
  await visitor.submit('/office/objections', {
    ...typed,
    name: '',
    telephone: '',
    substance: '短',
  });
  expect(visitor.errors).toHaveLength(3);
  await visitor.submit('/office/objections', typed);
  expect([visitor.status, visitor.errors]).toEqual([
    422,
    ['来信和窗口当面提出的异议，请上传书面材料的扫描件。'],
  ]);
  expect(visitor.html).toContain('来信反映该单位的网店在公示前已经转让他人经营。');
  await visitor.submit('/office/objections', typed, [letter]);
  expect(visitor.status).toBe(200);
  const [receiptNumber, code] = visitor.page.querySelectorAll('main dd').map((one) => one.text);
  const stored = await award.app.database.repo(Objection).findOneByOrFail({
    receiptNumber: receiptNumber!,
  });
  expect(stored).toMatchObject({ channel: 'post', enteredBy: registrar.accountId });
  expect(beijingDate(stored.receivedAt)).toBe(today);
  expect(stored.evidenceId).not.toBeNull();
  const objector = await award.app.visitor().get('/objections/follow');
  await objector.submit('/objections/follow', { receiptNumber: receiptNumber!, code: code! });
  expect(objector.text).toContain('收到');
  await visitor.get(`/office/objections/${stored.id}`);
  expect(visitor.text).toContain('来信，');
  expect(visitor.text).toContain(chosen);
});

test('a letter counts by its postmark: entered after the period it is in time, a later one is not', async () => {
  const { visitor } = registrar;
  const { lastDay } = (await award.app.database.row<{ lastDay: string }>(
    "SELECT last_day FROM notice WHERE kind = 'publicity'",
  ))!;
  award.app.clock.moveTo(
    new Date(Date.parse(`${lastDay}T02:00:00.000Z`) + 2 * 86_400_000).toISOString(),
  );
  const enter = async (day: string) => {
    await visitor.get('/office/objections/new');
    const given = {
      channel: 'post',
      applicationId: award.entries[1]!.applicationId,
      identityKind: 'unit',
      name: '另一行业协会',
      telephone: '0570-3333334',
      substance: '邮寄的异议：反映该单位申报的销售数据包含批发。',
      'receivedOn.year': day.slice(0, 4),
      'receivedOn.month': day.slice(5, 7),
      'receivedOn.day': day.slice(8),
    };
    await visitor.submit('/office/objections', given, [letter]);
    return visitor.status;
  };
  const next = new Date(Date.parse(lastDay) + 86_400_000).toISOString().slice(0, 10);
  expect(await enter(next)).toBe(422);
  expect(await enter(lastDay)).toBe(200);
  const stored = await award.app.database.repo(Objection).find({ order: { receivedAt: 'DESC' } });
  expect(stored.map(({ receivedAt }) => beijingDate(receivedAt))).toContain(lastDay);
});

test('nobody else opens the form', async () => {
  const supervisor = await office(award.app, 'Supervisor');
  await supervisor.visitor.get('/office/objections/new');
  expect(supervisor.visitor.status).toBe(404);
  await supervisor.visitor.get('/office/objections');
  expect(supervisor.visitor.text).not.toContain('登记来电');
});
