import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../../seeds/reference/rule-sets/preset-now.js';
import {
  divisionPerson,
  merchantPerson,
  office,
  type Person,
} from '../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { makeSubmitted, scan } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';

const opinionText = '材料齐全，经营规范，带动本地就业明显，同意推荐参评。';

let app: TestApp;
let programme: TestProgramme;
let reviewer: Person;
let approver: Person;

beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  const categories = PRESET_NOW.categories.map((category) => ({
    ...category,
    divisionQuotas: { '330802': 2 },
  }));
  programme = await makeProgramme(app, 'DivisionReview', { ...PRESET_NOW, categories });
  reviewer = await divisionPerson(app, 'DivisionReviewer', '330802');
  approver = await divisionPerson(app, 'DivisionApprover', '330802');
});
afterAll(() => app.stop());

const stateOf = async (id: string) =>
  (await app.database.row<{ state: string }>('SELECT state FROM application WHERE id = ?', [id]))!
    .state;

async function inReview(name: string): Promise<string> {
  const { id } = await makeSubmitted(app, programme, { state: 'InDivisionReview', name });
  await reviewer.visitor.get(`/division/applications/${id}/opinion`);
  await reviewer.visitor.submit('/opinion', {
    conclusion: 'recommend',
    opinion: opinionText,
  });
  return id;
}

async function sign(id: string, fields: Record<string, string> = {}): Promise<Person['visitor']> {
  await approver.visitor.get(`/division/applications/${id}/signature`);
  return approver.visitor.submit('/signature', fields, [scan('seal')]);
}

