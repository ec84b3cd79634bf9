import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { syntheticCreditCode } from '../../seeds/reference/synthetic-credit-code.js';
import { projectRoot } from '../../src/config/project-root.js';
import { merchantsImport } from '../../src/merchants/commands/merchants-import.js';
import { type ImportPlan, PlanImport } from '../../src/merchants/plan-import.js';
import { translate } from '../../src/text/catalogue.js';
import { readTable } from '../../src/text/read-table.js';
import { cpuSeconds } from '../support/cpu-seconds.js';
import { growth } from '../support/growth.js';
import { makeMerchant } from '../support/merchant.js';
import { type Person, office } from '../support/people.js';
import { registerFile, registerLine } from '../support/register-file.js';
import { runCommandOn } from '../support/run-command.js';
import { statementsOf } from '../support/statements.js';
import { TestApp } from '../support/test-app.js';
import { partsOf, workbook } from '../support/workbook.js';

const pathOf = (name: string) => join(projectRoot, 'test/fixtures/entry', name);
const file = (name: string) => readFileSync(pathOf(name));
const page = '/office/registry/import';
const code = '91330802MA2TEKT7X7';

let app: TestApp;
let registrar: Person;
beforeEach(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  registrar = await office(app, 'CityRegistrar');
});
afterEach(() => app.stop());

const plan = (content: Buffer): Promise<ImportPlan> => app.app.get(PlanImport).run(content);
const upload = async (content: Buffer) => {
  const { visitor } = registrar;
  await visitor.get(page);
  await visitor.submit(page, {}, [{ field: 'file', name: 'register.csv', content }]);
  return visitor;
};
/** Uploads, confirms what is asked and imports. */
const enter = async (content: Buffer) => {
  const visitor = await upload(content);
  expect(visitor.errors).toEqual([]);
  await visitor.submit(`${page}/confirmation`, { confirmed: 'on' });
  expect(visitor.path).toBe('/office/registry');
};
const stored = () =>
  app.database.rows<{ name: string; creditCode: string | null }>(
    'SELECT name, credit_code, founded_on, head_name_public, version FROM merchant ORDER BY credit_code, id',
  );
const facts = async (name: string) => (await plan(file(name))).rows.map((row) => row.facts);
const sentences = ({ errors, warnings }: ImportPlan) =>
  [...errors, ...warnings].map(({ line, field, code: key, variables }) => {
    const label = translate('zh-CN', `merchants.column.${field}`);
    return `${line} ${translate('zh-CN', key, { ...variables, field: label })}`;
  });

