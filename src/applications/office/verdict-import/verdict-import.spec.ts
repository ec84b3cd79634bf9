import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../../test/support/case-tables.js';
import { type Person, office } from '../../../../test/support/people.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import {
  type VerdictRow,
  acceptedRow,
  reason,
  reducedRow,
  verdictFile,
} from '../../../../test/support/verdict-file.js';
import { type Verifying, verifying } from '../../../../test/support/verifying.js';
import { partsOf } from '../../../../test/support/workbook.js';
import { translate } from '../../../text/catalogue.js';
import { writeCsv } from '../../../text/csv.js';
import { readTable } from '../../../text/read-table.js';
import { Application } from '../../application.entity.js';
import { Figure } from '../../figure.entity.js';
import { ImportVerdicts } from './import-verdicts.js';
import { PlanVerdictImport } from './plan-verdict-import.js';
import { VERDICT_COLUMNS } from './verdict-columns.js';

const page = '/office/verification/import';

let app: TestApp;
let work: Verifying;
let person: Person;
let receipt: string;
let otherId: string;
let otherReceipt: string;
beforeAll(async () => {
  app = await TestApp.start();
  work = await verifying(app);
  person = await office(app, 'Verifier');
  const receiptOf = async (id: string) =>
    (await app.database.repo(Application).findOneByOrFail({ id })).receiptNumber!;
  receipt = await receiptOf(work.id);
  ({ id: otherId } = await makeSubmitted(app, work.programme, { state: 'ScreenedIn' }));
  otherReceipt = await receiptOf(otherId);
});
afterAll(() => app.stop());

const table = verdictFile;
const reduced = (over: VerdictRow = {}) => reducedRow(receipt, over);
const accepted = (over: VerdictRow = {}) => acceptedRow(receipt, over);
const plan = (content: Buffer, actor = work.verifier) =>
  app.app.get(PlanVerdictImport).run(actor, content, 'zh-CN');
const enter = (
  content: Buffer,
  {
    actor = work.verifier,
    confirmed = false,
    digest = null as string | null,
  }: { actor?: typeof work.verifier; confirmed?: boolean; digest?: string | null } = {},
) => app.app.get(ImportVerdicts).run(actor, { content, digest, confirmed, lang: 'zh-CN' });
const figure = (key: string, applicationId = work.id) =>
  app.database.repo(Figure).findOneBy({ applicationId, key });
const sentences = async (content: Buffer, actor = work.verifier) => {
  const { errors, warnings } = await plan(content, actor);
  return [...errors, ...warnings].map(({ line, code, variables, field, item }) => {
    const cell = translate('zh-CN', `review.verdictImport.${field}`);
    const named = { ...variables, field: item ?? cell };
    return `${line} ${translate('zh-CN', code, named)}`;
  });
};

