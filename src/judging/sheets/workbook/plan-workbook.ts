import { Injectable } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { hashOf } from '../../../rules/provenance/sha256-hex.js';
import { problem } from '../../../rules/registry/field-problem.js';
import type { DraftSheet } from '../../../rules/rounds/draft-sheet.js';
import { seenOf } from '../../../rules/rounds/merge-drafts.js';
import { roundSheet } from '../../../rules/rounds/round-sheet.js';
import { type TableFile, type TableFileRow, readTableFile } from '../../../text/table-file.js';
import type { Actor } from '../../../web/actor.js';
import { OpenSheetQueries, type OpenSheetRow } from './open-sheets.queries.js';
import {
  type LineProblem,
  type PlannedCell,
  type WorkbookRow,
  readWorkbookRows,
} from './read-workbook-rows.js';
import { WORKBOOK_TABLE, type WorkbookColumn, readRowKey } from './workbook-columns.js';

interface PlannedSheet {
  readonly id: string;
  readonly roundId: string;
  readonly number: string;
  readonly merchantName: string | null;
  readonly version: number;
  readonly draft: DraftSheet;
  /** What stands now, as a page that shows it would say. */
  readonly seen: Readonly<Record<string, string>>;
  readonly cells: readonly PlannedCell[];
}

export interface WorkbookPlan {
  readonly encoding: TableFile<WorkbookColumn>['encoding'];
  readonly hash: string;
  readonly digest: string;
  readonly sheets: readonly PlannedSheet[];
  readonly errors: readonly LineProblem[];
  readonly warnings: readonly LineProblem[];
  /** How many of the warnings wait for the judge's word. */
  readonly asked: number;
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
}

/** What a scoring workbook would do to the open sheets of the judge who brings it; nothing is written. */
@Injectable()
export class PlanWorkbook {
  constructor(
    private readonly sheets: OpenSheetQueries,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /** @throws Refusal for a file that is no such workbook */
  async run(actor: Actor, content: Buffer): Promise<WorkbookPlan> {
    const { encoding, hash, rows } = readTableFile(content, WORKBOOK_TABLE);
    const own = new Map((await this.sheets.own(actor.accountId)).map((one) => [one.id, one]));
    const errors: LineProblem[] = [];
    const groups = new Map<OpenSheetRow, WorkbookRow[]>();
    for (const row of rows.map(rowOf)) {
      const sheet = own.get(row.key?.sheetId ?? '');
      // One sentence for the sheet of somebody else, a signed one and none at all.
      if (!sheet || !row.key) {
        errors.push({ ...problem('sheet', 'judging.workbook.unknown'), line: row.line });
      } else groups.set(sheet, [...(groups.get(sheet) ?? []), { ...row, key: row.key }]);
    }
    const sheets: PlannedSheet[] = [];
    const warnings: LineProblem[] = [];
    let [asked, unchanged] = [0, 0];
    for (const [sheet, lines] of groups) {
      const { read, planned } = await this.readSheet(sheet, lines);
      errors.push(...read.errors);
      warnings.push(...read.warnings);
      asked += read.asked;
      unchanged += read.unchanged;
      if (read.cells.length) sheets.push(planned);
    }
    const cells = sheets.flatMap((one) => one.cells);
    const fresh = cells.filter(({ before }) => before === null).length;
    const inOrder = (lines: readonly LineProblem[]) => lines.toSorted((a, b) => a.line - b.line);
    return {
      encoding,
      hash,
      sheets,
      errors: inOrder(errors),
      warnings: inOrder(warnings),
      asked,
      counts: { new: fresh, changed: cells.length - fresh, unchanged },
      digest: hashOf(sheets.map(({ id, seen, draft }) => [id, seen, draft])),
    };
  }

  private async readSheet(sheet: OpenSheetRow, rows: readonly WorkbookRow[]) {
    const { id, roundId, number, merchantName, version } = sheet;
    const { rules } = await this.programmes.rules(sheet.programmeId);
    const indicators = roundSheet(rules, sheet.code, sheet.kind)?.indicators ?? [];
    const saved: DraftSheet = {
      scores: JSON.parse(sheet.scores) as Record<string, number>,
      comments: JSON.parse(sheet.comments) as Record<string, string>,
    };
    const read = readWorkbookRows(rows, { saved, number, indicators, comment: rules.comment });
    const seen = Object.fromEntries(indicators.map(({ code }) => [code, seenOf(saved, code)]));
    const { cells, draft } = read;
    return { read, planned: { id, roundId, number, merchantName, version, draft, seen, cells } };
  }
}

function rowOf({ line, cells }: TableFileRow<WorkbookColumn>) {
  const texts = Object.fromEntries(cells.map(({ column, text }) => [column.key, text.trim()]));
  const blank = Object.fromEntries(WORKBOOK_TABLE.columns.map(({ key }) => [key, '']));
  const all = { ...blank, ...texts } as WorkbookRow['cells'];
  return { line, cells: all, key: readRowKey(all.sheet) };
}
