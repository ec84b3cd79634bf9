import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState, recordTable, refusalTable } from '../../../../test/support/case-tables.js';
import { JudgedRound, halfPoints } from '../../../../test/support/judged-round.js';
import { TestApp } from '../../../../test/support/test-app.js';
import type { Visitor } from '../../../../test/support/visitor.js';
import { partsOf, workbook } from '../../../../test/support/workbook.js';
import { readTable } from '../../../text/read-table.js';
import { unreported } from '../../../web/imports/import-progress.js';
import { ExportWorkbook } from './export-workbook.js';
import { ImportWorkbook } from './import-workbook.js';
import { PlanWorkbook } from './plan-workbook.js';
import { WORKBOOK_COLUMNS } from './workbook-columns.js';

let app: TestApp;
let round: JudgedRound;
let visitor: Visitor;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  ({ visitor } = round.judges[0]!);
}, 120_000);
afterAll(() => app.stop());

type Lines = string[][];
const at = (key: string) => WORKBOOK_COLUMNS.findIndex((column) => column.key === key);
const [SCORE, COMMENT, KEY] = [at('score'), at('comment'), at('sheet')] as [number, number, number];
const codes = Object.keys(halfPoints);

/** The workbook of a seat, its cells as they would be read. */
const taken = async (seat = 1): Promise<Lines> => {
  const { accountId } = round.judge(seat);
  const content = await app.app.get(ExportWorkbook).run({ accountId }, 'zh-CN');
  const width = WORKBOOK_COLUMNS.length;
  return readTable(content, 5000).lines.map(({ cells }) =>
    Array.from({ length: width }, (_, column) => cells[column] ?? ''),
  );
};
const filled = async (fill: (lines: Lines) => void, seat = 1) => {
  const lines = await taken(seat);
  fill(lines);
  return workbook(lines);
};
const plan = (content: Buffer, seat = 1) =>
  app.app.get(PlanWorkbook).run(round.judge(seat), content);
const enter = (
  content: Buffer,
  given: { confirmed?: boolean; digest?: string; seat?: number } = {},
) => {
  const { confirmed = false, digest = null, seat = 1 } = given;
  const order = { content, confirmed, digest };
  return app.app.get(ImportWorkbook).run(round.judge(seat), order, unreported);
};
const said = async (content: Buffer, seat = 1) => {
  const { errors, warnings } = await plan(content, seat);
  return [...errors, ...warnings].map(({ line, field, code }) => `${line} ${field} ${code}`);
};
/** The sheet that the first rows of the workbook of seat 1 are about, with its place among them. */
const first = async () => {
  const [, line] = await taken();
  const sheets = [await round.sheet(1, 0), await round.sheet(1, 1)];
  return sheets.find(({ id }) => line![KEY]!.startsWith(id))!;
};