describe('a register file', () => {
  test('with a name that holds what nobody sees is warned of the same visible name, and found by it', async () => {
    await makeMerchant(app, {
      name: '柯城云川清泉土特产专业合作社',
      creditCode: syntheticCreditCode('93', '330802', 9),
    });
    const found = await plan(file('01-invisible-name.csv'));
    expect(found.errors).toEqual([]);
    expect(found.warnings).toMatchObject([
      { line: 2, code: 'merchants.import.sameName', asks: true },
    ]);
    await enter(file('01-invisible-name.csv'));
    const { visitor } = registrar;
    await visitor.get(`/office/registry?q=${encodeURIComponent('云川清泉')}`);
    expect(visitor.text).toContain('共2');
    expect((await stored()).map(({ name }) => name)).toEqual(
      Array(2).fill('柯城云川清泉土特产专业合作社'),
    );
  });

  test('with an invisible character in a code and a mobile number is read as it shows', async () => {
    expect(await facts('02-invisible-code-mobile.csv')).toMatchObject([
      { creditCode: code, contactMobile: '19800000071' },
    ]);
  });

  test('says yes and no as tables do; anything else is an error with line and value', async () => {
    const flags = (await facts('06-flag-values.csv')).map((one) => one.headNamePublic);
    expect(flags).toEqual([true, true, true, true]);
    const lines = ['N', 'FALSE', '0', '×', '否', '', 'y', '是'].map((headNamePublic, at) =>
      registerLine(at + 1, { headNamePublic }),
    );
    const read = (await plan(registerFile(...lines))).rows.map((row) => row.facts.headNamePublic);
    expect(read).toEqual([false, false, false, false, false, false, true, true]);
    const wrong = await plan(registerFile(registerLine(1, { headNamePublic: '待定' })));
    expect(wrong.errors).toMatchObject([{ line: 2, code: 'forms.table.noFlag' }]);
    expect(sentences(wrong)).toEqual([
      '2 “公开经营者姓名”填的是“待定”，看不出是还是否。请填“是”或者“否”。',
    ]);
  });

  test('never takes an exempt person for another by the name alone', async () => {
    await enter(file('07-exempt-same-name-A.csv'));
    const other = await plan(file('07-exempt-same-name-B.csv'));
    expect(other.counts).toEqual({ new: 1, changed: 0, unchanged: 0 });
    expect(other.warnings).toMatchObject([{ code: 'merchants.import.samePerson', asks: true }]);
    await enter(file('07-exempt-same-name-B.csv'));
    expect(await stored()).toHaveLength(2);
    // Each of them is known again, by the number and by the address.
    const again = await plan(file('07-exempt-same-name-A.csv'));
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 1 });
    const moved = file('07-exempt-same-name-B.csv')
      .toString()
      .replace('19800001002', '19800001003');
    expect((await plan(Buffer.from(moved))).rows).toMatchObject([
      { kind: 'changed', changed: ['contactMobile'] },
    ]);
  });

  test('with a known name under a new code is asked about, in the preview and at the command line', async () => {
    await makeMerchant(app, {
      name: '柯城云川清泉土特产专业合作社',
      creditCode: syntheticCreditCode('93', '330802', 9),
    });
    const visitor = await upload(file('08-same-name-other-code.csv'));
    expect(visitor.text).toContain('请核对：名录中已有同名的“柯城云川清泉土特产专业合作社”');
    await visitor.submit(`${page}/confirmation`, {});
    expect(visitor.errors).toEqual([
      '有1处需要核对。核对无误的，请勾选确认；有误的，改正文件后重新上传。',
    ]);
    expect(visitor.page.querySelector('title')?.text).toMatch(/^错误：/);
    const path = pathOf('08-same-name-other-code.csv');
    const asked = await runCommandOn(app, merchantsImport, path);
    expect([asked.status, asked.words]).toEqual([2, expect.stringContaining('有1处需要核对')]);
    expect(await stored()).toHaveLength(1);
    expect((await runCommandOn(app, merchantsImport, path, '--confirmed')).status).toBe(0);
    expect(await stored()).toHaveLength(2);
  });

  test.each([
    '10-trailing-comma-rows.csv',
    '11-trailing-empty-columns.csv',
    '12-semicolon.csv',
    '12-utf16-tab.csv',
  ])('%s is read as one merchant', async (name) => {
    const { errors, rows } = await plan(file(name));
    expect(errors).toEqual([]);
    expect(rows).toMatchObject([{ line: 2, facts: { creditCode: code, name: '柯城示例网商甲' } }]);
  });

  test('writes days as spreadsheets do', async () => {
    const days = (await facts('13-dates-from-spreadsheets.csv')).map((one) => one.foundedOn);
    expect(days).toEqual(Array(4).fill('2013-06-21'));
    const wrong = await plan(registerFile(registerLine(1, { foundedOn: '21/6/2013' })));
    expect(wrong.errors).toMatchObject([{ line: 2, field: 'foundedOn' }]);
  });

  test('writes mobile numbers with the code of the country', async () => {
    expect(await facts('14-mobile-plus86.csv')).toMatchObject([{ contactMobile: '19800000071' }]);
  });

  test('counts a cell of many lines as one row', async () => {
    const { errors, rows } = await plan(file('15-multiline-cell-line-number.csv'));
    expect([...new Set(errors.map(({ line }) => line))]).toEqual([3]);
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
  });

  test('with a fraction for a share is asked what is meant, once', async () => {
    const asked = await plan(file('16-percent-fraction.csv'));
    expect(sentences(asked)).toEqual([
      '2 “农产品占比（%）”填的是0.86%。是不是86%？不到1%的，请确认；填成小数的，请改正。',
    ]);
    await enter(file('16-percent-fraction.csv'));
    const again = file('16-percent-fraction.csv').toString().replace(',45,33,', ',46,33,');
    expect((await plan(Buffer.from(again))).warnings).toEqual([]);
    const meant = file('16-percent-fraction.csv').toString().replace('0.86', '86%');
    expect((await plan(Buffer.from(meant))).rows).toMatchObject([
      { facts: { farmGoodsSharePct: 8600 } },
    ]);
  });

  test('loses control characters on the way in, on both engines', async () => {
    await enter(file('18-nul.csv'));
    expect((await stored()).map(({ name }) => name)).toEqual(['柯城示例网商甲']);
  });

  test('tells of numbers whose digits a spreadsheet has dropped', async () => {
    const lines = [
      registerLine(1, { creditCode: '9.1330802E+17' }),
      registerLine(2, { creditCode: '913308020000000000' }),
      registerLine(3, { contactMobile: '1.98E+10' }),
    ];
    expect((await plan(registerFile(...lines))).errors).toMatchObject(
      [2, 3, 4].map((line) => ({ line, code: 'forms.table.digitsLost' })),
    );
    expect(sentences(await plan(registerFile(...lines)))).toEqual([
      '2 “统一社会信用代码（文本）”显示为“9.1330802E+17”，号码后几位已被表格软件舍去。请把这一列设为文本格式，对照证照重新填写。',
      '3 “统一社会信用代码（文本）”显示为“913308020000000000”，号码后几位已被表格软件舍去。请把这一列设为文本格式，对照证照重新填写。',
      '4 “联系手机”显示为“1.98E+10”，号码后几位已被表格软件舍去。请把这一列设为文本格式，对照证照重新填写。',
    ]);
  });

  test('may be a workbook with a title above the head; every changed cell is shown as it was and as it will be', async () => {
    const table = (lines: Buffer) => readTable(lines, 100).lines.map(({ cells }) => [...cells]);
    const rows = table(registerFile(registerLine(1)));
    await enter(workbook([['二〇二六年名录'], ...rows]));
    const changed = table(
      registerFile(registerLine(1, { staff: '7', town: '信安街道', contactMobile: '13905700098' })),
    );
    const visitor = await upload(workbook(changed));
    const cells = visitor.page.querySelectorAll('tbody tr').map((row) =>
      row
        .querySelectorAll('td')
        .slice(1)
        .map((cell) => cell.text),
    );
    expect(cells).toEqual([
      ['乡镇（街道）', '花园街道', '信安街道'],
      ['从业人数', '5', '7'],
      ['联系手机', '13905700099', '13905700098'],
    ]);
    expect(visitor.text).toContain('文件编码：XLSX');
  });

  test('of too many rows is refused within two seconds, and so is one that unpacks without end', async () => {
    const head = registerFile().toString();
    const long = Buffer.from(`${head}\n${`${','.repeat(26)}x\n`.repeat(330_000)}`);
    const rows = Array.from({ length: 40_000 }, () => Array<string>(20).fill('x'.repeat(20)));
    const large = workbook([head.split(','), ...rows]);
    const refuse = async (content: Buffer) => {
      await expect(plan(content)).rejects.toMatchObject({ kind: 'invalid' });
    };
    for (const content of [long, large]) {
      expect((await cpuSeconds(() => refuse(content))).seconds).toBeLessThan(2);
    }
  });

  test('of five thousand merchants is previewed in ten times what 500 take, and entered in a few hundred statements', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) =>
      registerLine(at + 1, { intro: '本店种植柑橘，自产自销。'.repeat(12) }),
    );
    const content = registerFile(...lines);
    const tenth = registerFile(...lines.slice(0, 500));
    expect(
      await growth(
        () => plan(tenth),
        () => plan(content),
      ),
    ).toBeLessThan(25);
    const visitor = await upload(content);
    const entered = await statementsOf(app, () => visitor.submit(`${page}/confirmation`));
    expect(entered.statements).toBeLessThan(400);
    expect(await stored()).toHaveLength(5000);
  });
});

