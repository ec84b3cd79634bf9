import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../../../accounts/record-access.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { seenOf } from '../../../rules/rounds/merge-drafts.js';
import { roundSheet } from '../../../rules/rounds/round-sheet.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import { type Language, translate } from '../../../text/catalogue.js';
import type { CsvCell } from '../../../text/csv.js';
import { formatHundredths } from '../../../text/format.js';
import { type ColumnToFill, writeXlsxToFill } from '../../../text/xlsx-to-fill.js';
import { OpenSheetQueries } from './open-sheets.queries.js';
import {
  WORKBOOK_COLUMNS,
  WORKBOOK_TABLE,
  type WorkbookColumn,
  rowKey,
} from './workbook-columns.js';

/** All that a judge may score now, as a workbook to be filled in anywhere; the access log has a line of it. */
@Injectable()
export class ExportWorkbook {
  constructor(
    private readonly sheets: OpenSheetQueries,
    private readonly programmes: ProgrammeQueries,
    private readonly recordAccess: RecordAccess,
  ) {}

  async run(
    by: { readonly accountId: string; readonly address?: string },
    language: Language,
  ): Promise<Buffer> {
    const rows: CsvCell[][] = [];
    for (const sheet of await this.sheets.own(by.accountId)) {
      const { rules } = await this.programmes.rules(sheet.programmeId);
      const scores = JSON.parse(sheet.scores) as Record<string, number>;
      const comments = JSON.parse(sheet.comments) as Record<string, string>;
      for (const indicator of roundSheet(rules, sheet.code, sheet.kind)?.indicators ?? []) {
        const { code, weight, name } = indicator;
        const points = scores[code];
        rows.push([
          sheet.number,
          sheet.merchantName ?? '',
          `${code} ${language === 'en' ? name.en : name.zh}`,
          weight / 100,
          bandsOf(indicator, language),
          points === undefined ? null : points / 100,
          comments[code] ?? '',
          rowKey({ sheetId: sheet.id, code, seen: seenOf({ scores, comments }, code) }),
        ]);
      }
    }
    await this.recordAccess.run({
      ...by,
      action: 'scores.export',
      objectType: 'scoreSheet',
      result: `rows ${rows.length}`,
    });
    return writeXlsxToFill(
      WORKBOOK_COLUMNS.map((column) => toFill(column, language)),
      rows,
      {
        table: translate(language, 'judging.workbook.sheetName'),
        notes: translate(language, 'merchants.import.sheet.notes'),
        lines: NOTES.map((note) => translate(language, `judging.workbook.note.${note}`)),
      },
    );
  }
}

const NOTES = ['fill', 'score', 'comment', 'clear', 'merge', 'blind'] as const;

function bandsOf({ scoring }: Indicator, language: Language): string {
  const anchors = scoring.kind === 'anchors' ? scoring.anchors : [];
  return anchors
    .map(
      ({ points, text }) => `${formatHundredths(points)} ${language === 'en' ? text.en : text.zh}`,
    )
    .join('\n');
}

const WIDTHS: Readonly<Record<WorkbookColumn['key'], number>> = {
  number: 10,
  merchant: 24,
  indicator: 24,
  most: 8,
  bands: 60,
  score: 10,
  comment: 50,
  sheet: 12,
};

/** The points stand in column F beside the most that the indicator gives in column D. */
const HALF_POINTS = 'AND(ISNUMBER(F2),F2>=0,F2<=D2,MOD(F2*2,1)=0)';

function toFill(column: WorkbookColumn, language: Language): ColumnToFill {
  const { key } = column;
  const open = key === 'score' || key === 'comment';
  return {
    header: WORKBOOK_TABLE.header(language, column),
    width: WIDTHS[key],
    note: open ? translate(language, `judging.workbook.note.${key}`) : '',
    open,
    allowed: key === 'score' ? HALF_POINTS : null,
  };
}
