import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { docxText } from '../../../../test/support/docx-text.js';
import { makeMerchant } from '../../../../test/support/merchant.js';
import { merchantPerson, office, type Person } from '../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { makeSubmitted, sampleClaims } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { ProgrammeGuards } from '../../../programmes/programme-guards.js';

const statement = '我店销售数据有平台后台记录为证，审查引用的数据少计了两个店铺，请复核。';
const out = {
  decision: 'out',
  reason: '上年度网络销售额未达到申报条件。',
  basis: '实施方案第二条',
  remedy: '可在三个工作日内陈述申辩。',
};
let app: TestApp;
let programme: TestProgramme;
let screener: Person;
let registrar: Person;
let stranger: Person;
let own: { id: string; person: Person };

beforeAll(async () => {
  app = await TestApp.start();
  // A Monday; three working days later is Thursday 4 June.
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'Screening');
  screener = await office(app, 'Screener', 'CityRegistrar');
  registrar = await office(app, 'CityRegistrar');
  stranger = await merchantPerson(app, await makeMerchant(app));
  own = await screenedOut();
});
afterAll(() => app.stop());

async function screenedOut() {
  const claims = { ...sampleClaims, netWan: '100' };
  const { id, merchantId } = await makeSubmitted(app, programme, { state: 'Recommended', claims });
  const person = await merchantPerson(app, merchantId);
  await screener.visitor.get(`/office/screening/${id}`);
  await screener.visitor.submit('/decision', out);
  expect(screener.visitor.errors).toEqual([]);
  return { id, person };
}

const stateOf = async (id: string) =>
  (await app.database.row<{ state: string }>('SELECT state FROM application WHERE id = ?', [id]))!
    .state;
const path = (id: string) => `/my/applications/${id}/screening-statement`;
const answer = async (person: Person, fields: Record<string, string>) => {
  await person.visitor.get('/office/statements');
  await person.visitor.submit('/reply', fields);
};

describe('the letter of the decision', () => {
  test('tells the merchant reason, basis and remedy, on a page and in a file', async () => {
    const { visitor } = own.person;
    await visitor.get(`/my/applications/${own.id}`);
    const letter = `/my/applications/${own.id}/decision`;
    expect(visitor.page.querySelector(`a[href="${letter}"]`)).not.toBeNull();
    await visitor.get(letter);
    expect(visitor.page.querySelector('.sheet-title')!.text).toBe('资格不通过告知书');
    for (const said of [out.reason, out.basis, out.remedy]) expect(visitor.text).toContain(said);
    expect(visitor.page.querySelector('.sheet-signature time')!.getAttribute('datetime')).toBe(
      '2026-06-01',
    );
    await visitor.get(`/my/applications/${own.id}/decision?kind=docx`);
    expect(docxText(visitor.content)).toContain(out.reason);
  });

  test("is nobody else's, and does not exist before there is a decision", async () => {
    await stranger.visitor.get(`/my/applications/${own.id}/decision`);
    expect(stranger.visitor.status).toBe(404);
    const { id, merchantId } = await makeSubmitted(app, programme, { state: 'Recommended' });
    const { visitor } = await merchantPerson(app, merchantId);
    await visitor.get(`/my/applications/${id}/decision`);
    expect(visitor.status).toBe(404);
  });
});

