import { formatNumber } from '../../text/format.js';
import type { EmptyState, Pagination, StatusTag } from '../component-models.js';
import type { PageContext } from '../page-context.js';
import { cellText, heading, said } from './list-cells.js';
import { listAddress, listWords } from './list-query.js';
import type { FoundList, ListRow } from './list-reader.js';
import {
  type ListColumn,
  type ListFilter,
  type ListTable,
  PAGE_ROWS,
  type Words,
} from './list-table.js';
import { pageLinks } from './page-links.js';

/** What `partials/list` draws. */
export interface ListModel {
  readonly id: string;
  readonly href: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly text: { readonly label: string; readonly value: string };
  readonly filters: readonly {
    readonly name: string;
    readonly label: string;
    readonly options: readonly {
      readonly value: string;
      readonly label: string;
      readonly selected: boolean;
    }[];
  }[];
  /** First and last day, where the list asks for them. */
  readonly span: {
    readonly label: string;
    readonly from: string;
    readonly to: string;
  } | null;
  /** Heading of the folded filters, with how many of them are set. */
  readonly filterHeading: string;
  readonly filtersOpen: boolean;
  readonly filtered: boolean;
  readonly clear: { readonly href: string };
  readonly states: {
    readonly label: string;
    /** The chosen one with its count: all that a phone shows of them at first. */
    readonly current: string;
    readonly links: readonly {
      readonly href: string;
      readonly label: string;
      readonly count: string;
      readonly current: boolean;
    }[];
  } | null;
  readonly summary: string;
  readonly columns: readonly {
    readonly label: string;
    readonly href: string | null;
    readonly sorted: 'ascending' | 'descending' | null;
    /** Classes of the cell. */
    readonly kind: string;
  }[];
  readonly rows: readonly { readonly cells: readonly ListCell[] }[];
  /** Always shown: it opens the row. */
  readonly firstColumn: string;
  readonly choice: readonly {
    readonly value: string;
    readonly label: string;
    readonly selected: boolean;
  }[];
  readonly files: readonly { readonly href: string; readonly label: string }[];
  readonly empty: EmptyState;
  readonly pagination: Pagination | null;
}

export interface ListCell {
  readonly label: string;
  readonly text: string;
  readonly href: string | null;
  readonly tag: StatusTag | null;
  /** A figure that a phone shows brings the name of its column. */
  readonly named: boolean;
  /** Classes of the cell. */
  readonly kind: string;
}

export function listModel(found: FoundList, context: PageContext): ListModel {
  const { table, query, total } = found;
  const { t } = context;
  const days = [query.from, query.to].filter((day) => day !== null).length;
  const set = [...query.chosen.keys()].filter((key) => key !== table.states?.key).length + days;
  const filtered = query.text !== '' || query.chosen.size > 0 || days > 0;
  const nothing = filtered
    ? { title: 'lists.nothingFound', text: 'lists.nothingFound.text' }
    : (table.empty ?? { title: 'lists.empty', text: 'lists.empty.text' });
  return {
    id: table.name,
    href: table.path,
    kept: keptFields(found),
    text: { label: t(table.search.label), value: query.text },
    filters: table.filters.map((filter) => filterField(filter, found, context)),
    span: table.span
      ? { label: t(table.span.label), from: query.from ?? '', to: query.to ?? '' }
      : null,
    filterHeading: t('lists.filters', { count: set }),
    filtersOpen: set > 0,
    filtered,
    clear: {
      href: listAddress(table, { ...query, text: '', chosen: new Map(), from: null, to: null }),
    },
    states: table.states && stateLinks(table.states, found, context),
    summary: t('lists.summary', {
      total,
      pages: Math.max(1, Math.ceil(total / PAGE_ROWS)),
      from: (found.page - 1) * PAGE_ROWS + 1,
      to: (found.page - 1) * PAGE_ROWS + found.rows.length,
    }),
    columns: query.columns.map((column) => headed(column, found, context)),
    rows: found.rows.map((row, at) => ({ cells: cells(row, at, found, context) })),
    firstColumn: table.columns[0]!.key,
    choice: table.columns.slice(1).map((column) => ({
      value: column.key,
      label: heading(column, context),
      selected: query.columns.includes(column),
    })),
    files: (['csv', 'xlsx'] as const).map((kind) => ({
      href: listAddress(table, query, { as: kind }),
      label: t(`lists.file.${kind}`, { total }),
    })),
    empty: { title: t(nothing.title), text: t(nothing.text), action: null },
    pagination:
      total > PAGE_ROWS
        ? pageLinks(context, {
            href: (number) => listAddress(table, query, { page: String(number) }),
            page: found.page,
            pages: Math.ceil(total / PAGE_ROWS),
            total,
          })
        : null,
  };
}

