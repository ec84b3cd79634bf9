import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Person, merchantPerson, person } from '../../../test/support/people.js';
import { newRecord as record } from '../../../test/support/new-record.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { smallPng } from '../../../test/support/small-files.js';
import { TestApp } from '../../../test/support/test-app.js';
import { translate } from '../../text/catalogue.js';
import { fieldsOf } from '../../web/forms/field-meta.js';
import { RegisterMerchantForm } from './my-merchant.form.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  owner = await person(app, 'merchant', []);
});
afterAll(() => app.stop());

describe('a merchant registers', () => {
  test('every error at once, everything typed kept, nothing written', async () => {
    const { visitor } = owner;
    await visitor.get('/my/merchant');
    await visitor.submit('/my/merchant', {
      ...record,
      creditCode: '91330802MA2TEKT7OX',
      insured: '13',
      'foundedOn.year': '2031',
      contactMobile: '123',
      intro: `${record.intro}请拨13905700099`,
    });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual([
      '统一社会信用代码不能含有“O”（不使用字母I、O、S、V、Z），请对照营业执照核对。',
      '“成立日期”不能晚于今天。',
      '参保人数13人，多于从业人数12人，请核对。',
      '请填写11位手机号码。',
      '简介中不能出现电话号码：13905700099',
    ]);
    expect(visitor.html).toContain('value="91330802MA2TEKT7OX"');
    expect(await count('merchant')).toBe(0);
  });

  test('a field is called optional only where it may be left empty', async () => {
    const { visitor } = owner;
    await visitor.get('/my/merchant');
    const shown = fieldsOf(RegisterMerchantForm).flatMap(({ name, label, required }) => {
      const field = visitor.page.querySelector(`[name="${name}"], [name="${name}.year"]`);
      const group = field?.closest('fieldset') ?? field?.closest('.field');
      const words = group?.querySelector('legend, label')?.text.trim();
      return words?.startsWith(translate('zh-CN', label)) ? [{ name, words, required }] : [];
    });
    expect(shown.length).toBeGreaterThan(15);
    const otherwise = shown.filter(({ words, required }) => words.includes('选填') === required);
    // An enterprise, which the form begins with, needs its code: the rules ask for it, not the form.
    expect(otherwise.map(({ name }) => name)).toEqual(['creditCode']);
  });

  test('an exempt person has a ground instead of a credit code, by re-render without scripts', async () => {
    const { visitor } = owner;
    await visitor.get('/my/merchant');
    expect(visitor.html).toContain('name="creditCode"');
    await visitor.submit('/my/merchant', { merchantType: 'exemptPerson', intent: 'refresh' });
    expect(visitor.status).toBe(200);
    expect(visitor.html).not.toContain('name="creditCode"');
    expect(visitor.html).toContain('name="exemptionGround"');
    expect(visitor.html).toContain('name="headNamePublic"');
  });

  test('a doubtful code is saved once the person says that it is right', async () => {
    const { visitor } = owner;
    await visitor.get('/my/merchant');
    await visitor.submit('/my/merchant', { ...record, creditCode: '91330802MA2TEKT7XB' });
    expect(visitor.status).toBe(422);
    expect(visitor.text).toContain('第18位与校验结果“7”不一致');
    await visitor.submit('/my/merchant', { confirmed: 'on' });
    expect(visitor.path).toBe('/my/shops');
    expect(await facts()).toEqual([
      { name: record.name, creditCode: '91330802MA2TEKT7XB', searchName: record.name, version: 1 },
    ]);
    const duty = await app.database.row<{ role: string }>(
      'SELECT role FROM duty WHERE account_id = ?',
      [owner.accountId],
    );
    expect(duty).toEqual({ role: 'Agent' });
  });

  test('a code that is registered is refused with the way to claim, and names nobody', async () => {
    const { visitor } = await person(app, 'merchant', []);
    await visitor.get('/my/merchant');
    await visitor.submit('/my/merchant', {
      ...record,
      creditCode: '91330802MA2TEKT7XB',
      name: '别家',
    });
    expect(visitor.errors).toEqual([
      '该代码已登记为网商。如为本单位，请持营业执照到所在县（市、区）或市级窗口办理认领，工作人员会把您的账号加入该网商，不必重复登记。',
    ]);
    expect(visitor.text).not.toContain(record.name);
  });

  test('two tabs: the second save is shown both states and replaces only knowingly', async () => {
    const { visitor } = owner;
    await visitor.get('/my/merchant');
    const first = visitor.html;
    await visitor.submit('/my/merchant', { staff: '20', confirmed: 'on' });
    expect(visitor.text).toContain('网商信息已保存');
    visitor.html = first;
    await visitor.submit('/my/merchant', { staff: '30', confirmed: 'on' });
    expect(visitor.status).toBe(409);
    const row = visitor.page.querySelectorAll('tbody tr').map((one) => one.text.trim());
    expect(row).toEqual(['从业人数2030']);
    await visitor.submit('/my/merchant', { confirmed: 'on' });
    const versions = await app.database.rows<{ number: number; facts: string }>(
      'SELECT number, facts FROM merchant_version ORDER BY number',
    );
    expect(versions.map((one) => (JSON.parse(one.facts) as { staff: number }).staff)).toEqual([
      12, 20, 30,
    ]);
  });
});

