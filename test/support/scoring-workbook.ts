import { ExportWorkbook } from '../../src/judging/sheets/workbook/export-workbook.js';
import { ImportWorkbook } from '../../src/judging/sheets/workbook/import-workbook.js';
import { PlanWorkbook } from '../../src/judging/sheets/workbook/plan-workbook.js';
import {
  WORKBOOK_COLUMNS,
  type WorkbookColumn,
} from '../../src/judging/sheets/workbook/workbook-columns.js';
import { readTable } from '../../src/text/read-table.js';
import { unreported } from '../../src/web/imports/import-progress.js';
import { type JudgedRound, halfPoints } from './judged-round.js';
import type { TestApp } from './test-app.js';
import { workbook } from './workbook.js';

type Lines = string[][];

export const columnAt = (key: WorkbookColumn['key']) =>
  WORKBOOK_COLUMNS.findIndex((column) => column.key === key);
export const SCORE = columnAt('score');
export const COMMENT = columnAt('comment');
export const KEY = columnAt('sheet');
export const codes = Object.keys(halfPoints) as [string, string, string, ...string[]];

/** The scoring workbook in the hands of the judges of a round. */
export class ScoringWorkbook {
  constructor(
    private readonly app: TestApp,
    private readonly round: JudgedRound,
  ) {}

  /** As it was taken, its cells as they would be read. */
  async taken(seat = 1): Promise<Lines> {
    const { accountId } = this.round.judge(seat);
    const content = await this.app.app.get(ExportWorkbook).run({ accountId }, 'zh-CN');
    return readTable(content, 5000).lines.map(({ cells }) =>
      WORKBOOK_COLUMNS.map((_, column) => cells[column] ?? ''),
    );
  }

  async filled(fill: (lines: Lines) => void, seat = 1): Promise<Buffer> {
    const lines = await this.taken(seat);
    fill(lines);
    return workbook(lines);
  }

  plan(content: Buffer, seat = 1) {
    return this.app.app.get(PlanWorkbook).run(this.round.judge(seat), content);
  }

  enter(content: Buffer, given: { confirmed?: boolean; digest?: string; seat?: number } = {}) {
    const { confirmed = false, digest = null, seat = 1 } = given;
    const order = { content, confirmed, digest };
    return this.app.app.get(ImportWorkbook).run(this.round.judge(seat), order, unreported);
  }

  async said(content: Buffer, seat = 1): Promise<string[]> {
    const { errors, warnings } = await this.plan(content, seat);
    return [...errors, ...warnings].map(({ line, field, code }) => `${line} ${field} ${code}`);
  }

  /** The sheet that the first rows of the workbook of seat 1 are about. */
  async first() {
    const [, line] = await this.taken();
    const sheets = [await this.round.sheet(1, 0), await this.round.sheet(1, 1)];
    return sheets.find(({ id }) => line![KEY]!.startsWith(id))!;
  }
}
