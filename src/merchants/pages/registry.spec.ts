import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { syntheticCreditCode } from '../../../seeds/reference/synthetic-credit-code.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { type Person, office, person } from '../../../test/support/people.js';
import { statementsOf } from '../../../test/support/statements.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ImportMerchants } from '../import-merchants.js';
import { PlanImport } from '../plan-import.js';
import { REGISTRY_COLUMNS, columnHeader } from '../registry-columns.js';

let app: TestApp;
let registrar: Person;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  registrar = await office(app, 'CityRegistrar');
});
afterAll(() => app.stop());

const header = REGISTRY_COLUMNS.map((column) => columnHeader('zh-CN', column)).join(',');

function line(serial: number, given: Readonly<Record<string, string>> = {}): string {
  const row: Readonly<Record<string, string>> = {
    creditCode: syntheticCreditCode('91', '330802', serial),
    name: `橘海网商${serial}号`,
    merchantType: '企业',
    headName: '江小桔',
    foundedOn: '2012/3/5',
    divisionCode: '柯城区',
    town: '花园街道',
    registeredAddress: '柯城区花园街道示例路8号',
    workingAddress: '柯城区花园街道示例路8号',
    goodsCategories: '农产品、食品酒水',
    sector: '一产',
    businessType: '网络零售',
    staff: '5',
    insured: '3',
    contactName: '江小桔',
    contactMobile: '13905700099',
    ...given,
  };
  return REGISTRY_COLUMNS.map(({ key }) => `"${(row[key] ?? '').replaceAll('"', '""')}"`).join(',');
}

const file = (...lines: string[]) => Buffer.from([header, ...lines].join('\r\n'));

async function preview(content: Buffer) {
  const { visitor } = registrar;
  await visitor.get('/office/registry/import');
  await visitor.submit('/office/registry/import', {}, [{ field: 'file', name: 'a.csv', content }]);
  return visitor;
}

describe('an import', () => {
  test('shows what it would do, writes on confirmation, and a second time finds nothing to do', async () => {
    const visitor = await preview(file(line(1), line(2, { name: '=HYPERLINK("http://x")' })));
    expect(visitor.status).toBe(200);
    expect(visitor.text).toContain('新增 2行');
    expect(await count('merchant')).toBe(0);
    await visitor.submit('/office/registry/import/confirmation');
    expect(visitor.text).toContain('导入完成：新增2家，修改0家，不变0家。');
    expect(await count('merchant_version')).toBe(2);
    const again = await preview(file(line(1), line(2, { name: '=HYPERLINK("http://x")' })));
    expect(again.text).toContain('不变 2行');
    expect(again.html).not.toContain('/confirmation');
    const entries = await app.database.rows<{ details: string }>(
      "SELECT details FROM journal_entry WHERE event = 'merchant.import'",
    );
    expect(entries.map((entry) => JSON.parse(entry.details) as object)).toMatchObject([
      { new: 2, changed: 0, unchanged: 0, rows: 2 },
    ]);
  });

  test('one wrong line: every reason with its line, nothing is written', async () => {
    const before = await count('merchant');
    const visitor = await preview(
      file(line(3), line(4, { insured: '9', sector: '四产' }), line(3), line(5, { insured: '9' })),
    );
    expect(visitor.status).toBe(422);
    expect(visitor.page.querySelectorAll('tbody tr').map((row) => row.text.trim())).toEqual([
      '3请选择“产业类别”。',
      '4与第2行是同一家网商。',
      '5参保人数9人，多于从业人数5人，请核对。',
    ]);
    expect(visitor.html).not.toContain('/confirmation');
    expect(await count('merchant')).toBe(before);
  });

  test('GB18030 is read and said; a changed row becomes the next version', async () => {
    const text = [header, line(1, { staff: '7' })].join('\n');
    const visitor = await preview(iconv.encode(text, 'gb18030'));
    expect(visitor.text).toContain('文件编码：GB18030');
    expect(visitor.text).toContain('从业人数');
    await visitor.submit('/office/registry/import/confirmation');
    const row = await app.database.row<object>(
      'SELECT m.staff, m.version, MAX(v.number) AS latest FROM merchant m JOIN merchant_version v ON v.merchant_id = m.id WHERE m.name = ? GROUP BY m.staff, m.version',
      ['橘海网商1号'],
    );
    expect(row).toEqual({ staff: 7, version: 2, latest: 2 });
  });

  test('an unknown and a missing column are refused by name', async () => {
    await preview(Buffer.from(`${header},利润\r\n${line(1)},1`));
    expect(registrar.visitor.errors).toEqual(['列名“利润”不认识。列名见本页下方。']);
    await preview(Buffer.from(header.replace(/^[^,]+,/, '')));
    expect(registrar.visitor.errors).toEqual(['缺少列：统一社会信用代码（文本）。']);
  });

  test('a register that changed after the preview is shown anew', async () => {
    const visitor = await preview(file(line(1, { staff: '8' })));
    await app.app
      .get(ImportMerchants)
      .run(
        { accountId: null, role: 'SystemAdmin' },
        { content: file(line(1, { staff: '9' })), digest: null, confirmed: false },
      );
    await visitor.submit('/office/registry/import/confirmation');
    expect(visitor.status).toBe(409);
    expect(visitor.text).toContain('修改 1行');
  });

  test('2,000 merchants are entered in two hundred statements', async () => {
    const content = file(...Array.from({ length: 2000 }, (_, at) => line(1000 + at)));
    const { statements } = await statementsOf(app, () =>
      app.app
        .get(ImportMerchants)
        .run({ accountId: null, role: 'SystemAdmin' }, { content, digest: null, confirmed: false }),
    );
    expect(statements).toBeLessThan(200);
    const plan = await app.app.get(PlanImport).run(content);
    expect(plan.counts).toEqual({ new: 0, changed: 0, unchanged: 2000 });
  });
});

