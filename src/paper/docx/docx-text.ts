import type * as Docx from 'docx';
import { type FontName, FONTS, typeface } from './docx-fonts.js';
import { CHARACTER, type DocxPackage, LINE, SIZE, SQUEEZE } from './docx-page.js';

export interface Setting {
  readonly font?: FontName;
  /** Half points. */
  readonly size?: number;
  readonly color?: string;
  readonly squeeze?: boolean;
}

/** A paragraph whose lines stand on the grid of the page. */
export function onGrid(
  docx: DocxPackage,
  text: string,
  options: Docx.IParagraphOptions = {},
  setting: Setting = {},
): Docx.Paragraph {
  const { spacing, ...rest } = options;
  return new docx.Paragraph({
    ...rest,
    spacing: { line: LINE, lineRule: docx.LineRuleType.EXACT, ...spacing },
    children: [run(docx, text, setting)],
  });
}

/** Two characters in, both edges even: how the body of a document is set. */
export function bodyText(docx: DocxPackage, text: string, font: FontName = FONTS.body) {
  return onGrid(
    docx,
    text,
    { alignment: docx.AlignmentType.BOTH, indent: { firstLine: 2 * CHARACTER } },
    { font },
  );
}

export function run(docx: DocxPackage, text: string, setting: Setting): Docx.TextRun {
  const { font = FONTS.body, size = SIZE.body, color, squeeze = true } = setting;
  return new docx.TextRun({
    text: printable(text),
    font: typeface(font),
    size,
    ...(color ? { color } : {}),
    ...(squeeze ? { characterSpacing: SQUEEZE } : {}),
  });
}

/** Without the signs that XML cannot hold: one of them and the file does not open. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]|[\p{Cs}\uFFFE\uFFFF]/gu, '');
}
