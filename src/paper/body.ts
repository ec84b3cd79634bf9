import { type Block, heading, paragraph } from './paper.js';

/** The stored form of headings and paragraphs: one line each, `# ` and `## ` before a heading. */
export function writeBody(blocks: readonly Block[]): string {
  return blocks.map(line).join('\n');
}

/** What {@link writeBody} wrote, and every text posted before there was a model of papers. */
export function readBody(body: string): Block[] {
  return body
    .split(/\n+/)
    .filter((text) => text.trim() !== '')
    .map((text) => {
      if (text.startsWith('## ')) return heading(text.slice(3), 2);
      return text.startsWith('# ') ? heading(text.slice(2)) : paragraph(text);
    });
}

function line(block: Block): string {
  if (block.kind === 'table') throw new Error('A stored text holds no table');
  return block.kind === 'heading' ? `${'#'.repeat(block.level)} ${block.text}` : block.text;
}
