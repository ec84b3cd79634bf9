import { attachmentLines, distributionLines } from '../../paper/distribution-lines.js';
import type { Block, Column, Paper, Signature, Table } from '../../paper/paper.js';

/** A paper as `partials/paper-sheet` sets it: on the screen, and in print as GB/T 9704 asks. */
export interface SheetModel {
  readonly lang: string;
  readonly issuer: string;
  readonly number: string | null;
  readonly title: string;
  readonly marks: readonly string[];
  readonly addressee: string | null;
  readonly blocks: readonly BlockModel[];
  readonly attachments: readonly string[];
  readonly signature: Signature | null;
  readonly notes: readonly string[];
  readonly distribution: readonly string[];
}

/** One of the four. */
export interface BlockModel {
  readonly heading: string | null;
  readonly subheading: string | null;
  readonly paragraph: string | null;
  readonly table: TableModel | null;
}

interface TableModel {
  readonly list: boolean;
  readonly head: readonly string[];
  readonly rows: readonly { readonly cells: readonly CellModel[] }[];
}

interface CellModel {
  readonly text: string;
  readonly head: boolean;
  readonly align: Column['align'];
}

export function sheetModel(paper: Paper): SheetModel {
  const { distribution: _distribution, ...rest } = paper;
  return {
    ...rest,
    blocks: blockModels(paper.blocks),
    attachments: attachmentLines(paper),
    distribution: distributionLines(paper),
  };
}

export function blockModels(blocks: readonly Block[]): BlockModel[] {
  return blocks.map((block) => {
    const isHeading = block.kind === 'heading';
    return {
      heading: isHeading && block.level === 1 ? block.text : null,
      subheading: isHeading && block.level === 2 ? block.text : null,
      paragraph: block.kind === 'paragraph' ? block.text : null,
      table: block.kind === 'table' ? tableModel(block) : null,
    };
  });
}

function tableModel({ list, columns, rows }: Table): TableModel {
  return {
    list,
    head: columns.map(({ label }) => label),
    rows: rows.map((cells) => ({
      cells: columns.map(({ head, align }, at) => ({ text: cells[at] ?? '', head, align })),
    })),
  };
}