describe('the division office', () => {
  test('starts a review, drafts an opinion, and another person signs it', async () => {
    const { id } = await makeSubmitted(app, programme, { name: '开始网商' });
    const { visitor } = reviewer;
    await visitor.get('/division');
    expect(visitor.text).toContain('开始网商');
    await visitor.get(`/division/applications/${id}`);
    expect(visitor.text).toContain('600.00万元');
    await visitor.submit('/review');
    expect(visitor.text).toContain('已开始初审。');
    expect(await stateOf(id)).toBe('InDivisionReview');
    await visitor.get(`/division/applications/${id}/opinion`);
    await visitor.submit('/opinion', { conclusion: 'recommend', opinion: opinionText });
    expect(visitor.path).toBe(`/division/applications/${id}`);
    await sign(id);
    expect(approver.visitor.text).toContain('已签署。');
    expect(await stateOf(id)).toBe('Recommended');
  });

  test('signs ranks in order and within the quota', async () => {
    const second = await inReview('第二网商');
    const third = await inReview('第三网商');
    await sign(third);
    expect(approver.visitor.status).toBe(422);
    expect(approver.visitor.errors).toEqual(['推荐顺序应连续，下一名应为第2名，不是第3名。']);
    await sign(second);
    expect(await stateOf(second)).toBe('Recommended');
    await sign(third);
    expect(approver.visitor.errors).toEqual(['本县（市、区）在这一类别的推荐名额为2个，已用完。']);
    expect(await stateOf(third)).toBe('InDivisionReview');
  });

  test('its ranked recommendations print in order', async () => {
    await approver.visitor.get('/division/recommendations');
    const rows = approver.visitor.page
      .querySelectorAll('tbody tr')
      .map((row) => row.text.replace(/\s+/g, ' ').trim().split(' ').slice(0, 2));
    expect(rows.slice(0, 2)).toEqual([
      ['1', '开始网商'],
      ['2', '第二网商'],
    ]);
  });

  test('nobody signs an own opinion, even when holding both roles', async () => {
    const id = await inReview('自签网商');
    await app.database.execute(
      'UPDATE recommendation SET reviewer_id = ? WHERE application_id = ?',
      [approver.accountId, id],
    );
    await sign(id, { conclusion: 'decline', declineReason: '材料与事实不符，不予推荐。' });
    expect(approver.visitor.status).toBe(422);
    expect(await stateOf(id)).toBe('InDivisionReview');
  });

  test('a refused opinion keeps what was typed and writes nothing', async () => {
    const { id } = await makeSubmitted(app, programme, { state: 'InDivisionReview' });
    const { visitor } = reviewer;
    await visitor.get(`/division/applications/${id}/opinion`);
    await visitor.submit('/opinion', { conclusion: 'recommend', opinion: '太短' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual(['“意见”应为20至500个字，现有2个字。']);
    expect(visitor.html).toContain('>太短</textarea>');
    const rows = await app.database.rows('SELECT id FROM recommendation WHERE application_id = ?', [
      id,
    ]);
    expect(rows).toEqual([]);
  });

  test('of two reviewers who save one version, the second is shown both', async () => {
    const { id } = await makeSubmitted(app, programme, { state: 'InDivisionReview' });
    const other = await divisionPerson(app, 'DivisionReviewer', '330802');
    await reviewer.visitor.get(`/division/applications/${id}/opinion`);
    await other.visitor.get(`/division/applications/${id}/opinion`);
    const first = `${opinionText}（第一稿）`;
    await reviewer.visitor.submit('/opinion', { conclusion: 'decline', opinion: first });
    const mine = `${opinionText}（第二稿）`;
    await other.visitor.submit('/opinion', { conclusion: 'decline', opinion: mine });
    expect(other.visitor.status).toBe(409);
    expect(other.visitor.text).toContain(first);
    expect(other.visitor.html).toContain(`>${mine}</textarea>`);
  });

  test('another division’s application is not there, and its numbers are not counted', async () => {
    const far = await makeSubmitted(app, programme, { divisionCode: '330822', name: '常山网商' });
    const { visitor } = reviewer;
    await visitor.get('/division');
    expect(visitor.text).not.toContain('常山网商');
    for (const path of ['', '/opinion', '/correction']) {
      await visitor.get(`/division/applications/${far.id}${path}`);
      expect(visitor.status).toBe(404);
    }
    const stranger = await divisionPerson(app, 'DivisionReviewer', '330822');
    await stranger.visitor.get('/division');
    expect(stranger.visitor.text).toContain('常山县：1份申报待办理。');
  });

  test('asks for a correction of listed items, at most twice', async () => {
    const { id, merchantId } = await makeSubmitted(app, programme, { state: 'InDivisionReview' });
    const merchant = await merchantPerson(app, merchantId);
    const reason = '交易汇总缺少十二月的数据，请补充。';
    const { visitor } = reviewer;
    await visitor.get(`/division/applications/${id}/correction`);
    await visitor.submit('/correction', { reason });
    expect(visitor.errors).toEqual(['请至少勾选一项补正事项。']);
    await visitor.submit('/correction', { reason: '短' });
    expect(visitor.errors).toEqual([
      '请至少勾选一项补正事项。',
      '“补正原因”应为10至500个字，现有1个字。',
    ]);
    for (const round of [1, 2]) {
      await visitor.get(`/division/applications/${id}/correction`);
      await visitor.submit('/correction', { items: ['netWan', 'evidence.G1'], reason });
      expect([round, visitor.status]).toEqual([round, 200]);
      expect(await stateOf(id)).toBe('CorrectionRequested');
      await app.database.execute(`UPDATE application SET state = 'InDivisionReview' WHERE id = ?`, [
        id,
      ]);
    }
    await visitor.get(`/division/applications/${id}/correction`);
    await visitor.submit('/correction', { items: ['netWan'], reason });
    expect(visitor.errors).toEqual(['本环节最多要求补正2次，次数已用完。']);
    const requests = await app.database.rows<{ items: string; stage: string }>(
      'SELECT items, stage FROM correction_request WHERE application_id = ?',
      [id],
    );
    expect(requests).toEqual([
      { items: '["netWan","evidence.G1"]', stage: 'division' },
      { items: '["netWan","evidence.G1"]', stage: 'division' },
    ]);
    const told = await app.database.rows<{ kind: string }>(
      'SELECT kind FROM message WHERE account_id = ?',
      [merchant.accountId],
    );
    expect(told.map(({ kind }) => kind)).toEqual(['correctionRequested', 'correctionRequested']);
  });

  test('a declined applicant asks once and the city office sends the file back', async () => {
    const id = await inReview('复查网商');
    const { merchantId } = (await app.database.row<{ merchantId: string }>(
      'SELECT merchant_id FROM application WHERE id = ?',
      [id],
    ))!;
    const merchant = await merchantPerson(app, merchantId);
    await sign(id, { conclusion: 'decline' });
    expect(approver.visitor.errors).toEqual(['请填写“不予推荐的理由”。']);
    await sign(id, {
      conclusion: 'decline',
      declineReason: '近一年销售额明显下降，带动作用不足。',
    });
    expect(await stateOf(id)).toBe('NotRecommended');
    const statement = '我店去年底新增两条产线，销售额下降是因为淡季停产检修，现附说明。';
    await merchant.visitor.get(`/my/applications/${id}/re-examination`);
    await merchant.visitor.submit('/re-examination', { statement });
    const path = `/my/applications/${id}/re-examination`;
    await merchant.visitor.get(path);
    expect(merchant.visitor.text).toContain(statement);
    expect(merchant.visitor.page.querySelector('textarea')).toBeNull();
    await merchant.visitor.post(path, { _csrf: merchant.visitor.token, statement });
    expect(merchant.visitor.status).toBe(409);
    expect(merchant.visitor.text).toContain('每份申报只能申请一次复查。');
    const registrar = await office(app, 'CityRegistrar');
    await registrar.visitor.get('/office/re-examinations');
    expect(registrar.visitor.text).toContain(statement);
    await registrar.visitor.submit('/decision', {
      decision: 'accepted',
      reply: '情况属实，退回县级重新初审。',
    });
    expect(await stateOf(id)).toBe('InDivisionReview');
  });

  test('the queue takes the same number of queries for one row and for many', async () => {
    const count = async () => {
      const before = app.database.readCount;
      await reviewer.visitor.get('/division');
      return app.database.readCount - before;
    };
    const some = await count();
    for (let i = 0; i < 5; i += 1) await makeSubmitted(app, programme);
    expect(await count()).toBe(some);
  });
});