describe('the template', () => {
  test('has lists, notes and text cells, and is read as it was filled in', async () => {
    const { visitor } = registrar;
    await visitor.get(page);
    expect(visitor.html).toContain(`href="${page}/template"`);
    await visitor.get(`${page}/template`);
    const { content } = visitor;
    await expect(plan(content)).rejects.toMatchObject({ code: 'forms.table.noRows' });
    const parts = partsOf(content);
    const sheet = parts.get('xl/worksheets/sheet1.xml')!;
    const type =
      /<dataValidation type="list"[^>]* sqref="E2:E501"><formula1>(.*?)<\/formula1>/.exec(sheet);
    expect(type?.[1]).toMatch(/^'选项'!\$[A-Z]\$2:\$[A-Z]\$7$/);
    expect(sheet).toMatch(/prompt="必填。[^"]*" sqref="B2:B501"/);
    // Text cells, so that a code keeps its digits.
    const style = /<c r="A2" s="(\d+)"/.exec(sheet)?.[1];
    const styles = parts.get('xl/styles.xml')!;
    const cells = styles.split('<cellXfs')[1]!.match(/<xf [^>]*>/g)!;
    const format = /numFmtId="(\d+)"/.exec(cells[Number(style)]!)?.[1];
    expect(styles).toContain(`<numFmt numFmtId="${format}" formatCode="@"/>`);
    expect(parts.get('xl/sharedStrings.xml')).toContain('依法免登记自然人');
  });
});
