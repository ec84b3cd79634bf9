import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  agreed,
  makeApplicant,
  startDraft,
  submitted,
  summaryOf,
  openWindow,
} from '../../../../test/support/applicant.js';
import type { TestProgramme } from '../../../../test/support/programme.js';
import { filledDraft, storedApplication } from '../../../../test/support/open-draft.js';
import type { TestApp } from '../../../../test/support/test-app.js';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { RESULT_SENTENCES } from '../../../rules/privacy/result-policy.js';
import { sha256Hex } from '../../../rules/provenance/sha256-hex.js';
import { translate } from '../../../text/catalogue.js';
import { squareCode } from '../../../web/views/square-code.js';

let app: TestApp;
let programme: TestProgramme;

beforeAll(async () => {
  ({ app, programme } = await openWindow());
});
afterAll(() => app.stop());

describe('submission', () => {
  test('lists everything that is missing, each with the step and field where it is put right', async () => {
    const own = await makeApplicant(app);
    const path = await startDraft(own, programme);
    await own.visitor.get(`${path}/declarations`);
    await own.visitor.submit('/submission', { truth: 'on', publicity: 'merchantName' });
    expect(own.visitor.status).toBe(422);
    expect(
      own.visitor.page
        .querySelectorAll('.error-summary a')
        .map((link) => [link.getAttribute('href'), link.text]),
    ).toEqual([
      [`${path}/figures#field-taxPaidWan`, '指标数据：请填写“实缴税额（万元）”。'],
      [
        `${path}/figures#field-samplingFailure.none`,
        '指标数据：请填写“上年及前一年没有抽检不合格”。',
      ],
      [`${path}/texts#field-penalty`, '事迹说明：请填写“近三年是否受过行政处罚”。'],
      ['#field-creditQuery', '承诺与提交：请阅读并勾选“授权查询信用”。'],
      ['#field-publicity', '承诺与提交：请阅读并勾选“同意公示”。'],
      ['#field-personalInformation', '承诺与提交：请阅读并勾选“个人信息单独同意”。'],
      ['#field-noViolation', '承诺与提交：请阅读并勾选“无违法违规声明”。'],
      ['#field-recusalHelp', '承诺与提交：请阅读并勾选“回避协助”。'],
    ]);
    expect(own.visitor.page.querySelector('#field-truth')!.hasAttribute('checked')).toBe(true);
    expect(await storedApplication(app, path)).toMatchObject({
      state: 'Draft',
      receiptNumber: null,
    });
    const declarations = await app.database.rows('SELECT id FROM declaration');
    expect(declarations).toEqual([]);
  });

  test('no consent is ticked beforehand', async () => {
    const own = await makeApplicant(app);
    await filledDraft(own, programme);
    expect(own.visitor.page.querySelectorAll('main input[checked]')).toEqual([]);
  });

  test('agrees to what the privacy notice says of published results, and to nothing else', async () => {
    const own = await makeApplicant(app);
    const path = await filledDraft(own, programme);
    const stranger = app.visitor();
    for (const lang of ['zh-CN', 'en'] as const) {
      const notice = await stranger.get(`/privacy?lang=${lang}`);
      const sentences = RESULT_SENTENCES.map((key) => translate(lang, key));
      expect(notice.page.querySelectorAll('main .prose li').map((one) => one.text)).toEqual(
        sentences,
      );
      await own.visitor.get(`${path}/declarations?lang=${lang}`);
      expect(own.visitor.page.querySelectorAll('main .prose li').map((one) => one.text)).toEqual(
        sentences,
      );
    }
  });

  test('proves with the hash of the consent what it covered', async () => {
    const own = await makeApplicant(app);
    const path = await filledDraft(own, programme);
    await own.visitor.submit('/submission', agreed);
    const row = await app.database.row<{ textHash: string }>(
      "SELECT text_hash FROM declaration WHERE application_id = ? AND kind = 'publicity'",
      [path.split('/').at(-1)!],
    );
    const words = [
      'applications.declaration.publicity.text',
      'applications.declaration.publicity.covers',
      ...RESULT_SENTENCES,
      ...['merchantName', 'division', 'shops'].map((key) => `applications.consent.${key}`),
    ].map((key) => translate('zh-CN', key));
    expect(row!.textHash).toBe(sha256Hex(words.join('\n')));
  });

  test('freezes register, figures and declarations and gives receipt and judging numbers', async () => {
    const own = await makeApplicant(app);
    const path = await filledDraft(own, programme);
    await own.visitor.submit('/submission', { ...agreed, relations: '李某是本单位前员工' });
    expect(own.visitor.path).toBe(path);
    const row = await storedApplication(app, path);
    expect(row).toMatchObject({ state: 'Submitted', divisionCode: '330802' });
    expect(row.receiptNumber).toMatch(/^QZ2026G\d{5}$/);
    expect(row.judgingNumber).toMatch(/^G\d{6}$/);
    expect(JSON.parse(row.snapshot!)).toMatchObject({
      year: 2025,
      merchant: { id: own.merchantId, divisionCode: '330802' },
      shops: [{ id: own.shopId, platform: 'taobao', openedOn: '2020-03-01' }],
      returns: [
        { year: 2025, netWan: 600_00 },
        { year: 2024, netWan: 480_00 },
      ],
    });
    expect(row.snapshot).not.toContain('Sealed');
    const figures = await app.database.rows<{ key: string; claimed: string }>(
      `SELECT key, claimed FROM figure WHERE application_id = ? AND key IN
       ('netWan', 'netWanYearBefore', 'openedOn', 'orders', 'registeredMarks') ORDER BY key`,
      [path.split('/').at(-1)!],
    );
    expect(figures.map(({ key, claimed }) => [key, claimed])).toEqual([
      ['netWan', '60000'],
      ['netWanYearBefore', '48000'],
      ['openedOn', '2020-03-01'],
      ['orders', '60000'],
      ['registeredMarks', '1'],
    ]);
    const declarations = await app.database.rows<{ kind: string; textHash: string; items: string }>(
      'SELECT kind, text_hash, items FROM declaration WHERE application_id = ? ORDER BY kind',
      [path.split('/').at(-1)!],
    );
    expect(declarations.map(({ kind, items }) => [kind, items])).toEqual([
      ['creditQuery', '[]'],
      ['noViolation', '[]'],
      ['personalInformation', '["contact"]'],
      ['publicity', '["merchantName","division"]'],
      ['recusalHelp', '["李某是本单位前员工"]'],
      ['truth', '[]'],
    ]);
    const shown = '同意主办单位为本次评选查询本单位及法定代表人（经营者）的公共信用信息。';
    expect(declarations[0]!.textHash).toBe(sha256Hex(shown));
  });

  test('numbers the receipts of a category one after another, the judging numbers at random', async () => {
    const paths = [];
    for (let i = 0; i < 3; i += 1) {
      paths.push(`/my/applications/${await submitted(await makeApplicant(app), programme)}`);
    }
    const rows = await Promise.all(paths.map((path) => storedApplication(app, path)));
    const serials = rows.map(({ receiptNumber }) => Number(receiptNumber!.slice(-5)));
    expect(serials).toEqual([serials[0], serials[0]! + 1, serials[0]! + 2]);
    expect(new Set(rows.map(({ judgingNumber }) => judgingNumber)).size).toBe(3);
  });

  test('two that arrive together both get a number of their own', async () => {
    const pair = [await makeApplicant(app), await makeApplicant(app)];
    const paths = [await filledDraft(pair[0]!, programme), await filledDraft(pair[1]!, programme)];
    await Promise.all(pair.map(({ visitor }) => visitor.submit('/submission', agreed)));
    const rows = await Promise.all(paths.map((path) => storedApplication(app, path)));
    expect(rows.map(({ state }) => state)).toEqual(['Submitted', 'Submitted']);
    expect(rows[0]!.receiptNumber).not.toBe(rows[1]!.receiptNumber);
  });

  test('the receipt is one sheet, the answers another, both with the hash of the journal', async () => {
    const own = await makeApplicant(app);
    const id = await submitted(own, programme);
    await own.visitor.get(`/my/applications/${id}/receipt`);
    expect(summaryOf(own.visitor)).toMatchObject({
      '提交时间（北京时间）': expect.stringMatching(/^2026年9月10日 10:\d\d$/),
      网店: '1家',
      佐证材料: expect.stringMatching(/^\d+个文件$/),
    });
    // A line of the sheet is less than 1 cm: on two sheets stand about fifty.
    expect(own.visitor.page.querySelectorAll('.summary-row, h2').length).toBeLessThan(30);
    const square = own.visitor.page.querySelector('img')!.getAttribute('src')!;
    const answers = own.visitor.page.querySelector('a[href$="/answers"]')!.getAttribute('href')!;
    const receipt = own.visitor.text;
    await own.visitor.get(answers);
    expect(summaryOf(own.visitor)).toMatchObject({
      申报类别: '示范网商',
      '上年网络零售净额（万元）': '600.00',
      '店铺“江畔柑橘店”描述相符评分': '4.85',
      纳税档次: '10万至20万元',
    });
    const entry = await app.database.row<{ details: string }>(
      "SELECT details FROM journal_entry WHERE event = 'application.submit' AND subject_id = ?",
      [id],
    );
    const details = JSON.parse(entry!.details) as Record<string, string>;
    for (const text of [receipt, own.visitor.text]) expect(text).toContain(details.contentHash);
    expect(details).toMatchObject({ rule: 'A02', from: 'Draft', confirmation: 'account' });
    await own.visitor.get(square);
    const { receiptNumber } = (await app.database.row<{ receiptNumber: string }>(
      'SELECT receipt_number FROM application WHERE id = ?',
      [id],
    ))!;
    const leadsTo = await squareCode(
      `${app.app.get<Config>(CONFIG).publicUrl}/progress?number=${receiptNumber}`,
    );
    expect([own.visitor.status, own.visitor.html]).toEqual([200, leadsTo]);
    const other = await makeApplicant(app);
    for (const address of [square, answers, answers.replace('/answers', '')]) {
      await other.visitor.get(address);
      expect(other.visitor.status).toBe(404);
    }
    const draft = await startDraft(other, programme);
    await other.visitor.get(`${draft}/receipt/qr.svg`);
    expect(other.visitor.status).toBe(404);
  });

  test('afterwards nothing can be changed, whatever is sent', async () => {
    const own = await makeApplicant(app);
    const id = await submitted(own, programme);
    const path = `/my/applications/${id}`;
    await own.visitor.get(`${path}/figures`);
    const names = own.visitor.page
      .querySelectorAll('form[action$="/figures"] [name]')
      .map((field) => field.getAttribute('name'));
    expect(names).toEqual(['_csrf', 'version']);
    const version = own.visitor.page.querySelector('input[name=version]')!.getAttribute('value')!;
    const { token } = own.visitor;
    await own.visitor.post(`${path}/figures`, { _csrf: token, version, registeredMarks: '9' });
    expect(own.visitor.status).toBe(409);
    await own.visitor.post(`${path}/submission`, { _csrf: token, ...agreed });
    expect(own.visitor.status).toBe(409);
    await own.visitor.post(`${path}/correction`, { _csrf: token });
    expect(own.visitor.status).toBe(409);
    const rows = await app.database.rows<{ claimed: string }>(
      "SELECT claimed FROM figure WHERE application_id = ? AND key = 'registeredMarks'",
      [id],
    );
    expect(rows).toEqual([{ claimed: '1' }]);
  });

  test('a register that no longer meets a condition is refused at the last moment', async () => {
    const own = await makeApplicant(app);
    const path = await filledDraft(own, programme);
    await app.database.execute('UPDATE annual_return SET net_wan = 10000 WHERE merchant_id = ?', [
      own.merchantId,
    ]);
    await own.visitor.submit('/submission', agreed);
    expect(own.visitor.status).toBe(422);
    expect(own.visitor.text).toContain('现已不符合申报条件');
    expect((await storedApplication(app, path)).state).toBe('Draft');
  });
});
