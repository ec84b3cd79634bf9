import type { Pagination } from '../component-models.js';
import type { PageContext } from '../page-context.js';

interface PlaceInPages {
  readonly href: (number: number) => string;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** First, last and the neighbours of the page at hand; the gap between them is one entry. */
export function pageLinks({ t }: PageContext, place: PlaceInPages): Pagination {
  const { href, page, pages, total } = place;
  const shown = [1, page - 1, page, page + 1, pages]
    .filter((number, at, all) => number >= 1 && number <= pages && all.indexOf(number) === at)
    .toSorted((a, b) => a - b);
  return {
    label: t('lists.pages.label'),
    summary: t('lists.pages.summary', { total, page, pages }),
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
    pages: shown.flatMap((number, at) => {
      const link = { number, href: href(number), current: number === page };
      const gap = at > 0 && number - shown[at - 1]! > 1;
      return gap ? [{ number: number - 1, href: null, current: false }, link] : [link];
    }),
  };
}