describe('a statement after screening', () => {
  test("is offered on the application's page until the third working day", async () => {
    const { visitor } = own.person;
    await visitor.get('/messages');
    expect(visitor.text).toContain('可在2026年6月4日（星期四）前陈述申辩');
    await visitor.get(`/my/applications/${own.id}`);
    expect(visitor.text).toContain('请在2026年6月4日（星期四）24:00（北京时间）前提交');
    await visitor.get(path(own.id));
    expect(visitor.text).toContain(out.reason);
    expect(visitor.page.querySelector('textarea[name=statement]')).not.toBeNull();
  });

  test('of somebody else is not there; of another state says why not', async () => {
    for (const remedy of ['screening-statement', 're-examination']) {
      const other = `/my/applications/${own.id}/${remedy}`;
      expect((await stranger.visitor.get(other)).status).toBe(404);
      await stranger.visitor.get('/my');
      await stranger.visitor.post(other, { _csrf: stranger.visitor.token, statement });
      expect(stranger.visitor.status).toBe(404);
    }
    const { visitor } = own.person;
    expect((await visitor.get('/my/applications/unknown/re-examination')).status).toBe(404);
    await visitor.get(`/my/applications/${own.id}/re-examination`);
    expect([visitor.status, visitor.page.querySelector('textarea')]).toEqual([200, null]);
    expect(visitor.text).toContain('只有未获推荐的申报可以申请复查。');
    expect(await app.database.rows('SELECT id FROM screening_statement')).toEqual([]);
  });

  test('too short is refused and kept; in time it is taken once, until the last minute', async () => {
    const { visitor } = own.person;
    await visitor.get(path(own.id));
    await visitor.submit('/screening-statement', { statement: '不服' });
    expect([visitor.status, visitor.page.querySelector('textarea')!.text]).toEqual([422, '不服']);
    app.clock.moveTo('2026-06-04T15:59:00.000Z');
    await visitor.submit('/screening-statement', { statement });
    expect(visitor.path).toBe(`/my/applications/${own.id}`);
    expect(visitor.text).toContain(statement);
    const receipts = visitor.page.querySelectorAll('main a[href$="/receipt"]');
    expect(receipts.map((link) => link.getAttribute('href'))).toContain(`${path(own.id)}/receipt`);
    await visitor.get(`${path(own.id)}/receipt`);
    expect(visitor.text).toContain(statement);
    expect(visitor.text).toContain('2026年6月11日（星期四）');
    expect(visitor.page.querySelector('svg.code-square path')).not.toBeNull();
    const remedies = [
      `${path(own.id)}/receipt`,
      `/my/applications/${own.id}/re-examination/receipt`,
    ];
    for (const one of remedies) expect((await stranger.visitor.get(one)).status).toBe(404);
    expect((await visitor.get(remedies[1]!)).status).toBe(404);
    await visitor.get(path(own.id));
    expect(visitor.text).toContain('主办单位将在2026年6月11日（星期四）前答复');
    expect(visitor.page.querySelector('textarea')).toBeNull();
    await visitor.post(path(own.id), { _csrf: visitor.token, statement });
    expect(visitor.errors).toEqual(['每份申报只能陈述申辩一次。']);
    await registrar.visitor.get('/messages');
    expect(registrar.visitor.text).toContain('提交了陈述申辩，请在2026年6月11日（星期四）前答复');
  });

  test('keeps the screening open, and is not answered by the screener', async () => {
    const guards = await app.app.get(ProgrammeGuards).of(programme.id);
    expect(guards.everyApplicationScreened).toBe(false);
    const fields = { outcome: 'upheld', reply: '经复核，数据无误，维持原决定。' };
    await answer(screener, fields);
    expect([screener.visitor.status, screener.visitor.errors]).toEqual([
      422,
      ['答复人不得是作出审查决定的人。'],
    ]);
    expect(screener.visitor.html).toContain(fields.reply);
  });

  test('that is well founded puts the file back before the screener', async () => {
    await answer(registrar, { outcome: 'reopened', reply: '少计两个店铺，重新审查。' });
    expect(registrar.visitor.errors).toEqual([]);
    expect(await stateOf(own.id)).toBe('Recommended');
    const { visitor } = own.person;
    await visitor.get('/messages');
    expect(visitor.text).toContain('的陈述申辩理由成立');
    await visitor.get(`/my/applications/${own.id}`);
    expect(visitor.text).toContain('理由成立，重新审查');
    expect(visitor.text).toContain('少计两个店铺，重新审查。');
  });

  test('that changes nothing is answered all the same', async () => {
    const second = await screenedOut();
    await second.person.visitor.get(path(second.id));
    await second.person.visitor.submit('/screening-statement', { statement });
    await answer(registrar, { outcome: 'upheld', reply: '经复核，数据无误，维持原决定。' });
    expect(await stateOf(second.id)).toBe('ScreenedOut');
    await second.person.visitor.get(path(second.id));
    expect(second.person.visitor.text).toContain('维持审查决定');
    expect(second.person.visitor.text).toContain('经复核，数据无误，维持原决定。');
  });

  test('after the third working day is refused, and its form is gone', async () => {
    const late = await screenedOut();
    app.clock.moveTo('2026-06-30T02:00:00.000Z');
    const { visitor } = late.person;
    await visitor.get(path(late.id));
    expect(visitor.text).toContain('陈述申辩的期限（3个工作日）已过。');
    await visitor.post(path(late.id), { _csrf: visitor.token, statement });
    expect([visitor.status, visitor.errors]).toEqual([422, ['陈述申辩的期限（3个工作日）已过。']]);
  });
});