describe('a table of verdicts', () => {
  fromSavedState(() => app);

  test('gives the verdicts of several applications, each to be read by somebody else', async () => {
    const tick = { receipt: otherReceipt, item: 'samplingFailure.none', verdict: '已核实' };
    await enter(table(reduced(), accepted(), tick));
    expect(await figure('netWan')).toMatchObject({
      verdict: 'Reduced',
      verified: '48050',
      reason,
      verifierId: work.verifier.accountId,
      secondReaderId: null,
    });
    expect(await figure('samplingFailure.none', otherId)).toMatchObject({ verified: '1' });
    await expect(work.confirm(work.verifier)).rejects.toMatchObject({
      code: 'review.verification.open',
    });
  });

  test('is refused as a whole, each wrong row by its number and its cell', async () => {
    const wrong = table(
      reduced({ reason: '' }),
      reduced({ item: 'orders', claimed: '', value: '许多', reason: '' }),
      accepted({ receipt: 'QZ2026G99999' }),
      accepted({ item: 'tick.X9.none' }),
      accepted({ item: 'parcels', verdict: '待定' }),
      accepted({ item: 'insuredYearEnd', claimed: '11' }),
      accepted({ item: 'insuredAverage', merchant: '别的网商' }),
      { receipt, item: 'openedOn', value: '2021-05-01' },
      accepted(),
    );
    expect(await sentences(wrong)).toEqual([
      expect.stringMatching(/^2 “(?!理由或依据).+”没有全部采信，请填写理由。$/),
      expect.stringMatching(/^3 “订单量”.*数字/),
      '3 “订单量”没有全部采信，请填写理由。',
      '4 没有这个申报编号。请照下载的表填写。',
      '5 这份申报没有这个项目代码，或者该项目不由核验员作结论。请照下载的表填写。',
      '6 “待定”不是结论。请从选项中选一项。',
      '7 申报值与系统中的（10）不一致。请重新下载表格，对照后再填。',
      expect.stringMatching(
        /^8 这份申报的网商是“测试网商\d+号”，与本行名称不同。请核对申报编号。$/,
      ),
      '9 填了核定值或者理由，但没有填结论。请选一项结论，或者清空这一行。',
      '10 与第3行是同一个项目。请删去一行。',
    ]);
    await expect(enter(wrong, { confirmed: true })).rejects.toMatchObject({
      code: 'merchants.import.hasErrors',
    });
    expect(await figure('orders')).toMatchObject({ verdict: null, version: 1 });
  });

  test('asks before it overwrites what somebody else decided or read', async () => {
    await work.everyVerdict();
    const again = table(reduced());
    expect(await sentences(again)).toEqual([]);
    expect(await sentences(again, work.second)).toEqual([
      expect.stringMatching(/^2 请核对：.*已作出结论。导入后以文件为准，须重新复核。$/),
    ]);
    await work.confirm();
    expect(await sentences(again)).toEqual([expect.stringContaining('，并经复核。')]);
    await enter(again, { confirmed: true });
    expect(await figure('netWan')).toMatchObject({ secondReaderId: null, version: 4 });
  });

  test('as it was downloaded changes nothing; brought back filled in, it is read', async () => {
    await work.verdict('netWan', { verdict: 'Reduced', value: '480.50', reason });
    const { visitor } = person;
    await visitor.get('/office/verification');
    expect(visitor.html).toContain(`href="${page}"`);
    for (const kind of ['', '?kind=csv']) {
      await visitor.get(`${page}/template${kind}`);
      const content = kind ? Buffer.from(visitor.html) : visitor.content;
      const untouched = await plan(content);
      expect([untouched.errors, untouched.warnings, untouched.files]).toEqual([[], [], []]);
      expect(untouched.counts).toEqual({ new: 0, changed: 0, unchanged: 1 });
    }
    await visitor.get(`${page}/template`);
    const sheet = partsOf(visitor.content).get('xl/worksheets/sheet1.xml')!;
    expect(sheet).toMatch(/<dataValidation type="list"[^>]*sqref="F2:F\d+"/);
    const [head, ...rows] = readTable(visitor.content, 500).lines.map(({ cells }) => cells);
    const at = VERDICT_COLUMNS.findIndex(({ key }) => key === 'verdict');
    const tick = (cells: readonly string[]) => /^(tick|samplingFailure)\./.test(cells[2]!);
    const filled = rows.map((cells) => {
      const full = head!.map((_, column) => cells[column] ?? '');
      if (!full[at]) full[at] = tick(cells) ? '已核实' : '采信';
      return full;
    });
    const back = Buffer.from(writeCsv(head!, filled));
    await visitor.get(page);
    await visitor.submit(page, {}, [{ field: 'file', name: 'verdicts.csv', content: back }]);
    expect(visitor.errors).toEqual([]);
    const cells = visitor.page
      .querySelectorAll('.table-stacked tbody tr')
      .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.trim()));
    expect(cells[0]).toEqual([
      expect.any(String),
      expect.any(String),
      expect.stringContaining('：结论'),
      '未填写',
      expect.any(String),
    ]);
    await visitor.submit(`${page}/confirmation`, {});
    expect(visitor.path).toBe('/office/verification');
    const open = await app.database.rows('SELECT id FROM figure WHERE verdict IS NULL');
    expect([open, (await figure('orders'))!.verifierId]).toEqual([[], person.accountId]);
  });
});
