import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { type TestEntry, clearChecks, makeScoredCategory } from '../../test/support/award.js';
import { type Person, merchantPerson, office } from '../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../test/support/programme.js';
import { TestApp } from '../../test/support/test-app.js';
import { VerifyJournal } from '../journal/verify-journal.js';
import type { ResultsBundle } from '../rules/provenance/results-bundle.js';
import { verifyBundle } from '../rules/provenance/verify-bundle.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import { Application } from '../applications/application.entity.js';

/** Two categories; two places in G, so that of three one is left out. */
const rules: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories
    .filter(({ code }) => code !== 'N')
    .map((category) => ({ ...category, quota: 2, passMark: 100 })),
};

let app: TestApp;
let programme: TestProgramme;
let entriesG: TestEntry[];
let entriesY: TestEntry[];
let first: Person;
let second: Person;
let supervisor: Person;
let registrar: Person;
let approver: Person;
let publisher: Person;
let publisherTwo: Person;
let merchant: Person;
let bundle: ResultsBundle;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'ScoresLocked', rules);
  entriesG = await makeScoredCategory(app, programme, rules, 'G', [0.9, 0.7, 0.5], ['=甲网商']);
  entriesY = await makeScoredCategory(app, programme, rules, 'Y', [0.8]);
  first = await office(app, 'Tabulator');
  second = await office(app, 'Tabulator');
  supervisor = await office(app, 'Supervisor');
  registrar = await office(app, 'CityRegistrar');
  approver = await office(app, 'Approver');
  publisher = await office(app, 'Publisher');
  publisherTwo = await office(app, 'Publisher');
  merchant = await merchantPerson(app, entriesG[0]!.merchantId);
}, 120_000);
afterAll(() => app.stop());

const stateOf = async (entry: TestEntry) =>
  (await app.database.repo(Application).findOneByOrFail({ id: entry.applicationId })).state;

describe('the lock', () => {
  test('the first tabulator computes and sees a hash, no score', async () => {
    const { visitor } = first;
    await visitor.get(`/office/standings/${programme.categoryIds.G}`);
    expect(visitor.status).toBe(200);
    await visitor.submit('/computation');
    expect(visitor.text).toContain('已计算');
    expect(visitor.page.querySelector('table')).toBeNull();
    await visitor.post(`/office/standings/${programme.categoryIds.G}/confirmation`, {
      _csrf: visitor.token,
      hash: hashOn(visitor.text),
    });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['须由两人办理的事项，第二人不得与第一人相同。'],
    ]);
  });

  test('a changed input is refused; then the second confirms and the supervisor witnesses', async () => {
    for (const code of ['G', 'Y'] as const) {
      const path = `/office/standings/${programme.categoryIds[code]}`;
      if (code === 'Y') {
        await first.visitor.get(path);
        await first.visitor.submit('/computation');
      }
      const hash = hashOn((await first.visitor.get(path)).text);
      const id = entriesG[0]!.applicationId;
      const figure = { applicationId: id, key: 'netWan' };
      if (code === 'G') {
        const { Figure } = await import('../applications/figure.entity.js');
        await app.database.repo(Figure).update(figure, { verified: '100000' });
        await second.visitor.get(path);
        await second.visitor.submit('/confirmation', { hash });
        expect(second.visitor.status).toBe(409);
        expect(second.visitor.text).toContain('数据在计算后有变动，须重新计算。');
        await app.database.repo(Figure).update(figure, { verified: '900000' });
      }
      await second.visitor.get(path);
      // Nobody types a hash: the tick sends the one that the page shows.
      const tick = second.visitor.page.querySelector('main input[name=hash]')!;
      expect([tick.getAttribute('type'), tick.getAttribute('value')]).toEqual(['checkbox', hash]);
      await second.visitor.submit('/confirmation');
      expect([second.visitor.status, second.visitor.errors]).toEqual([
        422,
        ['请先核对，核对码相同再勾选。'],
      ]);
      await second.visitor.submit('/confirmation', { hash });
      expect(second.visitor.status).toBe(200);
      await supervisor.visitor.get(path);
      expect(supervisor.visitor.page.querySelector('table')).toBeNull();
      await supervisor.visitor.submit('/lock');
      expect(supervisor.visitor.text).toContain('已锁分');
    }
    expect(await Promise.all([...entriesG, ...entriesY].map(stateOf))).toEqual(
      Array(4).fill('ScoreLocked'),
    );
  });

  test('the ranking reads locked rows: every judge, standing and outcome', async () => {
    await approver.visitor.get(`/office/standings/${programme.categoryIds.G}`);
    const rows = approver.visitor.page.querySelectorAll('tbody tr');
    expect(rows.map((row) => row.querySelector('th')?.text.replace(/\s+/g, ' '))).toEqual([
      '=甲网商 2026-G-0001',
      'G类测试网商2 2026-G-0002',
      'G类测试网商3 2026-G-0003',
    ]);
    expect(rows.map((row) => row.querySelectorAll('td')[0]?.text)).toEqual(['1', '2', '3']);
    expect(rows[0]!.querySelectorAll('s')).toHaveLength(4);
    const numbers = rows[0]!.querySelectorAll('td.number').map((cell) => cell.text);
    expect(numbers).toHaveLength(13);
    expect(numbers.every((text) => /^\d+(\.\d\d)?$/.test(text))).toBe(true);
    expect(rows.map((row) => row.querySelector('.tag')?.text)).toEqual([
      '拟入选',
      '拟入选',
      '未入选',
    ]);
  });

  test('L37: the working goes from claim to standing, for the office; not yet for the merchant', async () => {
    const path = `/office/standings/${programme.categoryIds.G}/${entriesG[0]!.applicationId}`;
    await approver.visitor.get(path);
    expect(approver.visitor.text).toContain('2026-G-0001');
    expect(approver.visitor.text).not.toContain('测试评委');
    await merchant.visitor.get(`/my/applications/${entriesG[0]!.applicationId}/working`);
    expect(merchant.visitor.status).toBe(404);
  });
});

