import type * as Docx from 'docx';
import { BREADTH, CHARACTER, type DocxPackage, SIZE } from './docx-page.js';
import { onGrid } from './docx-text.js';

/** 0.35 mm outside and a quarter inside, in eighths of a point. */
const EDGE = 8;
const INNER = 6;

/**
 * 版记: between two rules at the foot of the last page, where Word lets the table float; LibreOffice 7.4 leaves
 * it after the text. The paragraph that it hangs on takes no room.
 */
export function imprint(
  docx: DocxPackage,
  lines: readonly string[],
): (Docx.Table | Docx.Paragraph)[] {
  if (lines.length === 0) return [];
  const edge = { style: docx.BorderStyle.SINGLE, size: EDGE, color: '000000' };
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  return [
    new docx.Table({
      width: { size: BREADTH, type: docx.WidthType.DXA },
      layout: docx.TableLayoutType.FIXED,
      columnWidths: [BREADTH],
      borders: {
        top: edge,
        bottom: edge,
        insideHorizontal: { ...edge, size: INNER },
        left: none,
        right: none,
        insideVertical: none,
      },
      float: {
        horizontalAnchor: docx.TableAnchorType.MARGIN,
        verticalAnchor: docx.TableAnchorType.MARGIN,
        relativeVerticalPosition: docx.RelativeVerticalPosition.BOTTOM,
      },
      rows: lines.map(
        (line) => new docx.TableRow({ cantSplit: true, children: [cell(docx, line)] }),
      ),
    }),
    new docx.Paragraph({ spacing: { line: 20, lineRule: docx.LineRuleType.EXACT } }),
  ];
}

function cell(docx: DocxPackage, line: string): Docx.TableCell {
  const indent = { left: CHARACTER, right: CHARACTER };
  return new docx.TableCell({
    children: [
      onGrid(docx, line, { indent, keepNext: true }, { size: SIZE.small, squeeze: false }),
    ],
  });
}
