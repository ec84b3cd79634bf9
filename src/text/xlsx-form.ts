import { cleanText } from '../rules/identifiers/clean-text.js';
import type { CsvCell } from './csv.js';

export interface FormColumn {
  readonly header: string;
  /** Shown beside a cell that is being filled in, and in the sheet of notes. */
  readonly note: string;
  /** Whether a number in it is a text, which a spreadsheet must not round. */
  readonly text: boolean;
  /** What may be chosen; empty for a column without a list. */
  readonly choices: readonly string[];
  /** Several may be written, so the list helps and forbids nothing. */
  readonly several: boolean;
}

export interface FormSheets {
  readonly table: string;
  readonly notes: string;
  readonly lists: string;
}

type SheetFeatures = NonNullable<
  Parameters<typeof import('write-excel-file/node').default>[1]
>['features'];

/** Rows that are prepared; more can be written below them. */
const ROWS = 500;
/** What spreadsheet programs show of a note. */
const MOST_OF_NOTE = 250;
const WIDTH = 22;

/** A table to be filled in or corrected: lists to choose from, a note beside each cell, text cells for codes. */
export async function writeXlsxForm(
  columns: readonly FormColumn[],
  sheets: FormSheets,
  rows: readonly (readonly CsvCell[])[] = [],
): Promise<Buffer> {
  const { default: writeFile } = await import('write-excel-file/node');
  const xml = await import('write-excel-file/utility');
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  const prepared = Math.max(ROWS, rows.length);
  const empty = columns.map(({ text }) => (text ? textCell('') : null));
  const lists = columns.filter(({ choices }) => choices.length);
  const longest = Math.max(0, ...lists.map(({ choices }) => choices.length));
  const order = xml.getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet')!;
  const validations: NonNullable<SheetFeatures>[number] = {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _, { sheetIndex }) =>
            sheetIndex === 0
              ? xml.insertElementMarkupAccordingToOrderOfSiblings(
                  content,
                  markup(columns, lists, sheets, prepared),
                  order,
                  'worksheet',
                )
              : content,
        },
      },
    },
  };
  return writeFile(
    [
      {
        sheet: sheets.table,
        data: [
          columns.map(({ header }) => bold(header)),
          ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]!))),
          ...Array.from({ length: prepared - rows.length }, () => empty),
        ],
        columns: columns.map(() => ({ width: WIDTH })),
        stickyRowsCount: 1,
      },
      {
        sheet: sheets.notes,
        data: columns.map(({ header, note }) => [bold(header), { value: note, type: String }]),
        columns: [{ width: 2 * WIDTH }, { width: 4 * WIDTH }],
      },
      {
        sheet: sheets.lists,
        data: [
          lists.map(({ header }) => bold(header)),
          ...Array.from({ length: longest }, (_, at) =>
            lists.map(({ choices }) =>
              choices[at] === undefined ? null : { value: choices[at], type: String },
            ),
          ),
        ],
      },
    ],
    { features: [validations] },
  ).toBuffer();
}

function markup(
  columns: readonly FormColumn[],
  lists: readonly FormColumn[],
  sheets: FormSheets,
  rows: number,
): string {
  const made = columns.map((column, at) => {
    const letter = letters(at);
    const list = lists.indexOf(column);
    const range = `'${sheets.lists}'!$${letters(list)}$2:$${letters(list)}$${column.choices.length + 1}`;
    const kind =
      list < 0
        ? 'type="none"'
        : `type="list" allowBlank="1"${column.several ? '' : ' showErrorMessage="1"'}`;
    const formula = list < 0 ? '' : `<formula1>${escaped(range)}</formula1>`;
    const note = Array.from(column.note).slice(0, MOST_OF_NOTE).join('');
    return `<dataValidation ${kind} showInputMessage="1" prompt="${escaped(note)}" sqref="${letter}2:${letter}${rows + 1}">${formula}</dataValidation>`;
  });
  return `<dataValidations count="${made.length}">${made.join('')}</dataValidations>`;
}

const textCell = (value: string) => ({ value, type: String, format: '@' });

function cellOf(cell: CsvCell, { text }: FormColumn) {
  if (cell === null || cell === '') return text ? textCell('') : null;
  return typeof cell === 'number' ? { value: cell, type: Number } : textCell(cell);
}

/** 0 → A, 26 → AA */
function letters(at: number): string {
  return at < 26
    ? String.fromCharCode(65 + at)
    : letters(Math.floor(at / 26) - 1) + letters(at % 26);
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
  return cleanText(text).replace(/[&<"]/g, (sign) => signs[sign]!);
}
