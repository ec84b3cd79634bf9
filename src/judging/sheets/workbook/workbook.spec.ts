import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../../test/support/case-tables.js';
import { JudgedRound, halfPoints } from '../../../../test/support/judged-round.js';
import {
  COMMENT,
  KEY,
  SCORE,
  ScoringWorkbook,
  codes,
  columnAt,
} from '../../../../test/support/scoring-workbook.js';
import { TestApp } from '../../../../test/support/test-app.js';
import type { Visitor } from '../../../../test/support/visitor.js';
import { partsOf, workbook } from '../../../../test/support/workbook.js';

let app: TestApp;
let round: JudgedRound;
let book: ScoringWorkbook;
let visitor: Visitor;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  book = new ScoringWorkbook(app, round);
  ({ visitor } = round.judges[0]!);
}, 120_000);
afterAll(() => app.stop());

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
    const lines = await book.taken();
    expect(lines).toHaveLength(1 + 2 * codes.length);
    expect(lines[1]![columnAt('bands')]).toMatch(/^\d+\.\d\d \S/);
    const log = await app.database.rows("SELECT id FROM access_log WHERE action = 'scores.export'");
    expect(log).not.toEqual([]);
  });

  test('brought back untouched says nothing; an emptied cell takes the points back', async () => {
    const { id } = await book.first();
    await round.save(
      (await round.sheet(1, 0)).id === id ? await round.sheet(1, 0) : await round.sheet(1, 1),
    );
    expect(await book.plan(await book.filled(() => undefined))).toMatchObject({
      sheets: [],
      errors: [],
      counts: { new: 0, changed: 0, unchanged: 2 * codes.length },
    });
    const emptied = await book.filled((lines) => (lines[1]![SCORE] = ''));
    expect((await book.plan(emptied)).sheets[0]!.cells).toMatchObject([
      { line: 2, field: 'score', before: halfPoints[codes[0]], after: null },
    ]);
    await book.enter(emptied);
    expect((await book.first()).scores[codes[0]]).toBeUndefined();
  });

  test('is shown cell by cell and entered by its page, as its judge typed it', async () => {
    const content = await book.filled((lines) => {
      lines[1]![SCORE] = '6.5';
      lines[2]![SCORE] = '0';
      lines[2]![COMMENT] = '材料没有说明，\n无法认定。';
    });
    await visitor.get('/judging/workbook');
    await visitor.submit('/judging/workbook', {}, [{ field: 'file', name: 'a.xlsx', content }]);
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('6.50');
    expect((await book.first()).scores).toEqual({});
    await visitor.submit('/judging/workbook/confirmation');
    expect(visitor.path).toBe('/judging');
    expect(visitor.text).toContain('已写入1份评分表的3格');
    const { scores, comments, version } = await book.first();
    expect([scores, comments, version]).toEqual([
      { [codes[0]]: 650, [codes[1]]: 0 },
      { [codes[1]]: '材料没有说明，\n无法认定。' },
      2,
    ]);
  });

  test('says of every wrong cell what is wrong with it, and enters nothing', async () => {
    const content = await book.filled((lines) => {
      lines[1]![SCORE] = '很好';
      lines[2]![SCORE] = '99';
      lines[3]![SCORE] = '1.3';
      lines[4]![COMMENT] = '好'.repeat(1001);
      lines[5]![columnAt('number')] = '999';
      lines[6]![KEY] = 'x';
      lines[7]![KEY] = lines[8]![KEY]!;
      lines[7]![columnAt('indicator')] = lines[8]![columnAt('indicator')]!;
      lines[9]![SCORE] = '0';
    });
    expect(await book.said(content)).toEqual([
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
    const lines = await book.taken();
    const sheet = await book.first();
    await round.save(sheet, { [codes[0]]: 300, [codes[1]]: 200 });
    lines[1]![SCORE] = '4';
    lines[3]![SCORE] = String(halfPoints[codes[2]]! / 100);
    const content = workbook(lines);
    expect(await book.said(content)).toEqual(['2 score judging.workbook.meanwhile']);
    await book.enter(content, { confirmed: true });
    expect((await book.first()).scores).toEqual({
      [codes[0]]: 400,
      [codes[1]]: 200,
      [codes[2]]: halfPoints[codes[2]],
    });
  });

  test('of a blind round names no merchant', async () => {
    expect((await book.taken())[1]![columnAt('merchant')]).not.toBe('');
    await app.database.execute('UPDATE round SET blind = 1 WHERE id = ?', [round.id]);
    const names = await app.database.rows<{ name: string }>('SELECT name FROM merchant');
    const text = (await book.taken()).flat().join(' ');
    expect(names.filter(({ name }) => text.includes(name))).toEqual([]);
  });
});
