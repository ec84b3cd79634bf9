import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { type Person, merchantPerson, office } from '../../../test/support/people.js';
import {
  bothShops,
  codes,
  first,
  ofShop,
  returnMerchants,
  returnRow,
  returnsFile,
  second,
} from '../../../test/support/returns-file.js';
import { storeReturn } from '../../../test/support/returns.js';
import { runCommandOn } from '../../../test/support/run-command.js';
import { TestApp } from '../../../test/support/test-app.js';
import { partsOf } from '../../../test/support/workbook.js';
import { translate } from '../../text/catalogue.js';
import { readTable } from '../../text/read-table.js';
import { writeXlsx } from '../../text/xlsx.js';
import { AnnualReturn } from '../annual-return.entity.js';
import { returnsImport } from '../commands/returns-import.js';
import { Merchant } from '../merchant.entity.js';
import { ReturnDoubtQueries } from '../return-doubts.queries.js';
import { ImportReturns } from './import-returns.js';
import { RETURN_COLUMNS } from './return-columns.js';
import { PlanReturnsImport } from './plan-returns-import.js';
import { returnLine } from './return-line.js';

const page = '/office/registry/returns/import';
let app: TestApp;
let registrar: Person;
let agent: Person;
let one: string;
let two: string;
let exempt: string;
let shops: readonly string[];
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  registrar = await office(app, 'CityRegistrar');
  ({ one, two, exempt, shops } = await returnMerchants(app));
  agent = await merchantPerson(app, one);
});
afterAll(() => app.stop());

const plan = (content: Buffer) => app.app.get(PlanReturnsImport).run(content);
const enter = (content: Buffer, confirmed = false, digest: string | null = null) =>
  app.app
    .get(ImportReturns)
    .run({ accountId: registrar.accountId, role: 'CityRegistrar' }, { content, digest, confirmed });
const sentences = async (content: Buffer) => {
  const planned = await plan(content);
  const t = (key: string, variables = {}) => translate('zh-CN', key, variables);
  return [...planned.errors, ...planned.warnings].map((found) => {
    const { line, text } = returnLine(found, planned, t);
    return `${line} ${text}`;
  });
};
const stored = (merchantId: string) =>
  app.database.repo(AnnualReturn).findOneBy({ merchantId, year: 2025 });
const upload = async (content: Buffer) => {
  const { visitor } = registrar;
  await visitor.get(page);
  await visitor.submit(page, {}, [{ field: 'file', name: 'returns.xlsx', content }]);
  return visitor;
};

