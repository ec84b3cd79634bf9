import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linksOnFirstPage } from '../../../../test/support/first-page.js';
import { hashOn } from '../../../../test/support/award-office.js';
import { type Person, merchantPerson, office } from '../../../../test/support/people.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';
import { makeMerchant } from '../../../../test/support/merchant.js';
import { VerifyJournal } from '../../../journal/verify-journal.js';

let life: TitleSteps;
let people: Readonly<
  Record<'registrar' | 'verifier' | 'approver' | 'publisher' | 'supervisor' | 'holder', Person>
>;
let page: string;
beforeAll(async () => {
  life = await TitleSteps.open();
  const { app } = life;
  people = {
    registrar: await office(app, 'CityRegistrar'),
    verifier: await office(app, 'Verifier'),
    approver: await office(app, 'Approver'),
    publisher: await office(app, 'Publisher'),
    supervisor: await office(app, 'Supervisor'),
    holder: await merchantPerson(app, life.merchantId),
  };
  page = `/office/titles/${life.id}`;
});
afterAll(() => life.app.stop());

const act = async (who: keyof typeof people, name: string, fields = {}) => {
  const { visitor } = people[who];
  await visitor.get(page);
  await visitor.submit(`${page}/${name}`, fields);
  return visitor;
};
const tasks = async (who: keyof typeof people) => {
  const { visitor } = people[who];
  await visitor.get('/office');
  return visitor.page
    .querySelectorAll('.next-action .task')
    .map((one) => [one.querySelector('a')?.text, one.querySelector('a')?.getAttribute('href')]);
};
const asked = () => linksOnFirstPage(people.holder.visitor);
/** Every place where somebody from outside reads the state of the title. */
const publicStates = async () => {
  const stranger = life.app.visitor();
  const read = async (path: string) => (await stranger.get(path)).html;
  const all = [
    await read('/v/ABCDEFGHJK'),
    (await stranger.get('/awards')).page.querySelector('tbody')!.text,
    await read('/awards/list.csv'),
    await read('/awards/list.json'),
    await read(`/merchants/${life.merchantId}`),
  ];
  return all.map((text) =>
    /撤销/.test(text) ? 'revoked' : /警示|告诫/.test(text) ? 'warned' : 'holds',
  );
};
const everywhere = (state: string) => [1, 2, 3, 4, 5].map(() => state);

describe('the yearly review, on the pages', () => {
  test('opens by itself, and lies on the desk of the verifier', async () => {
    await people.registrar.visitor.get('/office');
    expect(await life.state()).toBe('UnderReview');
    expect(await tasks('verifier')).toContainEqual(['核查称号', '/office/titles/reviews']);
    expect(await tasks('approver')).toEqual([]);
  });

  test('is named, with a link, by the step that waits for it', async () => {
    const { visitor } = people.registrar;
    await visitor.get('/office');
    const step = visitor.page
      .querySelectorAll('.step-card')
      .find(({ text }) => text.includes('完成年度复核'))!;
    expect(step.querySelector(`a[href="${page}"]`)!.text).toBe('QZ-2026-G-001');
    const steps = `/office/programmes/${life.programme.id}/steps`;
    await visitor.post(steps, { _csrf: visitor.token, event: 'closeAnnualReview' });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['还有1个称号没有复核完，请先办结：QZ-2026-G-001。'],
    ]);
  });

  test('is checked for many titles at once, and what is not chosen is told', async () => {
    const { visitor } = people.verifier;
    await visitor.get('/office/titles/reviews');
    const row = visitor.page.querySelector('tbody tr')!.text.replace(/\s+/g, ' ');
    expect(row).toContain('未填报');
    const day = { 'creditAsOf.year': '2027', 'creditAsOf.month': '3', 'creditAsOf.day': '1' };
    const given = { ...day, creditSource: '信用中国' };
    await visitor.submit('/checks', given);
    expect(visitor.errors).toEqual(['没有选中称号，请在列表中勾选后再提交。']);
    await visitor.submit('/checks', { ...given, titleIds: [life.id] });
    expect(visitor.text).toContain('已登记1项核查结果');
  });

  test('is confirmed by another person once the return is there', async () => {
    const { visitor } = people.registrar;
    await visitor.get('/office/titles/reviews');
    expect(visitor.page.querySelector('input[name=titleIds]')).toBeNull();
    expect(await asked()).toContain('填报上一年度数据');
    await life.fileReturn();
    expect(await asked()).not.toContain('填报上一年度数据');
    expect(await tasks('registrar')).toContainEqual(['确认复核通过', '/office/titles/reviews']);
    await visitor.get('/office/titles/reviews');
    await visitor.submit('/confirmations', { titleIds: [life.id] });
    expect(visitor.errors).toEqual([]);
    expect(await life.state()).toBe('Active');
    const end = expect.arrayContaining([['完成年度复核', expect.stringContaining('/office')]]);
    expect(await tasks('registrar')).toEqual(end);
    expect(await tasks('verifier')).toEqual(end);
    await visitor.get('/office');
    await visitor.submit('/steps', { event: 'closeAnnualReview' });
    expect(visitor.errors).toEqual([]);
    expect(await tasks('registrar')).not.toEqual(end);
    expect(await tasks('verifier')).not.toEqual(end);
  });
});