describe('shops and returns', () => {
  test('a shop needs an address of its platform and the licence display', async () => {
    const { visitor } = owner;
    await visitor.get('/my/shops/new');
    await visitor.submit('/my/shops/new', { ...shop, url: 'https://shop1.jd.com/' });
    expect(visitor.errors).toEqual([
      '网址域名shop1.jd.com与所选平台不符，应为：taobao.com、tb.cn。',
    ]);
    await visitor.submit('/my/shops/new', { url: shop.url });
    expect(visitor.errors).toEqual(['请上传亮照截图。']);
    const licence = { field: 'licenceShot', name: 'licence.png', content: smallPng };
    await visitor.submit('/my/shops/new', {}, [licence]);
    expect(visitor.path).toBe('/my/shops');
    expect(visitor.text).toContain('衢州椪柑旗舰店');
    expect(await count('document')).toBe(1);
  });

  test("another merchant's shop is a missing page", async () => {
    const { id } = (await app.database.row<{ id: string }>('SELECT id FROM shop'))!;
    const { visitor } = await merchantPerson(app, await makeMerchant(app));
    await visitor.get(`/my/shops/${id}`);
    expect(visitor.status).toBe(404);
  });

  test('the net is computed; rows that do not sum to the total are refused', async () => {
    const { visitor } = owner;
    const { id } = (await app.database.row<{ id: string }>('SELECT id FROM shop'))!;
    const row = {
      [`shop.${id}.grossWan`]: '100',
      [`shop.${id}.refundWan`]: '10.5',
      [`shop.${id}.orders`]: '8000',
    };
    await visitor.get('/my/returns/2025');
    await visitor.submit('/my/returns/2025', {
      ...row,
      ...totals,
      grossWan: '101',
      agencyWan: '95',
    });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual([
      '“支付金额”合计101，各网店之和为100，相差超过0.5%，请核对。',
      '“其中代运营”是其中数，不能大于净额。',
    ]);
    expect(visitor.html).toContain('value="10.5"');
    await visitor.submit('/my/returns/2025', { grossWan: '100.4', agencyWan: '0' });
    expect(visitor.text).toContain('2025年度经营数据已保存');
    const receipt = visitor.page.querySelector('main a[href$="/receipt"]')!.getAttribute('href')!;
    expect((await visitor.get('/my/returns/2024/receipt')).status).toBe(404);
    await visitor.get(receipt);
    expect(visitor.text).toContain('年度数据填报回执');
    expect(visitor.text).toContain('89.90万元');
    expect(visitor.page.querySelector('svg.code-square path')).not.toBeNull();
    const filed = await app.database.row<object>(
      'SELECT gross_wan, refund_wan, net_wan, orders FROM annual_return',
    );
    expect(filed).toEqual({ grossWan: 10_040, refundWan: 1050, netWan: 8990, orders: 8000 });
  });

  test('ties to merchants and people are stated and taken back', async () => {
    const { visitor } = owner;
    await visitor.get('/my/relations');
    await visitor.submit('/my/relations/people', {
      personName: '江大桔',
      personRelation: 'family',
    });
    expect(visitor.text).toContain('江大桔 近亲属');
    await visitor.submit('/my/relations/people/removal', { name: '江大桔' });
    expect(visitor.text).not.toContain('近亲属删除');
    await visitor.submit('/my/relations/merchants', { name: '橘海包装', relation: 'sameHead' });
    expect(visitor.text).toContain('橘海包装 同一法定代表人');
  });
});

const shop = {
  platform: 'taobao',
  shopName: '衢州椪柑旗舰店',
  url: 'https://shop1.taobao.com/',
  'openedOn.year': '2017',
  'openedOn.month': '1',
  'openedOn.day': '3',
  sameSubject: 'yes',
  status: 'open',
};

const totals = {
  grossWan: '100',
  refundWan: '10.5',
  orders: '8000',
  parcels: '8100',
  agencyWan: '0',
  wholesaleWan: '0',
  staff: '12',
  insuredYearEnd: '10',
  insuredAverage: '9',
};

async function count(table: string): Promise<number> {
  const row = await app.database.row<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`);
  return row!.count;
}

function facts(): Promise<object[]> {
  return app.database.rows('SELECT name, credit_code, search_name, version FROM merchant');
}
