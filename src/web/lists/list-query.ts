import { normaliseText } from '../../rules/identifiers/normalise-text.js';
import { type RawForm, typedTexts } from '../forms/parse-value.js';
import { type ListQuery, type ListTable, PAGE_ROWS, filtersOf } from './list-table.js';

const LONGEST = 60;
const FILES = ['csv', 'xlsx'] as const;

/** An address as a list understands it; a word that it does not know asks for nothing. */
export function readListQuery(table: ListTable, asked: RawForm): ListQuery {
  const first = (name: string) => typedTexts(asked, name)[0] ?? '';
  const sort = first('sort');
  const sorted = table.columns.find(({ key }) => key === sort.replace(/^-/, ''));
  const wanted = typedTexts(asked, 'column');
  const columns = table.columns.filter(({ key }) => wanted.includes(key));
  return {
    text: normaliseText(first('q').replace(/[\r\n\t]+/g, ' ')).slice(0, LONGEST),
    chosen: new Map(
      filtersOf(table).flatMap(({ key, options }) => {
        const option = options.find(({ value }) => value === first(key));
        return option ? [[key, option] as const] : [];
      }),
    ),
    from: table.span ? dayOf(first('from')) : null,
    to: table.span ? dayOf(first('to')) : null,
    sort: sorted && sorted.sort !== false ? { column: sorted, down: sort.startsWith('-') } : null,
    page: /^[1-9]\d{0,4}$/.test(first('page')) ? Number(first('page')) : 1,
    columns: columns.length ? columns : table.columns.filter(({ shown }) => shown ?? true),
    file: FILES.find((kind) => kind === first('as')) ?? null,
  };
}

/** A day that the calendar has; anything else asks for nothing. */
function dayOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const instant = Date.parse(`${text}T00:00:00.000Z`);
  const exists = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
  return exists ? text : null;
}

export type ListChange = Readonly<Record<string, string | null>>;

/** The query as an address, with what is to be different; the first page of a list needs no number. */
export function listAddress(table: ListTable, query: ListQuery, change: ListChange = {}): string {
  const text = listWords(table, query, change);
  return text ? `${table.path}?${text}` : table.path;
}

export function listWords(table: ListTable, query: ListQuery, change: ListChange = {}): string {
  const shown = table.columns.filter((column) => column.shown ?? true);
  const own =
    shown.length === query.columns.length && shown.every((one) => query.columns.includes(one));
  const words: Record<string, string | null> = {
    ...table.kept,
    q: query.text || null,
    ...Object.fromEntries([...query.chosen].map(([key, { value }]) => [key, value])),
    from: query.from,
    to: query.to,
    sort: query.sort && `${query.sort.down ? '-' : ''}${query.sort.column.key}`,
    ...change,
  };
  const address = new URLSearchParams(
    Object.entries(words).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  if (!own) for (const { key } of query.columns) address.append('column', key);
  return address.toString();
}

/** A page beyond the last shows the last. */
export function shownPage({ page }: ListQuery, total: number): number {
  return Math.min(page, Math.max(1, Math.ceil(total / PAGE_ROWS)));
}
