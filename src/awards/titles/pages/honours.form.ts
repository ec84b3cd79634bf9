import type { TitleFilter } from '../title.queries.js';
import { TITLE_STATES } from '../../../rules/lifecycle/title-lifecycle.js';

type Query = Readonly<Record<string, string | undefined>>;

/** The search fields of the roll; what cannot be read is not asked for. */
export function readFilter(query: Query, year: string | undefined = query.year): TitleFilter {
  const text = (value: string | undefined) => value?.trim().slice(0, 60) || null;
  return {
    year: year && /^(19|20)\d{2}$/.test(year) ? Number(year) : null,
    division: text(query.division),
    category: text(query.category),
    name: text(query.name),
    state: TITLE_STATES.find((state) => state === query.state) ?? null,
  };
}

/** The same fields as they stand in links. */
export function filterQuery(filter: TitleFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]],
    ),
  );
}
