import { createHash } from 'node:crypto';
import {
  NEEDED_COLUMNS,
  TABLE_COLUMNS,
  type TableColumn,
  type TableRow,
} from '../../rules/assignment/table-row.js';
import { Refusal } from '../../rules/refusal.js';
import { languages, translate } from '../../text/catalogue.js';
import { unguarded } from '../../text/csv.js';
import { type Table, readTable } from '../../text/read-table.js';
import { MOST_COLUMNS } from '../../text/read-workbook.js';
import { type TableFault, UnreadableTable } from '../../text/unreadable-table.js';

const MOST_ROWS = 10_000;
const MOST_BYTES = 2 * 1_048_576;

const FAULTS: Readonly<Record<TableFault, string>> = {
  broken: 'assignment.import.notTable',
  large: 'assignment.import.tooMuch',
  wide: 'assignment.import.tooWide',
  oldWorkbook: 'forms.table.oldWorkbook',
  markup: 'forms.table.markup',
  otherKind: 'forms.table.otherKind',
  encoding: 'forms.table.encoding',
};

export interface AssignmentFile {
  readonly hash: string;
  readonly rows: readonly TableRow[];
}

/** The word over each column, which the exported table bears too. */
export const COLUMN_LABELS: Readonly<Record<TableColumn, string>> = {
  number: 'judging.sheet.number',
  merchant: 'judging.sheet.merchant',
  seat: 'judging.panel.seat',
  judge: 'judging.expert.name',
  organisation: 'judging.expert.organisation',
};

/**
 * A table as the page of a round exports it, CSV or XLSX.
 * @throws Refusal for a file that is no table, lacks a column, or has one that nobody knows
 */
export function readAssignmentFile(content: Buffer): AssignmentFile {
  if (content.length > MOST_BYTES) throw new Refusal('assignment.import.tooLarge', {}, 'file');
  const [head, ...lines] = tableOf(content).lines;
  const columns = (head?.cells ?? []).map(columnOf);
  const absent = NEEDED_COLUMNS.filter((column) => !columns.includes(column));
  if (absent.length) {
    const names = absent.map((column) => translate('zh-CN', COLUMN_LABELS[column]));
    throw new Refusal('assignment.import.missingColumns', { columns: names.join(', ') }, 'file');
  }
  if (lines.length === 0) throw new Refusal('assignment.import.noRows', {}, 'file');
  if (lines.length > MOST_ROWS)
    throw new Refusal('assignment.import.tooManyRows', { most: MOST_ROWS }, 'file');
  return {
    hash: createHash('sha256').update(content).digest('hex'),
    rows: lines.map(({ row, cells }) => {
      const of = (column: TableColumn) => {
        const at = columns.indexOf(column);
        return at < 0 ? '' : unguarded(cells[at] ?? '').trim();
      };
      const [number, merchant, seat] = [of('number'), of('merchant'), of('seat')];
      return { row, number, merchant, seat, judge: of('judge'), organisation: of('organisation') };
    }),
  };
}

function tableOf(content: Buffer): Table {
  try {
    // The head, and one line more than may be, which is then refused.
    return readTable(content, MOST_ROWS + 2);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    throw new Refusal(FAULTS[error.fault], { row: error.row, most: MOST_COLUMNS }, 'file');
  }
}

/** Null for a column without a name, as spreadsheets leave them at the end. */
function columnOf(cell: string): TableColumn | null {
  const name = cell.normalize('NFKC').trim().toLowerCase();
  if (name === '') return null;
  const found = TABLE_COLUMNS.find((column) =>
    languages.some((lang) => translate(lang, COLUMN_LABELS[column]).toLowerCase() === name),
  );
  if (!found)
    throw new Refusal('assignment.import.unknownColumn', { column: cell.slice(0, 40) }, 'file');
  return found;
}
