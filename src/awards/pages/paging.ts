import type { Pagination } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';

export interface Paging {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  /** The other search fields, kept in every link. */
  readonly query: Readonly<Record<string, string>>;
}

/** The page asked for, at least 1; nonsense is the first page. */
export function pageNumber(text: string | undefined): number {
  return text && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}

/** Links to all pages, with a gap where there are many; null when one page holds everything. */
export function pagination(
  { t }: PageContext,
  { page, size, total, query }: Paging,
  path: string,
): Pagination | null {
  const last = Math.max(1, Math.ceil(total / size));
  if (last === 1) return null;
  const link = (number: number) =>
    `${path}?${new URLSearchParams({ ...query, page: String(number) }).toString()}`;
  const numbers = [...new Set([1, page - 1, page, page + 1, last])].filter(
    (number) => number >= 1 && number <= last,
  );
  const pages = numbers.flatMap((number, at) => {
    const before = numbers[at - 1];
    const gap = before !== undefined && number - before > 1;
    const entry = { number, href: link(number), current: number === page };
    return gap ? [{ number: number - 1, href: null, current: false }, entry] : [entry];
  });
  return {
    label: t('awards.paging.label'),
    summary: t('awards.paging.summary', { total, page, last }),
    previous: page > 1 ? link(page - 1) : null,
    next: page < last ? link(page + 1) : null,
    pages,
  };
}