describe('a warning, on the pages', () => {
  test('offers the grounds that were found and no other', async () => {
    await act('registrar', 'reviews', {
      trigger: 'vetoSource',
      triggerReason: '经查询列入经营异常名录。',
    });
    await act('verifier', 'checks', {
      'creditAsOf.year': '2027',
      'creditAsOf.month': '3',
      'creditAsOf.day': '1',
      creditSource: '信用中国',
      creditHit: 'V3',
      eligibility: 'met',
      complaints: 'none',
    });
    expect(people.verifier.visitor.errors).toEqual([]);
    const { visitor } = people.approver;
    await visitor.get(page);
    const grounds = visitor.page
      .querySelectorAll('input[name=warningGround]')
      .map((one) => one.getAttribute('value'));
    expect(grounds).toEqual(['V3', 'minorBreach']);
    expect(await tasks('approver')).toEqual([['决定警示：测试网商 QZ-2026-G-001', page]]);
    await act('approver', 'warnings', { warningGround: 'V3', warningReason: '请办理移出手续。' });
    expect(visitor.errors).toEqual(['“事实和整改要求”应为10至500个字，现有8个字。']);
    await visitor.submit('/warnings', {
      warningGround: 'V3',
      warningReason: '请尽快办理移出经营异常名录的手续。',
    });
    expect(await publicStates()).toEqual(everywhere('warned'));
  });

  test('is read, repaired and reported by its holder, and lifted', async () => {
    const { visitor } = people.holder;
    expect(await asked()).toContain('查看警示，报告改正情况');
    await visitor.get('/my/titles');
    await visitor.get(`/my/titles/${life.id}`);
    expect(visitor.text).toContain('2027年5月24日');
    await visitor.submit('/cure', { cure: '已经移出经营异常名录，附公示截图。' });
    expect(visitor.text).toContain('等待答复');
    expect(visitor.page.querySelector('form[action$="/cure"]')).toBeNull();
    expect(await asked()).not.toContain('查看警示，报告改正情况');
    expect(await tasks('approver')).toEqual([['处理整改报告：测试网商 QZ-2026-G-001', page]]);
    await act('approver', 'cures', { cureDecision: 'lift', cureReason: '已核实移出。' });
    expect(await publicStates()).toEqual(everywhere('holds'));
  });
});

