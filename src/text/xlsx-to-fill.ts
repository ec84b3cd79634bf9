import { cleanText } from '../rules/identifiers/clean-text.js';
import type { CsvCell } from './csv.js';

/** A column of a workbook in which only some cells are for writing. */
export interface ColumnToFill {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** Shown beside a cell that is being filled in; empty for a column that is not. */
  readonly note: string;
  /** Whether its cells may be changed; all others are protected. */
  readonly open: boolean;
  /** What a cell of the second row must satisfy, as a formula of the spreadsheet; null for anything. */
  readonly allowed: string | null;
}

interface WorkbookNames {
  readonly table: string;
  readonly notes: string;
  readonly lines: readonly string[];
}

type SheetFeatures = NonNullable<
  Parameters<typeof import('write-excel-file/node').default>[1]
>['features'];

/** What may be written into has this colour; by it the styles are told which cells are open. */
const OPEN_COLOUR = '#FFF6DC';
/** What spreadsheet programs show of a note. */
const MOST_OF_NOTE = 250;
const SHEET = 'xl/worksheets/sheet{id}.xml';

/**
 * A table whose keys stand protected beside the cells to be filled in, with a sheet of notes behind it. The
 * protection has no password: it keeps from slips, nobody from intent.
 */
export async function writeXlsxToFill(
  columns: readonly ColumnToFill[],
  rows: readonly (readonly CsvCell[])[],
  names: WorkbookNames,
): Promise<Buffer> {
  const { default: writeFile } = await import('write-excel-file/node');
  const xml = await import('write-excel-file/utility');
  const order = xml.getOrderOfSiblings(SHEET, 'worksheet')!;
  const insert = (content: string, markup: string) =>
    xml.insertElementMarkupAccordingToOrderOfSiblings(content, markup, order, 'worksheet');
  const filling: NonNullable<SheetFeatures>[number] = {
    files: {
      transform: {
        [SHEET]: {
          transform: (content, _, { sheetIndex }) =>
            sheetIndex === 0
              ? [PROTECTION, validations(columns, rows.length)].reduce(insert, content)
              : content,
        },
        'xl/styles.xml': { transform: (content) => unlocked(content) },
      },
    },
  };
  return writeFile(
    [
      {
        sheet: names.table,
        data: [
          columns.map(({ header }) => ({
            value: header,
            type: String,
            fontWeight: 'bold' as const,
          })),
          ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]!))),
        ],
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
        orientation: 'landscape',
      },
      {
        sheet: names.notes,
        data: names.lines.map((value) => [{ value, type: String, wrap: true }]),
        columns: [{ width: 90 }],
      },
    ],
    { features: [filling] },
  ).toBuffer();
}

/** Widths of columns and heights of rows stay in the hands of whoever fills it in. */
const PROTECTION = '<sheetProtection sheet="1" formatColumns="0" formatRows="0"/>';

function cellOf(cell: CsvCell, { open }: ColumnToFill) {
  const look = {
    wrap: true,
    alignVertical: 'top' as const,
    ...(open ? { backgroundColor: OPEN_COLOUR } : {}),
  };
  if (typeof cell === 'number') return { value: cell, type: Number, format: '0.00', ...look };
  if (cell === null) return { ...look };
  return { value: cleanText(cell), type: String, format: '@', ...look };
}

function validations(columns: readonly ColumnToFill[], rows: number): string {
  const made = columns.flatMap(({ open, note, allowed }, at) => {
    if (!open) return [];
    const letter = String.fromCharCode(65 + at);
    const prompt = escaped(Array.from(note).slice(0, MOST_OF_NOTE).join(''));
    const kind =
      allowed === null ? 'type="none"' : 'type="custom" allowBlank="1" showErrorMessage="1"';
    const formula = allowed === null ? '' : `<formula1>${escaped(allowed)}</formula1>`;
    return [
      `<dataValidation ${kind} showInputMessage="1" error="${prompt}" prompt="${prompt}" sqref="${letter}2:${letter}${rows + 1}">${formula}</dataValidation>`,
    ];
  });
  return `<dataValidations count="${made.length}">${made.join('')}</dataValidations>`;
}

/** Cells of a protected sheet are locked where their style does not say otherwise. */
function unlocked(styles: string): string {
  const fills = [...styles.matchAll(/<fill>.*?<\/fill>/gs)].map(([fill]) => fill);
  const open = fills.findIndex((fill) => fill.includes(OPEN_COLOUR.slice(1)));
  if (open < 0) return styles;
  const style = new RegExp(`<xf ([^>]*\\bfillId="${open}"[^>]*)>(.*?)</xf>`, 'gs');
  return styles.replace(style, '<xf $1 applyProtection="1">$2<protection locked="0"/></xf>');
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
  return cleanText(text).replace(/[&<"]/g, (sign) => signs[sign]!);
}
