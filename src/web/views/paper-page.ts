import { attachmentLines, distributionLines } from '../../paper/distribution-lines.js';
import type { PageContext } from '../page-context.js';
import type { PageFrame } from './page.js';
import {
  type Block,
  type Column,
  type Paper,
  type Signature,
  type Table,
  headOf,
} from '../../paper/paper.js';

declare module './page.js' {
  interface PageModels {
    'web/paper': PaperPage;
  }
}

/** A paper by itself, with the files that hold the same. */
export interface PaperPage extends PageFrame {
  readonly sheet: SheetModel;
  readonly files: readonly PaperLink[];
}

export interface PaperLink {
  readonly label: string;
  readonly href: string;
}

/** A paper as `partials/paper-sheet` sets it: on the screen, and in print as GB/T 9704 asks. */
export interface SheetModel {
  readonly lang: string;
  readonly issuer: string | null;
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
  /** Empty where the first column names the rows. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly cells: readonly CellModel[] }[];
}

interface CellModel {
  readonly text: string;
  readonly head: boolean;
  readonly align: Column['align'];
}

/**
 * A page that shows a paper by itself.
 * @param back key and address of where it belongs
 * @param files key and address of each file that holds the same
 */
export function paperPage(
  build: (context: PageContext) => Paper,
  back: PaperLink,
  files: readonly PaperLink[],
) {
  return (context: PageContext): PaperPage => {
    const paper = build(context);
    const { title } = paper;
    const worded = ({ label, href }: PaperLink) => ({ label: context.t(label), href });
    return {
      title,
      breadcrumbs: [worded(back), { label: title, href: null }],
      sheet: sheetModel(paper),
      files: files.map(worded),
    };
  };
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

function tableModel(block: Table): TableModel {
  const { list, columns, rows } = block;
  return {
    list,
    head: headOf(block) ?? [],
    rows: rows.map((cells) => ({
      cells: columns.map(({ head, align }, at) => ({ text: cells[at] ?? '', head, align })),
    })),
  };
}
