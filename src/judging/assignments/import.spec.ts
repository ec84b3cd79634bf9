import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RoundToAssign } from '../../../test/support/assignment.js';
import { runCommand, temporaryFile } from '../../../test/support/run-command.js';
import { TestApp } from '../../../test/support/test-app.js';
import { archive, workbook } from '../../../test/support/workbook.js';
import type { Visitor } from '../../../test/support/visitor.js';
import { judgesAssign } from '../commands/judges-assign.js';
import { Assignment } from './assignment.entity.js';

let app: TestApp;
let round: RoundToAssign;
let visitor: Visitor;
let numbers: string[];

beforeAll(async () => {
  app = await TestApp.start();
  round = await RoundToAssign.prepare(app, { applications: 3, members: 5, alternates: 2 });
  visitor = round.registrar;
  await round.everybodyDeclares();
  const rows = await app.database.rows<{ id: string; number: string }>(
    'SELECT id, judging_number AS number FROM application',
  );
  numbers = round.applications.map((id) => rows.find((row) => row.id === id)!.number);
});
afterAll(() => app.stop());

/** Seats by application → the lines of a table. */
const lines = (seats: readonly (readonly number[])[]) =>
  seats.flatMap((own, at) => own.map((seat) => [numbers[at]!, seat] as const));
const csv = (seats: readonly (readonly number[])[]) =>
  Buffer.from(['评审编号,席位', ...lines(seats).map((line) => line.join(','))].join('\r\n'));
const upload = async (name: string, content: Buffer, perApplication = '3') => {
  await visitor.get(`${round.path}/import`);
  return visitor.submit('/import', { perApplication }, [{ field: 'file', name, content }]);
};
const bookAt = (target: string) =>
  archive({
    'xl/workbook.xml': '<workbook><sheet r:id="a"/></workbook>',
    'xl/_rels/workbook.xml.rels': `<R><Relationship Id="a" Target="${target}"/></R>`,
  });
const decisions = () => app.database.repo(Assignment).find({ order: { number: 'ASC' } });
const wanted = [
  [1, 2, 3],
  [3, 4, 5],
  [1, 4, 102],
];

