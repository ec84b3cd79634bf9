import { formatDay } from '../../../text/format.js';
import type { Pagination, StatusTag } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { TitleFilter, TitleRow, YearRow } from '../title.queries.js';
import { filterQuery } from './honours.form.js';
import { categoryName, divisionName } from '../../pages/labels.js';
import { type Paging, pagination } from '../../pages/paging.js';
import { titleTag } from './titles.page.js';
import { TITLE_STATES } from '../../../rules/lifecycle/title-lifecycle.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/honours': HonoursPage;
  }
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

export interface HonoursPage extends PageFrame {
  /** How many of the filters are chosen: with one they stand open. */
  readonly filtered: number;
  readonly fields: { years: Choice[]; divisions: Choice[]; categories: Choice[]; states: Choice[] };
  readonly name: string;
  readonly count: number;
  readonly notRecorded: readonly string[];
  /** False for a year whose winners were never recorded: the sentence above says so already. */
  readonly noneFound: boolean;
  readonly rows: readonly {
    year: number;
    name: string;
    merchantId: string;
    category: string;
    division: string;
    number: string;
    state: StatusTag;
    until: string;
  }[];
  readonly query: string;
  readonly pagination: Pagination | null;
}

export interface HonoursRows {
  readonly filter: TitleFilter;
  readonly titles: readonly TitleRow[];
  readonly years: readonly YearRow[];
  readonly categories: readonly { code: string; nameZh: string; nameEn: string }[];
  readonly paging: Omit<Paging, 'query'>;
}

const divisions = ['330802', '330803', '330825', '330881', '330822', '330824'];

export function honoursPage({ filter, titles, years, categories, paging }: HonoursRows) {
  return (context: PageContext): HonoursPage => {
    const { t, lang } = context;
    const query = filterQuery(filter);
    const choice = (value: string, label: string, chosen: string | null): Choice => ({
      value,
      label,
      selected: value === chosen,
    });
    const unrecorded = years.filter(
      ({ year, historicalNote }) =>
        historicalNote && (filter.year === null || filter.year === year),
    );
    return {
      title: t('awards.honours.title'),
      breadcrumbs: [],
      filtered: [filter.year, filter.division, filter.category, filter.state].filter(Boolean)
        .length,
      fields: {
        years: years.map(({ year }) =>
          choice(
            String(year),
            t('awards.honours.year', { year }),
            filter.year ? String(filter.year) : null,
          ),
        ),
        divisions: divisions.map((code) => choice(code, divisionName(t, code), filter.division)),
        categories: categories.map((one) =>
          choice(one.code, categoryName(context, one), filter.category),
        ),
        states: TITLE_STATES.map((state) =>
          choice(state, t(`lifecycle.title.${state}`), filter.state),
        ),
      },
      name: filter.name ?? '',
      count: paging.total,
      notRecorded: unrecorded.map(({ year }) => t('awards.honours.notRecorded', { year })),
      noneFound: titles.length === 0 && (filter.year === null || unrecorded.length === 0),
      rows: titles.map((row) => ({
        year: row.year,
        name: row.merchantName,
        merchantId: row.merchantId,
        category: categoryName({ lang }, row),
        division: divisionName(t, row.divisionCode),
        number: row.certificateNumber,
        state: titleTag(t(`lifecycle.title.${row.state}`), row),
        until: formatDay(lang, row.validTo),
      })),
      query: new URLSearchParams(query).toString(),
      pagination: pagination(context, { ...paging, query }, '/awards'),
    };
  };
}
