import type * as Docx from 'docx';
import { attachmentLines, distributionLines } from '../distribution-lines.js';
import type { Block, Paper, Signature } from '../paper.js';
import { FONTS } from './docx-fonts.js';
import {
  CHARACTER,
  type DocxPackage,
  LINE,
  SIZE,
  mm,
  pageNumbers,
  pageProperties,
} from './docx-page.js';
import { imprint } from './docx-imprint.js';
import { docxTable } from './docx-table.js';
import { bodyText, onGrid, printable, run } from './docx-text.js';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const RED = 'C8102E';
/** Points that a head in one line may take, so that the longest name of an office stays in one. */
const HEAD_BREADTH = 430;

/**
 * A document of GB/T 9704-2012 for an editor: A4, 22 lines of 28 characters on a full page, typefaces by
 * name, no seal. The writer is read at the first file.
 */
export async function writeDocx(paper: Paper): Promise<Buffer> {
  const docx = await import('docx');
  const document = new docx.Document({
    title: printable(paper.title),
    creator: printable(paper.issuer ?? ''),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: pageProperties(docx),
        footers: pageNumbers(docx),
        children: [...head(docx, paper), ...body(docx, paper), ...foot(docx, paper)],
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}

function head(docx: DocxPackage, { issuer, number, title, marks }: Paper): Docx.Paragraph[] {
  const alignment = docx.AlignmentType.CENTER;
  const after = (at: number) => ({ after: at === marks.length ? LINE : 0 });
  return [
    ...(issuer ? redHead(docx, issuer, number) : []),
    onGrid(
      docx,
      title,
      { alignment, spacing: { before: issuer ? 2 * LINE : 0, ...after(0) } },
      { font: FONTS.title, size: SIZE.title, squeeze: false },
    ),
    ...marks.map((mark, at) => onGrid(docx, mark, { alignment, spacing: after(at + 1) })),
  ];
}

function redHead(docx: DocxPackage, issuer: string, number: string | null): Docx.Paragraph[] {
  const alignment = docx.AlignmentType.CENTER;
  const fitting = Math.floor(HEAD_BREADTH / Array.from(issuer).length);
  const points = Math.min(36, Math.max(22, fitting));
  return [
    new docx.Paragraph({
      alignment,
      spacing: { before: mm(35) },
      children: [
        run(docx, issuer, { font: FONTS.title, size: points * 2, color: RED, squeeze: false }),
      ],
    }),
    onGrid(docx, number ?? '', {
      alignment,
      spacing: { before: number ? 2 * LINE : 0 },
      border: { bottom: { style: docx.BorderStyle.SINGLE, size: 16, space: 11, color: RED } },
    }),
  ];
}

function body(docx: DocxPackage, paper: Paper): (Docx.Paragraph | Docx.Table)[] {
  const { addressee, blocks } = paper;
  const attachments = attachmentLines(paper);
  return [
    ...(addressee ? [onGrid(docx, addressee)] : []),
    ...blocks.map((block) => blockOf(docx, block)),
    ...attachments.map((line, at) =>
      onGrid(docx, line, {
        spacing: { before: at === 0 ? LINE : 0 },
        indent: { left: (at === 0 ? 2 : 5) * CHARACTER },
      }),
    ),
  ];
}

function blockOf(docx: DocxPackage, block: Block): Docx.Paragraph | Docx.Table {
  if (block.kind === 'table') return docxTable(docx, block);
  if (block.kind === 'paragraph') return bodyText(docx, block.text);
  return bodyText(docx, block.text, block.level === 1 ? FONTS.level1 : FONTS.level2);
}

function foot(docx: DocxPackage, paper: Paper): (Docx.Paragraph | Docx.Table)[] {
  const { signature, notes } = paper;
  return [
    ...(signature ? signed(docx, signature) : []),
    ...notes.map((note) => bodyText(docx, note)),
    ...imprint(docx, distributionLines(paper)),
  ];
}

/** The day four characters in, the name centred over it; a name too wide for that ends at the edge. */
function signed(docx: DocxPackage, { signatory, day }: Signature): Docx.Paragraph[] {
  const longer = (breadth(signatory) - breadth(day)) / 2;
  const under = Math.max(0, 4 - longer);
  const line = (text: string, characters: number, before: number) =>
    onGrid(docx, text, {
      alignment: docx.AlignmentType.RIGHT,
      keepLines: true,
      keepNext: true,
      spacing: { before },
      indent: { right: Math.round(characters * CHARACTER) },
    });
  return [line(signatory, under, 2 * LINE), line(day, under + longer, 0)];
}

/** In characters: a letter or figure is half of one. */
function breadth(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign.codePointAt(0)! < 0x2e80 ? 0.5 : 1), 0);
}
