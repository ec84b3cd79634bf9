import type { SqlValue } from '../../database/reader.js';
import type { Language, TextVariables, Translate } from '../../text/catalogue.js';
import type { Tone } from '../layout-model.js';

/** A piece of SQL with the values of its question marks, in their order. */
export interface SqlPart {
  readonly sql: string;
  readonly values?: readonly SqlValue[];
}

/** A label: the key of a sentence, or words that are data and stand in both languages. */
export type Said = string | { readonly zh: string; readonly en: string };

/** The language that a list is read in. */
export interface Words {
  readonly t: Translate;
  readonly lang: Language;
}

export interface ListColumn {
  readonly key: string;
  /** Key of the heading. */
  readonly label: string;
  readonly words?: TextVariables;
  readonly sql: string;
  readonly kind: 'text' | 'number' | 'hundredths' | 'instant' | 'day';
  /** What a stored word is called. */
  readonly say?: (value: string) => Said;
  /** A stored value in words that no single label says. */
  readonly write?: (value: string, words: Words) => string;
  /** A state: drawn as a tag, at the right of its row on a phone. */
  readonly tone?: (value: string) => Tone;
  /** Said where the database has nothing. */
  readonly nothing?: string;
  /** Expression to sort by where that is not the column itself; false: not sorted by. */
  readonly sort?: string | false;
  /** Shown unless chosen otherwise; a file holds every column. */
  readonly shown?: boolean;
  /** Left out between phone and desk, where seven columns do not fit. */
  readonly wide?: boolean;
}

export interface ListOption {
  readonly value: string;
  readonly label: Said;
  /** Holds for the rows that the option keeps. */
  readonly where: SqlPart;
}

export interface ListFilter {
  readonly key: string;
  readonly label: string;
  readonly options: readonly ListOption[];
}

/**
 * One list, declared once: page, counts, order, paging, neighbours and files are made of it. What a
 * reader may not know stands in none of its parts, so it is in no output.
 */
export interface ListTable {
  /** Name of its files and of the parts of its page. */
  readonly name: string;
  readonly path: string;
  /** Kept in every address of the list, for what is no filter of it. */
  readonly kept?: Readonly<Record<string, string>>;
  readonly from: SqlPart;
  /** Which rows there are at all. */
  readonly scope: SqlPart;
  readonly id: string;
  readonly columns: readonly ListColumn[];
  /** Address of a row; null where nothing opens. */
  readonly href: ((id: string) => string) | null;
  /** Locale keys of what is told while the list has no row at all. */
  readonly empty?: { readonly title: string; readonly text: string };
  /** Its options stand above the list as links with counts. */
  readonly states: ListFilter | null;
  readonly filters: readonly ListFilter[];
  /** An instant whose first and last Beijing day may be asked for. */
  readonly span?: { readonly label: string; readonly sql: string };
  readonly search: {
    readonly label: string;
    /** Compared in lower case, as `searchName` writes a name. */
    readonly texts: readonly string[];
    /** Numbers and codes, compared in upper case. */
    readonly codes: readonly string[];
    /** A Chinese name, found by its pinyin and its initials as well. */
    readonly pinyin: string | null;
  };
  /** The order nobody asked for, and the one within equals. */
  readonly order: string;
}

/** What was asked of a list; what it does not know is left out. */
export interface ListQuery {
  readonly text: string;
  /** Filter → option. */
  readonly chosen: ReadonlyMap<string, ListOption>;
  /** Beijing days, both included; null where the span is open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly sort: { readonly column: ListColumn; readonly down: boolean } | null;
  readonly page: number;
  /** Columns to show, in the order of the list. */
  readonly columns: readonly ListColumn[];
  readonly file: 'csv' | 'xlsx' | null;
}

export const PAGE_ROWS = 50;

export function filtersOf({ states, filters }: ListTable): readonly ListFilter[] {
  return states ? [states, ...filters] : filters;
}

/** An expression that is one of `values`, in words that the table says. */
export function choices(
  key: string,
  label: string,
  sql: string,
  options: readonly { readonly value: string; readonly label: Said }[],
): ListFilter {
  return {
    key,
    label,
    options: options.map((option) => ({
      ...option,
      where: { sql: `${sql} = ?`, values: [option.value] },
    })),
  };
}