describe('a table of assignments', () => {
  test('that was exported goes in again without a change', async () => {
    await round.assign({ perApplication: '3', seed: '7' }, '申报较多，分组评审');
    await visitor.get(round.path);
    expect(visitor.text).toContain('改用自己编好的分配表');
    await visitor.get(`${round.path}/plan.csv`);
    const exported = Buffer.from(visitor.html);
    await upload('assignment.csv', exported);
    expect([visitor.status, visitor.errors]).toEqual([200, []]);
    expect(visitor.text).toContain('不变9份，新增0份，减少0份');
  });

  test('shows every error with row and column, and nothing can be decided', async () => {
    await round.relation(2, 1, 'hardBar');
    await upload(
      '表.csv',
      csv([
        [1, 2, 9],
        [2, 4, 5],
        [1, 4],
      ]),
    );
    expect(visitor.status).toBe(422);
    const shown = visitor.page
      .querySelectorAll('#problems tbody tr')
      .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text));
    expect(shown).toEqual([
      ['2', '评审编号', expect.stringContaining('在表中有2名评委，应为3名')],
      ['4', '席位', '评审组没有“9”号席位，或者席位空缺。请按样表核对席位号。'],
      ['5', '席位', expect.stringContaining('有利害关系，不能评审。请换人。')],
      ['8', '评审编号', expect.stringContaining('在表中有2名评委，应为3名')],
    ]);
    expect(visitor.html).not.toContain('/import/confirmation');
    expect(await decisions()).toHaveLength(1);
  });

  test.each([
    [
      'not.csv',
      Buffer.from('"a'),
      ['文件在第1行读不下去，不是有效的CSV或XLSX。请用表格软件另存后再试。'],
    ],
    ['none.csv', Buffer.from('评审编号,席位\r\n'), ['分配表没有数据行。']],
    [
      'odd.csv',
      Buffer.from('评审编号,席位,分数\r\nG-1,1,9'),
      ['列名“分数”不认识。请用本页列出的列名，或者删去这一列。'],
    ],
    ['half.csv', Buffer.from('评审编号\r\nG-1'), ['缺少列：席位。请下载样表，按样表的列名填写。']],
    [
      'large.csv',
      Buffer.alloc(2_100_000, 'a'),
      ['文件超过2 MB。分配表只需要编号和席位，请删去其他内容。'],
    ],
    [
      'odd.xlsx',
      bookAt('/constructor'),
      ['文件在第1行读不下去，不是有效的CSV或XLSX。请用表格软件另存后再试。'],
    ],
    [
      'long.csv',
      Buffer.from(`评审编号,席位\r\n${'G,1\r\n'.repeat(10_001)}`),
      ['一次最多导入10,000行。'],
    ],
  ])('is refused as %s', async (name, content, errors) => {
    await upload(name, content);
    expect([visitor.status, visitor.errors]).toEqual([422, errors]);
  });

  test('needs a file, and a number of judges that the rules know', async () => {
    await visitor.get(`${round.path}/import`);
    await visitor.submit('/import', { perApplication: '3' });
    expect(visitor.errors).toEqual(['请选择分配表文件。']);
    await upload('表.csv', csv(wanted), '2');
    expect(visitor.errors).toEqual([
      '按本届规则，一份申报至少要有3份有效评分表，每份申报的评委不能是2名。',
    ]);
  });

  test('takes effect as a workbook: seat by seat before, the problem again afterwards', async () => {
    const rows = [['评审编号', '席位'], ...lines(wanted)];
    await upload('表.xlsx', workbook(rows));
    expect([visitor.status, visitor.errors]).toEqual([200, []]);
    expect(visitor.text).toContain('预览：每份申报3名评委');
    expect(visitor.text).toContain('预览：每名评委的任务');
    await visitor.submit('/import/confirmation', { reason: '短' });
    expect(visitor.status).toBe(422);
    const sent = Object.fromEntries(
      visitor.page
        .querySelectorAll('form[action$="/confirmation"] input')
        .map((input) => [input.getAttribute('name')!, input.getAttribute('value')!]),
    );
    await visitor.submit('/import/confirmation', { reason: '评审组商定分工' });
    expect([visitor.status, visitor.errors, visitor.path]).toEqual([200, [], round.path]);
    // A second click arrives when the table is in force and its file is gone.
    await visitor.post(`${round.path}/import/confirmation`, { ...sent, reason: '评审组商定分工' });
    expect([visitor.status, visitor.errors]).toEqual([
      409,
      ['这张表刚才已经生效，不用再提交。请打开评审分配页核对。'],
    ]);
    await visitor.get(round.path);
    expect(visitor.text).toContain('按分配表导入，其哈希值（SHA-256）');
    const stored = (await decisions()).at(-1)!;
    expect(stored).toMatchObject({ number: 2, mode: 'perApplication', reason: '评审组商定分工' });
    expect(stored.plan!.assignments).toHaveLength(9);
    const file = temporaryFile('PROBLEM.json', JSON.stringify(stored.problem));
    const again = await runCommand(judgesAssign, file, '--json');
    expect(JSON.parse(again.output)).toMatchObject({ assignments: stored.plan!.assignments });
    await round.open();
    const sheets = await round.sheets();
    expect(sheets.map(({ seat }) => seat).toSorted((a, b) => a - b)).toEqual([
      1, 1, 2, 3, 3, 4, 4, 5, 102,
    ]);
  });

  test('is not taken twice from the same preview', async () => {
    await visitor.get('/account/password');
    const fields = { file: 'a'.repeat(64), digest: 'b'.repeat(64), perApplication: '3' };
    const body = { _csrf: visitor.token, ...fields, reason: '评审组商定分工' };
    await visitor.post(`${round.path}/import/confirmation`, body);
    expect([visitor.status, visitor.errors]).toEqual([422, ['这次预览已失效，请重新选择文件。']]);
  });

  test.each([
    ['x', '“每份申报的评委人数”请填数字。'],
    ['100', '“每份申报的评委人数”不能大于99。'],
  ])('is not taken with %s judges, and the page says so', async (perApplication, error) => {
    await upload('表.csv', csv(wanted));
    await visitor.submit('/import/confirmation', { perApplication, reason: '评审组商定分工' });
    expect([visitor.status, visitor.errors]).toEqual([422, [error]]);
    expect(visitor.html).not.toContain('NaN');
    expect(visitor.page.querySelector('[name=perApplication]')?.getAttribute('value')).toBe(
      perApplication,
    );
  });
});
