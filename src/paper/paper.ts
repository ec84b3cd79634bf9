import type { Language } from '../text/catalogue.js';

/**
 * A document that leaves the office, without a look: page, print, plain text, DOCX and PDF are writers of
 * it. A new document is one builder.
 */
export interface Paper {
  readonly lang: Language;
  /** 发文机关标志, over the red rule; a table or form without a head has none, and no rule. */
  readonly issuer: string | null;
  /** 发文字号 or the number of an issue. */
  readonly number: string | null;
  readonly title: string;
  /** Said right under the title: that it was corrected, that it is void. */
  readonly marks: readonly string[];
  /** 主送, with its colon. */
  readonly addressee: string | null;
  readonly blocks: readonly Block[];
  /** 附件说明, in order. */
  readonly attachments: readonly string[];
  readonly signature: Signature | null;
  /** 附注 and other small print after the signature. */
  readonly notes: readonly string[];
  readonly distribution: Distribution;
}

export type Block = Heading | Paragraph | Table;

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface Table {
  readonly kind: 'table';
  /** Serial, category, division, name, main: on a phone each row is an entry with its facts under it. */
  readonly list: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly label: string;
  /** Its share of the width of the page. */
  readonly share: number;
  readonly align: 'start' | 'center' | 'end';
  /** Its cells name their rows. */
  readonly head: boolean;
}

/** The place of the seal stays empty: no writer draws one. */
export interface Signature {
  readonly signatory: string;
  /** As it is printed, and as a machine reads it. */
  readonly day: string;
  /** Null where the day is written in by hand. */
  readonly isoDay: string | null;
}

/** Who is reported to (报), sent to (送) and given it (发); printed in this order, an empty class not at all. */
export interface Distribution {
  readonly report: readonly string[];
  readonly send: readonly string[];
  readonly issue: readonly string[];
}

/** What a paper does not have, for those that have little. */
export const PLAIN = {
  issuer: null,
  number: null,
  marks: [],
  addressee: null,
  attachments: [],
  signature: null,
  notes: [],
  distribution: { report: [], send: [], issue: [] },
} as const satisfies Partial<Paper>;

export function heading(text: string, level: Heading['level'] = 1): Heading {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string): Paragraph {
  return { kind: 'paragraph', text };
}

export function column(
  label: string,
  share: number,
  options: { readonly align?: Column['align']; readonly head?: boolean } = {},
): Column {
  return { label, share, align: options.align ?? 'center', head: options.head ?? false };
}

/** A table of facts has no head: its first column names its rows. */
export function factTable(rows: readonly (readonly [term: string, value: string])[]): Table {
  return table(
    [column('', 24, { head: true, align: 'start' }), column('', 50, { align: 'start' })],
    rows,
  );
}

/** The first row of a table, unless none of its columns has a name. */
export function headOf({ columns }: Table): string[] | null {
  const labels = columns.map(({ label }) => label);
  return labels.some(Boolean) ? labels : null;
}

export function table(columns: readonly Column[], rows: Table['rows']): Table {
  return { kind: 'table', list: false, columns, rows };
}
