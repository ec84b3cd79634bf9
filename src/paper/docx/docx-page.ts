import type * as Docx from 'docx';
import { FONTS, typeface } from './docx-fonts.js';

export type DocxPackage = typeof Docx;

/** Twentieths of a point per millimetre. */
const MM = 1440 / 25.4;
/** Line pitch: 22 lines in 225 mm (GB/T 9704-2012), in twentieths of a point. */
export const LINE = 579;
/** 28 characters of 16 pt are wider than 156 mm: each gives up a quarter of a point. */
export const SQUEEZE = -5;
/** One character of the body with its squeeze, in twentieths of a point. */
export const CHARACTER = 16 * 20 + SQUEEZE;
/** Width of the type area. */
export const BREADTH = Math.round(156 * MM);
/** Sizes in half points: 3号, 2号, 4号 and 小4号. */
export const SIZE = { body: 32, title: 44, small: 28, table: 24 } as const;

export const mm = (length: number): number => Math.round(length * MM);

/** A4 with the type area of the standard; the grid counts lines, the squeeze counts characters. */
export function pageProperties(docx: DocxPackage): Docx.ISectionPropertiesOptions {
  return {
    page: {
      size: { width: mm(210), height: mm(297) },
      margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(23) },
    },
    grid: { type: docx.DocumentGridType.LINES, linePitch: LINE },
  };
}

/** `— 1 —`, 7 mm below the type area, one character in from the outer edge. */
export function pageNumbers(docx: DocxPackage): Docx.ISectionOptions['footers'] {
  return { default: pageNumber(docx, 'RIGHT'), even: pageNumber(docx, 'LEFT') };
}

function pageNumber(docx: DocxPackage, side: 'LEFT' | 'RIGHT'): Docx.Footer {
  const indent = side === 'LEFT' ? { left: CHARACTER } : { right: CHARACTER };
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType[side],
        indent,
        children: [
          new docx.TextRun({
            font: typeface(FONTS.page),
            size: SIZE.small,
            children: ['\u2014 ', docx.PageNumber.CURRENT, ' \u2014'],
          }),
        ],
      }),
    ],
  });
}