describe('the register', () => {
  test('finds by part of the name or code, and takes as many queries for one row as for a page', async () => {
    const { visitor } = registrar;
    const reads = async (query: string) => {
      const before = app.database.readCount;
      await visitor.get(`/office/registry?${query}`);
      return app.database.readCount - before;
    };
    const code = syntheticCreditCode('91', '330802', 1500);
    const one = await reads(`q=${code.toLowerCase()}`);
    expect(visitor.page.querySelectorAll('tbody tr').map((row) => row.text)).toHaveLength(1);
    const many = await reads('');
    expect(visitor.page.querySelectorAll('tbody tr')).toHaveLength(50);
    expect(many).toBe(one);
    await visitor.get('/office/registry?q=100%25');
    expect(visitor.text).toContain('没有找到符合条件的内容');
  });

  test('L13: the export opens in a spreadsheet and does not run there; the access log says who', async () => {
    const { visitor } = registrar;
    await visitor.get('/office/registry/export?q=HYPERLINK');
    expect(visitor.html.startsWith('\uFEFF统一社会信用代码（文本） creditCode,')).toBe(true);
    expect(visitor.html.split('\r\n')).toHaveLength(3);
    expect(visitor.html).toContain(`"'=HYPERLINK(""http://x"")"`);
    const logged = await app.database.row<object>(
      "SELECT account_id, result FROM access_log WHERE action = 'registry.export'",
    );
    expect(logged).toEqual({ accountId: registrar.accountId, result: 'rows 1' });
  });

  test('the record shows its versions; the office settles a doubtful code and a claim', async () => {
    const id = await makeMerchant(app, {
      creditCode: '91330802MA2TEKT7XB',
      divisionCode: '330881',
    });
    const { visitor } = registrar;
    await visitor.get(`/office/registry/${id}`);
    expect(visitor.text).toContain('第18位（校验位）不符。');
    await visitor.submit(`/office/registry/${id}/credit-code`);
    expect(visitor.text).not.toContain('第18位（校验位）不符。');
    const agent = await person(app, 'merchant', []);
    await visitor.submit(`/office/registry/${id}/agents`, { mobile: '13800000000' });
    expect(visitor.status).toBe(422);
    await visitor.submit(`/office/registry/${id}/agents`, { mobile: agent.mobile });
    expect(visitor.text).toContain('账号已加入该网商');
    await agent.visitor.get('/my/merchant');
    expect(agent.visitor.html).toContain('91330802MA2TEKT7XB');
  });

  test('what is missing by division, and whom to call', async () => {
    const { visitor } = registrar;
    await visitor.get('/office/registry/completeness');
    expect(visitor.page.querySelectorAll('tbody tr').at(-1)!.text.replace(/\s+/g, ' ').trim()).toBe(
      '江山市 1 0 1 1 0',
    );
    await visitor.get('/office/registry/completeness/330802?year=2025');
    expect(visitor.page.querySelectorAll('tbody tr')[0]!.text).toContain('13905700099');
  });

  test('is closed to merchants and judges', async () => {
    for (const kind of ['merchant', 'judge'] as const) {
      const { visitor } = await person(app, kind, []);
      await visitor.get('/office/registry');
      expect(visitor.status).toBe(404);
      await visitor.get('/office/registry/export');
      expect(visitor.status).toBe(404);
    }
  });
});

async function count(table: string): Promise<number> {
  const row = await app.database.row<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`);
  return row!.count;
}
