import { attachmentLines, distributionLines } from './distribution-lines.js';
import { type Block, type Paper, headOf } from './paper.js';

/** Two characters, as paragraphs begin on paper. */
const INDENT = '\u3000\u3000';

/** Plain text that can be mailed, compared and read aloud: parts and tables apart by an empty line, cells by a tab. */
export function writePlainText(paper: Paper): string {
  const { issuer, number, title, marks, addressee, blocks, signature, notes } = paper;
  const parts: readonly (readonly string[])[] = [
    [issuer, number].filter((line) => line !== null),
    [title, ...marks],
    addressee ? [addressee] : [],
    ...bodyParts(blocks),
    attachmentLines(paper).map((line) => INDENT + line),
    signature ? [signature.signatory, signature.day] : [],
    notes.map((note) => INDENT + note),
    distributionLines(paper),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Paragraphs stand together, as they do on paper; a table stands alone. */
function bodyParts(blocks: readonly Block[]): string[][] {
  const parts: string[][] = [];
  let text: string[] | null = null;
  for (const block of blocks) {
    if (block.kind === 'table') {
      const head = headOf(block);
      parts.push([...(head ? [head] : []), ...block.rows].map(cellLine));
      text = null;
    } else {
      if (!text) parts.push((text = []));
      text.push(INDENT + block.text);
    }
  }
  return parts;
}

function cellLine(cells: readonly string[]): string {
  return cells.join('\t');
}