describe('a scoring workbook', () => {
  fromSavedState(() => app);

  test('has a row for each indicator of each open sheet, and only two columns to write into', async () => {
    await visitor.get('/judging');
    expect(visitor.page.querySelector('a[href="/judging/workbook"]')).not.toBeNull();
    await visitor.get('/judging/workbook/template');
    const parts = partsOf(visitor.content);
    const sheet = parts.get('xl/worksheets/sheet1.xml')!;
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(parts.get('xl/styles.xml')!.match(/<protection locked="0"\/>/g)!.length).toBeGreaterThan(
      0,
    );
    expect(sheet).toContain(`sqref="F2:F${2 * codes.length + 1}"`);
    const lines = await taken();
    expect(lines).toHaveLength(1 + 2 * codes.length);
    expect(lines[1]![at('bands')]).toMatch(/^\d+\.\d\d \S/);
    const log = await app.database.rows("SELECT id FROM access_log WHERE action = 'scores.export'");
    expect(log).not.toEqual([]);
  });

  test('brought back untouched says nothing; an emptied cell takes the points back', async () => {
    const { id } = await first();
    await round.save(
      (await round.sheet(1, 0)).id === id ? await round.sheet(1, 0) : await round.sheet(1, 1),
    );
    expect(await plan(await filled(() => undefined))).toMatchObject({
      sheets: [],
      errors: [],
      counts: { new: 0, changed: 0, unchanged: 2 * codes.length },
    });
    const emptied = await filled((lines) => (lines[1]![SCORE] = ''));
    expect((await plan(emptied)).sheets[0]!.cells).toMatchObject([
      { line: 2, field: 'score', before: halfPoints[codes[0]!], after: null },
    ]);
    await enter(emptied);
    expect((await first()).scores[codes[0]!]).toBeUndefined();
  });

  test('is shown cell by cell and entered by its page, as its judge typed it', async () => {
    const content = await filled((lines) => {
      lines[1]![SCORE] = '6.5';
      lines[2]![SCORE] = '0';
      lines[2]![COMMENT] = '材料没有说明，\n无法认定。';
    });
    await visitor.get('/judging/workbook');
    await visitor.submit('/judging/workbook', {}, [{ field: 'file', name: 'a.xlsx', content }]);
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('6.50');
    expect((await first()).scores).toEqual({});
    await visitor.submit('/judging/workbook/confirmation');
    expect(visitor.path).toBe('/judging');
    expect(visitor.text).toContain('已写入1份评分表的3格');
    const { scores, comments, version } = await first();
    expect([scores, comments, version]).toEqual([
      { [codes[0]!]: 650, [codes[1]!]: 0 },
      { [codes[1]!]: '材料没有说明，\n无法认定。' },
      2,
    ]);
  });

  test('says of every wrong cell what is wrong with it, and enters nothing', async () => {
    const content = await filled((lines) => {
      lines[1]![SCORE] = '很好';
      lines[2]![SCORE] = '99';
      lines[3]![SCORE] = '1.3';
      lines[4]![COMMENT] = '好'.repeat(1001);
      lines[5]![at('number')] = '999';
      lines[6]![KEY] = 'x';
      lines[7]![KEY] = lines[8]![KEY]!;
      lines[7]![at('indicator')] = lines[8]![at('indicator')]!;
      lines[9]![SCORE] = '0';
    });
    expect(await said(content)).toEqual([
      '2 score judging.workbook.notPoints',
      '3 score scoring.score.outOfRange',
      '4 score scoring.score.offGrid',
      '5 comment judging.sheet.commentLong',
      '6 sheet judging.workbook.otherRow',
      '7 sheet judging.workbook.unknown',
      '9 sheet judging.workbook.twice',
      '10 comment judging.workbook.commentMissing',
    ]);
    await visitor.get('/judging/workbook');
    await visitor.submit('/judging/workbook', {}, [{ field: 'file', name: 'a.xlsx', content }]);
    expect(visitor.status).toBe(422);
    expect(visitor.text).toContain('分数：“很好”不是分数');
    expect(visitor.page.querySelector('form[action$=confirmation]')).toBeNull();
  });

  test('meets a page that was faster indicator by indicator, and asks where both changed', async () => {
    const lines = await taken();
    const sheet = await first();
    await round.save(sheet, { [codes[0]!]: 300, [codes[1]!]: 200 });
    lines[1]![SCORE] = '4';
    lines[3]![SCORE] = String(halfPoints[codes[2]!]! / 100);
    const content = workbook(lines);
    expect(await said(content)).toEqual(['2 score judging.workbook.meanwhile']);
    await enter(content, { confirmed: true });
    expect((await first()).scores).toEqual({
      [codes[0]!]: 400,
      [codes[1]!]: 200,
      [codes[2]!]: halfPoints[codes[2]!],
    });
  });

  test('of a blind round names no merchant', async () => {
    expect((await taken())[1]![at('merchant')]).not.toBe('');
    await app.database.execute('UPDATE round SET blind = 1 WHERE id = ?', [round.id]);
    const names = await app.database.rows<{ name: string }>('SELECT name FROM merchant');
    const text = (await taken()).flat().join(' ');
    expect(names.filter(({ name }) => text.includes(name))).toEqual([]);
  });
});

const scored = (seat = 1) => filled((lines) => (lines[1]![SCORE] = '4'), seat);
const refusedWhole = { code: 'merchants.import.hasErrors', field: 'file', variables: { count: 1 } };
/** A workbook of one row, taken before what happens then. */
const before = async (happens: () => Promise<unknown>) => {
  const lines = await taken();
  lines[1]![SCORE] = '4';
  await happens();
  return workbook(lines.slice(0, 2));
};

describe('what a workbook may not do', () => {
  refusalTable(
    () => app,
    [
      [
        'the sheet of another judge',
        async () => {
          const lines = await taken(2);
          const content = workbook(lines.slice(0, 2));
          expect(await said(content)).toEqual(['2 sheet judging.workbook.unknown']);
          return () => enter(content);
        },
        refusedWhole,
      ],
      [
        'a sheet that was signed since',
        async () => {
          const content = await before(() => round.scoreAndSign(1));
          return () => enter(content);
        },
        refusedWhole,
      ],
      [
        'a sheet that fell since',
        async () => {
          const applicationId = (await first()).applicationId;
          const number = await round.number(round.applications.indexOf(applicationId));
          const content = await before(() => round.void(1, { number }));
          return () => enter(content);
        },
        refusedWhole,
      ],
      [
        'a round that is locked',
        async () => {
          const content = await before(() => round.roundIs('Locked'));
          return () => enter(content);
        },
        refusedWhole,
      ],
      [
        'what differs from what was shown',
        async () => {
          const content = await scored();
          return () => enter(content, { digest: 'x' });
        },
        { code: 'judging.workbook.changed', kind: 'conflict' },
      ],
      [
        'to write over another window without a word',
        async () => {
          const content = await before(async () => round.save(await first(), { [codes[0]!]: 300 }));
          return () => enter(content);
        },
        {
          code: 'merchants.import.unconfirmed',
          field: 'confirmed',
          variables: { count: 1 },
        },
      ],
    ],
  );
});

describe('a workbook', () => {
  recordTable(
    () => app,
    [
      [
        'each sheet as its page would, and the file by its hash',
        async () => {
          const content = await scored();
          return () => enter(content);
        },
        {
          events: [
            {
              event: 'scoreSheet.score',
              actorRole: 'Judge',
              subjectType: 'scoreSheet',
              details: { version: 2, scores: { [codes[0]!]: 400 }, comments: '<hash>' },
            },
            {
              event: 'scoreSheet.importScores',
              actorRole: 'Judge',
              subjectType: 'import',
              details: { sheets: 1, file: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