describe('a revocation, on the pages', () => {
  let draft: string;

  test('is proposed with a ground of the list, and answered by its holder', async () => {
    await act('registrar', 'revocations', { ground: 'V3', facts: '经查询列入严重违法失信名单。' });
    expect(people.registrar.visitor.status).toBe(422);
    await act('registrar', 'revocations', { ground: 'V2', facts: '经查询列入严重违法失信名单。' });
    const { visitor } = people.holder;
    expect(await asked()).toContain('查看事实，陈述意见');
    await visitor.get(`/my/titles/${life.id}`);
    expect(visitor.text).toContain('2027年3月8日');
    await visitor.submit('/statement', { statement: '该记录正在申请信用修复，请予考虑。' });
    expect(visitor.errors).toEqual([]);
    expect(await asked()).not.toContain('查看事实，陈述意见');
    const other = await merchantPerson(life.app, await makeMerchant(life.app));
    for (const path of [`/my/titles/${life.id}`, `/my/titles/${life.id}/certificate`]) {
      expect((await other.visitor.get(path)).status).toBe(404);
    }
  });

  test('is decided by another person, and nobody outside sees it, the holder included', async () => {
    expect(await tasks('approver')).toEqual([['决定是否撤销：测试网商 QZ-2026-G-001', page]]);
    await act('approver', 'decision', {
      decision: 'revoke',
      decisionReason: '事实清楚，陈述理由不能成立。',
    });
    expect(people.approver.visitor.errors).toEqual([]);
    expect(await publicStates()).toEqual(everywhere('holds'));
    const { visitor } = people.holder;
    await visitor.get(`/my/titles/${life.id}`);
    expect(visitor.text).not.toContain('事实清楚');
    expect(visitor.text).not.toContain('决定撤销');
    await visitor.get(`/my/titles/${life.id}/certificate`);
    expect(visitor.html).not.toContain('称号已撤销');
    expect((await life.app.visitor().get('/notices')).html).not.toContain('撤销');
  });

  test('shows everywhere when its notice is posted, and not before', async () => {
    const waiting = await tasks('publisher');
    // Told once, with the title that it is about.
    expect(waiting).toHaveLength(1);
    draft = waiting.find(([label]) => label!.startsWith('发布称号公告'))![1]!;
    const { visitor } = people.publisher;
    await visitor.get(draft);
    await visitor.submit('/posting', { hash: hashOn(visitor.text) });
    expect(visitor.path).toMatch(/^\/notices\//);
    expect(visitor.text).toContain('被列入严重违法失信名单');
    expect(visitor.text).not.toContain('经查询列入');
    expect(await publicStates()).toEqual(everywhere('revoked'));
    await people.holder.visitor.get(`/my/titles/${life.id}/certificate`);
    expect(people.holder.visitor.html).toContain('称号已撤销');
  });

  test('leaves a plaque to be returned, whose lateness owner and supervisor read', async () => {
    expect(await tasks('registrar')).toContainEqual(['收回牌匾：测试网商 QZ-2026-G-001', page]);
    life.moveTo('2027-04-02');
    await people.supervisor.visitor.get('/sign-in');
    for (const who of ['registrar', 'supervisor', 'approver'] as const) {
      const { visitor } = people[who];
      await visitor.get('/office');
      const late = visitor.page.querySelectorAll('[aria-labelledby=late] tbody tr');
      expect([who, late.map(({ text }) => text.replace(/\s+/g, ' ').trim())]).toEqual([
        who,
        who === 'approver'
          ? []
          : ['收回牌匾：测试网商 QZ-2026-G-001市办登记员2027年3月29日逾期4天'],
      ]);
    }
    const day = { 'returnedOn.year': '2027', 'returnedOn.month': '4', 'returnedOn.day': '2' };
    await act('registrar', 'plaque', { ...day, plaqueNote: '牌匾一块，由商户送回' });
    expect(people.registrar.visitor.errors).toEqual([]);
    const left = (await tasks('registrar')).map(([label]) => label);
    expect(left.filter((label) => label!.includes('收回牌匾'))).toEqual([]);
  });

  test('is undone everywhere when a court annulled it and the notice is posted', async () => {
    await act('approver', 'annulment', {
      organ: '市中级人民法院',
      annulNumber: '（2027）浙08行终1号',
      annulReason: '判决撤销原撤销决定，已经生效。',
    });
    expect(await publicStates()).toEqual(everywhere('revoked'));
    const waiting = await tasks('publisher');
    const { visitor } = people.publisher;
    await visitor.get(waiting.find(([label]) => label!.startsWith('发布称号公告'))![1]!);
    await visitor.submit('/posting', { hash: hashOn(visitor.text) });
    expect(await publicStates()).toEqual(everywhere('holds'));
    await visitor.get('/notices');
    expect(visitor.text).toContain('恢复');
  });
});

test('the journal of all that holds', async () => {
  expect(await life.app.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
});