describe('from deliberation to publication', () => {
  test('an open credit query keeps the list back; a clear one lets it go', async () => {
    const { visitor } = registrar;
    const path = `/office/lists/${programme.id}`;
    const minutes = '2026年6月1日召开评审委员会会议，应到七人，实到七人，一致同意拟定名单。';
    await visitor.get(path);
    await visitor.submit('/deliberation', { minutes, cutLineRead: 'on' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors[0]).toContain('信用查询未通过：2026-G-0001');
    const ids = [entriesG[0]!, entriesG[1]!, entriesY[0]!].map((one) => one.applicationId);
    await clearChecks(app, rules, ids, 'K2');
    await visitor.get(path);
    await visitor.submit('/deliberation', { minutes, cutLineRead: 'on' });
    expect(visitor.text).toContain('名单已拟定');
    expect(await Promise.all(entriesG.map(stateOf))).toEqual([
      'Proposed',
      'Proposed',
      'NotProposed',
    ]);
  });

  test('nothing of the proposal is public before the notice (L20)', async () => {
    const visitor = app.visitor();
    await visitor.get('/notices');
    expect(visitor.text).toContain('暂无通知公告');
    expect((await visitor.get('/feed.xml')).html).not.toContain('<entry>');
  });

  test('a wrong number of working days is refused with the computed one', async () => {
    const { visitor } = publisher;
    await visitor.get(`/office/notices/new?programme=${programme.id}&kind=publicity`);
    const fields = {
      programmeId: programme.id,
      kind: 'publicity',
      title: '2026年示范网商拟入选名单公示',
      workingDays: '5',
      lastDay: '2026-06-09',
      discipline: '测试纪检组',
      disciplineTelephone: '0570-0000001',
    };
    await visitor.submit('/office/notices', fields);
    expect(visitor.status).toBe(422);
    await visitor.submit('/office/notices', { ...fields, lastDay: '', 'lastDay.year': '' });
    expect(visitor.text).toContain('公告已准备');
    await visitor.submit('/posting', { hash: hashOn(visitor.text) });
    expect(visitor.path).toMatch(/^\/notices\//);
    expect(visitor.text).toContain('2026年6月2日至2026年6月8日，共5个工作日');
    expect(await stateOf(entriesG[0]!)).toBe('InPublicity');
  });

  test('an objection holds one merchant only and shows no name (L24)', async () => {
    const stranger = app.visitor();
    await stranger.get('/notices');
    await stranger.get(stranger.page.querySelector('main a')!.getAttribute('href')!);
    await stranger.get(
      stranger.page.querySelector('a[href^="/objections/new"]')!.getAttribute('href')!,
    );
    await stranger.submit('/objections', {
      applicationId: entriesG[1]!.applicationId,
      identityKind: 'person',
      name: '异议人甲',
      telephone: '0570-1111111',
      substance: '该商户申报的销售数据与平台公开数据明显不一致，请予核查。',
    });
    expect(stranger.status).toBe(200);
    const [receiptNumber, code] = stranger.page
      .querySelectorAll('dd strong')
      .map((one) => one.text);
    await registrar.visitor.get('/office/objections');
    await registrar.visitor.get(
      registrar.visitor.page.querySelector('tbody a')!.getAttribute('href')!,
    );
    expect(registrar.visitor.text).toContain('异议人甲');
    const path = registrar.visitor.path;
    await registrar.visitor.submit('/admission', { admission: 'accept' });
    expect(await stateOf(entriesG[1]!)).toBe('UnderObjection');
    expect(await stateOf(entriesG[0]!)).toBe('InPublicity');
    await approver.visitor.get(path);
    expect(approver.visitor.html).not.toContain('异议人甲');
    await merchant.visitor.get(path.replace('/office/', '/my/'));
    expect(merchant.visitor.status).toBe(404);
    const held = await merchantPerson(app, entriesG[1]!.merchantId);
    const own = path.replace('/office/', '/my/').split('?')[0]!;
    const asks = async () => {
      await held.visitor.get('/my');
      return held.visitor.page.querySelector(`main a[href="${own}"]`)?.text.trim();
    };
    expect(await asks()).toBe('查看异议，陈述意见');
    await held.visitor.get(own);
    expect(held.visitor.html).not.toContain('异议人甲');
    // Accepted on the day: three working days, which its page names.
    expect(held.visitor.text).toMatch(/请在\d{4}年\d+月\d+日（星期.）24:00前陈述意见/u);
    await held.visitor.submit('/my/objections', { answer: '数据均有平台后台截图，请核查。' });
    expect(await asks()).toBeUndefined();
    await approver.visitor.get(path);
    await approver.visitor.submit('/decision', {
      finding: 'uphold',
      reason: '经核查，申报数据与平台数据不一致，异议成立。',
      reply: '您提出的异议经核查成立，该商户已取消入选资格。',
    });
    expect(await stateOf(entriesG[1]!)).toBe('Cancelled');
    await stranger.get('/objections/follow');
    await stranger.submit('/objections/follow', { receiptNumber: receiptNumber!, code: code! });
    expect(stranger.text).toContain('已答复');
  });

  test('after the period: statement, approval, document by two people', async () => {
    app.clock.moveTo('2026-06-09T02:00:00.000Z');
    const path = `/office/lists/${programme.id}`;
    await registrar.visitor.get(path);
    await registrar.visitor.submit('/closing');
    await supervisor.visitor.get(path);
    await supervisor.visitor.submit('/statement', {
      statement: '全程监督，未发现违反评选规则和程序的情形，同意提交审定。',
    });
    const ids = [entriesG[0]!, entriesY[0]!].map((one) => one.applicationId);
    await clearChecks(app, rules, ids, 'K3');
    await approver.visitor.get(path);
    await approver.visitor.submit('/approval', { approval: '经审定会议研究，同意公布名单。' });
    expect(approver.visitor.text).toContain('名单已审定');
    const prepare = {
      programmeId: programme.id,
      kind: 'publication',
      title: '关于公布2026年示范网商名单的通知',
    };
    await publisher.visitor.get(`/office/notices/new?programme=${programme.id}&kind=publication`);
    await publisher.visitor.submit('/office/notices', {
      ...prepare,
      documentNumber: '衢商务〔2026〕05号',
    });
    expect(publisher.visitor.status).toBe(422);
    await publisher.visitor.submit('/office/notices', {
      ...prepare,
      documentNumber: '衢商务〔2026〕5号',
    });
    const draft = publisher.visitor.path;
    const hash = hashOn(publisher.visitor.text);
    await publisher.visitor.post(`${draft}/posting`, { _csrf: publisher.visitor.token, hash });
    expect(publisher.visitor.status).toBe(422);
    await publisherTwo.visitor.get(draft);
    await publisherTwo.visitor.submit('/posting');
    expect(publisherTwo.visitor.errors).toEqual(['请先核对，核对码相同再勾选。']);
    await publisherTwo.visitor.submit('/posting', { hash });
    expect(publisherTwo.visitor.path).toMatch(/^\/notices\//);
    const csv = await app.visitor().get(`${publisherTwo.visitor.path}/list.csv`);
    expect(csv.html.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFF序号,类别,县（市、区）,商户名称,主要平台或品牌,备注',
      "1,示范网商,柯城区,'=甲网商,,公示3家，公布2家。公示后未列入本名单的：1家被取消资格。",
    ]);
    const json = await app.visitor().get(`${publisherTwo.visitor.path}.json`);
    expect(JSON.parse(json.html)).toMatchObject({ documentNumber: '衢商务〔2026〕5号' });
    const text = await app.visitor().get(`${publisherTwo.visitor.path}.txt`);
    expect(text.html).toContain('\n衢商务〔2026〕5号\n');
    expect(text.html).toContain('\n1\t示范网商\t柯城区\t=甲网商\t\n');
  });

  test('the bundle recomputes the list, and a changed score is named', async () => {
    const stranger = app.visitor();
    await stranger.get(publisherTwo.visitor.path);
    const href = stranger.page.querySelector('a[href$="bundle.json"]')!.getAttribute('href')!;
    bundle = JSON.parse((await stranger.get(href)).html) as ResultsBundle;
    expect(verifyBundle(bundle)).toEqual({ ok: true, inputHash: bundle.inputHash });
    expect(JSON.stringify(bundle)).not.toMatch(/\b2345\b/);
    // Only what was published has a page that computes it again, whatever an older list was kept with.
    await app.database.execute("UPDATE award_list SET bundle = ? WHERE kind = 'proposed'", [
      JSON.stringify(bundle),
    ]);
    const lists = await app.database.rows<{ id: string; kind: string }>(
      'SELECT id, kind FROM award_list WHERE published_on IS NOT NULL',
    );
    expect(new Set(lists.map(({ kind }) => kind))).toEqual(new Set(['proposed', 'award']));
    for (const { id, kind } of lists) {
      for (const path of [`/awards/lists/${id}/recompute`, `/awards/lists/${id}/recompute.html`]) {
        expect([kind, (await stranger.get(path)).status]).toEqual([
          kind,
          kind === 'award' ? 200 : 404,
        ]);
      }
    }
    const changed = structuredClone(bundle);
    const sheet = changed.categories[0]!.applications[0]!.sheets[0]!;
    const [code, points] = Object.entries(sheet.scores)[0]!;
    Object.assign(sheet.scores, { [code]: points - 50 });
    expect(verifyBundle(changed)).toMatchObject({
      ok: false,
      difference: {
        where: {
          key: 'provenance.where.score',
          variables: { receiptNumber: '2026-G-0001', seat: '1', indicator: code },
        },
      },
    });
  });

  test('titles get numbers and codes; verify, roll and certificate show them', async () => {
    await registrar.visitor.get(`/office/lists/${programme.id}`);
    await registrar.visitor.submit('/titles');
    expect(registrar.visitor.text).toContain('已授予2个称号');
    // Nobody is left: the button would only be refused.
    expect(registrar.visitor.page.querySelector('form[action$="/titles"]')).toBeNull();
    const stranger = app.visitor();
    await stranger.get('/awards');
    const folded = stranger.page.querySelector('details.list-filters')!;
    expect(folded.hasAttribute('open')).toBe(false);
    await stranger.get('/awards?category=G');
    expect(stranger.page.querySelector('details.list-filters[open] summary')!.text).toContain('1');
    expect(stranger.text).toContain('QZ-2026-G-001');
    await stranger.get('/awards/list.json?category=G');
    expect((JSON.parse(stranger.html) as { titles: unknown[] }).titles).toHaveLength(1);
    await merchant.visitor.get('/my');
    await registrar.visitor.get('/office/titles/certificates');
    const image = registrar.visitor.page.querySelector('img')!.getAttribute('src')!;
    await stranger.get(image);
    expect(stranger.headers['content-type']).toContain('image/svg+xml');
    await stranger.get(image.replace('/qr.svg', ''));
    expect(stranger.text).toContain('称号有效');
    await stranger.get('/v/0000000000');
    expect(stranger.status).toBe(404);
    const application = `/my/applications/${entriesG[0]!.applicationId}`;
    await merchant.visitor.get(application);
    const links = merchant.visitor.page.querySelectorAll('main .button').map((one) => one.text);
    expect(links).toContain('荣誉证书');
    expect(links).toContain('计算过程');
    await merchant.visitor.get(`${application}/working`);
    expect(merchant.visitor.status).toBe(200);
    expect(merchant.visitor.text).not.toContain('测试评委');
  });

  test('when the period is over the objection page says so; the sheet is Chinese for every reader', async () => {
    const [notice] = await app.database.rows<{ id: string }>(
      "SELECT id FROM notice WHERE kind = 'publicity'",
    );
    const stranger = app.visitor();
    await stranger.get(`/objections/new?notice=${notice!.id}`);
    expect(stranger.text).toContain('公示期已于2026年6月8日（星期一）届满，不再受理异议。');
    expect(stranger.page.querySelector('form[action="/objections"]')).toBeNull();
    await stranger.get('/notices?lang=en');
    await stranger.get(`/notices/${notice!.id}/print`);
    const heads = stranger.page.querySelectorAll('.sheet-list th[scope="col"]');
    expect(heads.map((one) => one.text)).toEqual([
      '序号',
      '类别',
      '县（市、区）',
      '商户名称',
      '主要平台或品牌',
    ]);
  });

  test('every step is in the journal, whose chain holds', async () => {
    expect(await app.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
  });
});

function hashOn(text: string): string {
  return /[0-9a-f]{64}/.exec(text)?.[0] ?? '';
}