describe('a table of returns', () => {
  fromSavedState(() => app);

  test('brings totals, and the figures of each shop where there are several', async () => {
    await enter(returnsFile([first(), second(), ...bothShops]));
    expect(await stored(one)).toMatchObject({
      netWan: 100_00,
      staff: 6,
      doubted: null,
      version: 1,
    });
    // The only shop of a merchant has sold what the merchant has.
    expect((await stored(one))!.shops).toMatchObject([{ grossWan: 120_00, orders: 5000 }]);
    const { shops: rows } = (await stored(two))!;
    expect(rows.map(({ shopId, netWan }) => [shopId, netWan])).toEqual(
      expect.arrayContaining(shops.map((id) => [id, 50_00])),
    );
  });

  test('finds who has no credit code by the number of the record, never by the name', async () => {
    expect(await sentences(returnsFile([returnRow('叶小舟', '')]))).toEqual([
      '2 没有填写统一社会信用代码。免登记的网商请填写登记号，登记号见下载的表。',
    ]);
    const named = await plan(
      returnsFile([
        returnRow('叶小舟', '', { record: exempt, grossWan: 0, refundWan: 0, orders: 0 }),
      ]),
    );
    expect(named.rows).toMatchObject([{ merchantId: exempt, kind: 'new' }]);
  });

  test('is refused as a whole, each wrong row by its number, its field and its shop', async () => {
    const wrong = returnsFile([
      first({ insuredYearEnd: 9, agencyWan: 300 }),
      second({ creditCode: codes.one }),
      second(),
      ofShop('shop1.taobao.com', { grossWan: '许多' }),
      ofShop('https://x.1688.com', { staff: 3 }),
      returnRow('别处的网商', '91330802MA28F1AB9X'),
      returnRow('竹海电商', '91330802MA28F1AB9X'),
      returnRow('橘海电商', '9.133E+17'),
      { ...returnRow('叶小舟', codes.one), record: exempt },
    ]);
    expect(await sentences(wrong)).toEqual([
      '2 “其中代运营”是其中数，不能大于净额。',
      '2 “年末参保人数”不能大于从业人数。',
      '3 这个代码登记的名称是“橘海电商”，与本行名称不同。请核对这一行。',
      '4 请填写“支付金额（江畔柑橘店）”。',
      '4 请填写“退款金额（江畔柑橘店）”。',
      '4 请填写“订单量（江畔柑橘店）”。',
      '5 “支付金额（江畔柑橘店）”请填数字。',
      '6 网店的行只填支付金额、退款金额和订单量，“从业人数”请填在合计的行。',
      '7 名录中没有这个信用代码或者登记号。请核对，或者先登记该网商。',
      `8 名录中没有这个信用代码；“竹海电商”登记的是${codes.two}。请核对。`,
      '9 “统一社会信用代码”显示为“9.133E+17”，号码后几位已被表格软件舍去。请把这一列设为文本格式，对照证照重新填写。',
      '10 登记号和信用代码不是同一家网商的。请核对这一行。',
    ]);
    await expect(enter(wrong, true)).rejects.toMatchObject({ code: 'merchants.import.hasErrors' });
    expect(await app.database.repo(AnnualReturn).count()).toBe(0);
    await app.database.repo(Merchant).update({ id: one }, { mergedIntoId: two });
    expect(
      await sentences(
        returnsFile([first(), second(), second(), ofShop('t.cn'), ...bothShops, bothShops[0]!]),
      ),
    ).toEqual([
      '2 这个信用代码的登记已并入别的登记。请删去这一行，或改为保留的登记的信用代码。',
      '4 与第3行是同一家网商。',
      '5 这个网址不是该网商登记的网店。请照下载的表填写网址，或者请网商先登记网店。',
      '8 同一家网店填了两行。请删去一行。',
    ]);
    expect(await sentences(returnsFile([...bothShops]))).toEqual([
      '2 缺少合计行。请为该网商另填一行合计，“网店网址”留空。',
    ]);
  });

  test('in yuan for 10,000 yuan is asked about, waits for the office, and is no second time', async () => {
    await storeReturn(app, one, { year: 2024, netWan: 80_00, grossWan: 80_00 });
    const inYuan = returnsFile([first({ grossWan: 1_200_000, refundWan: 200_000 })]);
    const asked = [
      '2 净额1,000,000万元，订单5,000单，平均每单2,000,000元。金额按万元填写：1万元填1，5,000元填0.5。',
      '2 2025年净额1,000,000万元，2024年为80万元，是上年的12,500倍。金额按万元填写：1万元填1，5,000元填0.5。',
    ];
    expect(await sentences(inYuan)).toEqual(asked);
    const visitor = await upload(inYuan);
    expect(visitor.text).toContain(asked[1]!.slice(2));
    await visitor.submit(`${page}/confirmation`, {});
    expect(visitor.errors).toEqual([
      '有2处需要核对。核对无误的，请勾选确认；有误的，改正文件后重新上传。',
    ]);
    await visitor.submit(`${page}/confirmation`, { confirmed: 'on' });
    expect(visitor.path).toBe('/office/registry');
    expect(await stored(one)).toMatchObject({ doubted: 1, checkedAt: null });
    expect(await sentences(inYuan)).toEqual([]);
  });

  test('asks of each row what the form asks of it', async () => {
    await storeReturn(app, two, { year: 2024 });
    await storeReturn(app, two, { netWan: 150_00 });
    await storeReturn(app, one, { year: 2024, netWan: 10_00, grossWan: 10_00 });
    const { rows } = await plan(returnsFile([first(), second(), ...bothShops]));
    const form = app.app.get(ReturnDoubtQueries);
    for (const { merchantId, facts, doubts } of rows) {
      expect((await form.run(merchantId, 2025, facts)).all).toEqual(doubts);
    }
    expect(rows.map(({ doubts }) => doubts.length)).toEqual([1, 0]);
  });

  test('shows every cell as it stands and as it would stand, and asks before it overwrites', async () => {
    await storeReturn(app, one, { filedBy: agent.accountId });
    const visitor = await upload(returnsFile([first({ grossWan: 100, refundWan: 0, staff: 7 })]));
    const rows = visitor.page.querySelectorAll('.table-stacked tbody tr');
    const cells = rows.map((row) => row.querySelectorAll('th, td').map(({ text }) => text.trim()));
    expect(cells).toContainEqual(['2', '橘海电商', '从业人数', '3', '7']);
    expect(cells).toContainEqual(['2', '橘海电商', '支付金额（江畔柑橘店）', '未填写', '100']);
    expect(visitor.text).toContain('该网商已自行填报，导入后以文件为准。');
  });

  test('keeps what it has no column for', async () => {
    await storeReturn(app, one, { figures: { taxPaidWan: 150, familyWorkers: 2 } });
    await enter(returnsFile([first()], ['taxPaidWan', 'familyWorkers', 'shopUrl', 'record']), true);
    expect((await stored(one))!.figures).toMatchObject({ taxPaidWan: 150, familyWorkers: 2 });
    await enter(returnsFile([first()]), true);
    expect((await stored(one))!.figures).toMatchObject({ taxPaidWan: null, familyWorkers: null });
  });

  test('as it was downloaded changes nothing; filled in and brought back, it is read', async () => {
    await storeReturn(app, one, { doubted: 1, figures: { taxPaidWan: 150 } });
    const { visitor } = registrar;
    await visitor.get(page);
    const links = visitor.page.querySelectorAll('a').map((link) => link.getAttribute('href')!);
    await visitor.get(links.find((href) => href.includes('template?year=2025'))!);
    const template = visitor.content;
    expect((await plan(template)).counts).toEqual({ new: 0, changed: 0, unchanged: 1 });
    const sheet = partsOf(template).get('xl/worksheets/sheet1.xml')!;
    expect(sheet).toContain('<dataValidation ');
    const [head, ...lines] = readTable(template, 50).lines.map(({ cells }) => [...cells]);
    const at = (name: string) => head!.findIndex((cell) => cell.startsWith(name));
    expect(lines.map((cells) => [cells[at('名称')], cells[at('网店网址')] ?? ''])).toEqual([
      ['叶小舟', ''],
      ['橘海电商', ''],
      ['竹海电商', ''],
      ['竹海电商', 'https://shop1.taobao.com/'],
      ['竹海电商', 'https://x.1688.com'],
    ]);
    // The merchant with two shops fills in its rows; the others stay as they came.
    const typed = (cells: readonly string[], row: Readonly<Record<string, unknown>>) =>
      RETURN_COLUMNS.map(({ key, kind }, column) =>
        kind === 'figure' && key in row ? String(row[key]) : (cells[column] ?? ''),
      );
    const filled = lines.map((cells) => {
      if (cells[at('名称')] !== '竹海电商') return cells;
      return typed(cells, cells[at('网店网址')] ? ofShop('') : second());
    });
    const back = await writeXlsx(head!, filled);
    expect((await plan(back)).counts).toEqual({ new: 1, changed: 0, unchanged: 1 });
    await enter(back);
    const again = await plan(back);
    expect([again.counts, again.errors]).toEqual([{ new: 0, changed: 0, unchanged: 2 }, []]);
    await visitor.get('/office/registry/returns?year=2025');
    expect((await plan(Buffer.from(visitor.html))).counts).toMatchObject({ new: 0, changed: 0 });
  });

  test('goes the same way at the command line', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'returns-')), 'returns.csv');
    writeFileSync(path, returnsFile([first({ staff: 2 })]));
    const wrong = await runCommandOn(app, returnsImport, path);
    expect([wrong.status, wrong.words]).toEqual([
      2,
      expect.stringContaining(`${path}:2 “年末参保人数”不能大于从业人数。`),
    ]);
    writeFileSync(path, returnsFile([first()]));
    expect((await runCommandOn(app, returnsImport, path, '--dry-run')).status).toBe(0);
    expect(await stored(one)).toBeNull();
    expect((await runCommandOn(app, returnsImport, path)).status).toBe(0);
    expect(await stored(one)).toMatchObject({ netWan: 100_00 });
  });
});
