import type * as Docx from 'docx';
import { type Column, type Table, headOf } from '../paper.js';
import { FONTS } from './docx-fonts.js';
import { BREADTH, type DocxPackage, SIZE } from './docx-page.js';
import { run } from './docx-text.js';

const PADDING = { top: 57, bottom: 57, left: 85, right: 85 };
/** A quarter of a millimetre, in eighths of a point. */
const RULE = 6;

/** A table over the whole type area; its head is said again on each page and no row is cut in two. */
export function docxTable(docx: DocxPackage, block: Table): Docx.Table {
  const { columns, rows } = block;
  const head = headOf(block);
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const columnWidths = columns.map(({ share }) => Math.floor((BREADTH * share) / whole));
  const border = { style: docx.BorderStyle.SINGLE, size: RULE, color: '000000' };
  const edges = ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'] as const;
  const row = (cells: readonly string[], isHead: boolean) =>
    new docx.TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: columns.map((column, at) => cell(docx, cells[at] ?? '', column, isHead)),
    });
  return new docx.Table({
    width: { size: BREADTH, type: docx.WidthType.DXA },
    layout: docx.TableLayoutType.FIXED,
    columnWidths,
    margins: { ...PADDING, marginUnitType: docx.WidthType.DXA },
    borders: Object.fromEntries(edges.map((edge) => [edge, border])),
    rows: [...(head ? [row(head, true)] : []), ...rows.map((cells) => row(cells, false))],
  });
}

function cell(docx: DocxPackage, text: string, column: Column, head: boolean): Docx.TableCell {
  const sides = { start: 'LEFT', center: 'CENTER', end: 'RIGHT' } as const;
  return new docx.TableCell({
    verticalAlign: docx.VerticalAlignTable.CENTER,
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType[head ? 'CENTER' : sides[column.align]],
        children: [
          run(docx, text, {
            font: head ? FONTS.level1 : FONTS.body,
            size: SIZE.table,
            squeeze: false,
          }),
        ],
      }),
    ],
  });
}