/** What the search form sends along unseen: the state, the order and the columns on show. */
function keptFields({ table, query }: FoundList): ListModel['kept'] {
  const seen = new Set(['q', 'column', 'from', 'to', ...table.filters.map(({ key }) => key)]);
  return [...new URLSearchParams(listWords(table, query))]
    .filter(([name]) => !seen.has(name))
    .map(([name, value]) => ({ name, value }));
}

function filterField({ key, label, options }: ListFilter, { query }: FoundList, words: Words) {
  return {
    name: key,
    label: words.t(label),
    options: options.map((option) => ({
      value: option.value,
      label: said(option.label, words),
      selected: query.chosen.get(key) === option,
    })),
  };
}

/** Every state that holds something, and the chosen one. */
function stateLinks(
  { key, label, options }: ListFilter,
  { table, query, counts, all }: FoundList,
  words: Words,
): ListModel['states'] {
  const chosen = query.chosen.get(key);
  const links = options
    .map((option, at) => ({
      href: listAddress(table, query, { [key]: option.value }),
      label: said(option.label, words),
      count: counts[at]!,
      current: option === chosen,
    }))
    .filter(({ count, current }) => count > 0 || current);
  const everything = {
    href: listAddress(table, query, { [key]: null }),
    label: words.t('lists.all'),
    count: all,
    current: !chosen,
  };
  const shown = links.find(({ current }) => current) ?? everything;
  return {
    label: words.t(label),
    current: words.t('lists.states', { label: shown.label, count: shown.count }),
    links: [everything, ...links].map((link) => ({ ...link, count: formatNumber(link.count) })),
  };
}

function headed(column: ListColumn, { table, query }: FoundList, words: Words) {
  const own = query.sort?.column === column;
  const down = own && query.sort?.down;
  return {
    label: heading(column, words),
    href:
      column.sort === false
        ? null
        : listAddress(table, query, { sort: own && !down ? `-${column.key}` : column.key }),
    sorted: own ? (down ? ('descending' as const) : ('ascending' as const)) : null,
    kind: kindOf(column),
  };
}

function cells(row: ListRow, at: number, found: FoundList, context: PageContext): ListCell[] {
  const { table, query } = found;
  const place = (found.page - 1) * PAGE_ROWS + at + 1;
  return query.columns.map((column, position) => {
    const value = row.values[table.columns.indexOf(column)] ?? null;
    const text = cellText(column, value, context);
    return {
      label: position === 0 ? '' : heading(column, context),
      text,
      href: position === 0 && table.href ? rowAddress(table, found, row.id, place) : null,
      tag: column.tone && text ? { label: text, tone: column.tone(String(value ?? '')) } : null,
      named: isNumeric(column) && !column.wide,
      kind: kindOf(column),
    };
  });
}

/** The address of a row, which remembers the list and the place that it was opened from. */
function rowAddress(table: ListTable, { query }: FoundList, id: string, place: number): string {
  return inList(table, listWords(table, query), id, place);
}

export function inList({ href }: ListTable, words: string, id: string, place: number): string {
  const address = href!(id);
  const own = new URLSearchParams({ list: words, at: String(place) }).toString();
  return address.includes('?') ? `${address}&${own}` : `${address}?${own}`;
}

function kindOf(column: ListColumn): string {
  return [isNumeric(column) && 'number', column.wide && 'wide', column.tone && 'list-state']
    .filter(Boolean)
    .join(' ');
}

function isNumeric({ kind, say, write }: ListColumn): boolean {
  return !say && !write && (kind === 'number' || kind === 'hundredths');
}
