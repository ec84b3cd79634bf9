import { quotedList } from '../../../database/quoted-list.js';
import { DIVISION_CODES } from '../../../rules/identifiers/divisions.js';
import { titleIn } from '../../../rules/lifecycle/title-groups.js';
import { TITLE_STATES } from '../../../rules/lifecycle/title-lifecycle.js';
import { type ListTable, choices } from '../../../web/lists/list-table.js';
import type { TitleQueries } from '../title.queries.js';
import { titleTones } from '../../pages/labels.js';

interface TitleChoices {
  readonly categories: readonly {
    readonly code: string;
    readonly nameZh: string;
    readonly nameEn: string;
  }[];
  readonly years: readonly number[];
}

export async function titleTable(titles: TitleQueries, today: string): Promise<ListTable> {
  const [categories, years] = await Promise.all([titles.categories(), titles.years()]);
  return titleList(today, { categories, years: years.map(({ year }) => year) });
}

/** Titles of all years, the newest first. The clock ends a title even before the office writes it down. */
function titleList(today: string, { categories, years }: TitleChoices): ListTable {
  const state = `CASE WHEN t.valid_to < ${quotedList([today])}
    AND t.state NOT IN (${quotedList(titleIn.ended)}) THEN ${quotedList(titleIn.expired)} ELSE t.state END`;
  const names = new Map(
    categories.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]),
  );
  return {
    name: 'titles',
    empty: { title: 'awards.titles.none', text: 'awards.titles.noneText' },
    path: '/office/titles',
    from: { sql: 'title t' },
    scope: { sql: '1 = 1' },
    id: 't.id',
    columns: [
      {
        key: 'merchant',
        label: 'awards.field.name',
        sql: 't.merchant_name',
        kind: 'text',
        sort: 't.search_name',
      },
      {
        key: 'state',
        label: 'awards.field.state',
        sql: state,
        kind: 'text',
        say: (one) => `lifecycle.title.${one}`,
        tone: (one) => titleTones[one] ?? 'neutral',
      },
      {
        key: 'certificate',
        label: 'awards.field.certificate',
        sql: 't.certificate_number',
        kind: 'text',
      },
      {
        key: 'category',
        label: 'awards.field.category',
        sql: 't.category_code',
        kind: 'text',
        say: (code) => names.get(code) ?? { zh: code, en: code },
        wide: true,
      },
      {
        key: 'division',
        label: 'awards.field.division',
        sql: 't.division_code',
        kind: 'text',
        say: (code) => `division.${code}`,
        wide: true,
      },
      { key: 'validTo', label: 'awards.field.validTo', sql: 't.valid_to', kind: 'day' },
      { key: 'since', label: 'lists.since', sql: 't.state_since', kind: 'day', shown: false },
    ],
    href: (id) => `/office/titles/${id}`,
    states: choices(
      'state',
      'awards.field.state',
      `(${state})`,
      TITLE_STATES.map((one) => ({ value: one, label: `lifecycle.title.${one}` })),
    ),
    filters: [
      choices(
        'year',
        'awards.field.year',
        'CAST(t.year AS VARCHAR(4))',
        years.map((year) => ({
          value: String(year),
          label: { zh: String(year), en: String(year) },
        })),
      ),
      choices(
        'category',
        'awards.field.category',
        't.category_code',
        categories.map(({ code, nameZh, nameEn }) => ({
          value: code,
          label: { zh: nameZh, en: nameEn },
        })),
      ),
      choices(
        'division',
        'awards.field.division',
        't.division_code',
        DIVISION_CODES.map((code) => ({ value: code, label: `division.${code}` })),
      ),
    ],
    search: {
      label: 'awards.titles.search',
      texts: ['t.search_name'],
      codes: ['t.certificate_number', 't.verify_code'],
      pinyin: 't.merchant_name',
    },
    order: 't.year DESC, t.category_code, t.certificate_number',
  };
}
