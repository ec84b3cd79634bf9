import { DIVISION_CODES } from '../../../rules/identifiers/divisions.js';
import { SECTORS } from '../../../rules/registry/vocabulary.js';
import type { CategoryRow } from '../../../programmes/programme.queries.js';
import { type ListColumn, type ListFilter, choices } from '../../../web/lists/list-table.js';
import { toneOfState } from '../tags.js';

/** What every list of applications is read from. */
export const FROM_APPLICATION = `application a JOIN merchant m ON m.id = a.merchant_id
  JOIN category c ON c.id = a.category_id`;

/** The customary order of the divisions. */
const divisionOrder = `CASE a.division_code ${DIVISION_CODES.map((code, at) => `WHEN '${code}' THEN ${at}`).join(' ')} ELSE 99 END`;

export const IN_ORDER = 'c.position, m.search_name';

export const SEARCHED = {
  label: 'lists.applications.search',
  texts: ['m.search_name'],
  codes: ['a.receipt_number', 'm.credit_code'],
  pinyin: 'm.name',
} as const;

/** Columns that more than one list of applications shows, by their names. */
export const columns = {
  merchant: {
    key: 'merchant',
    label: 'review.column.merchant',
    sql: 'm.name',
    kind: 'text',
    sort: 'm.search_name',
  },
  state: {
    key: 'state',
    label: 'review.column.state',
    sql: 'a.state',
    kind: 'text',
    say: (state) => `lifecycle.application.${state}`,
    tone: toneOfState,
  },
  division: {
    key: 'division',
    label: 'review.column.division',
    sql: 'a.division_code',
    kind: 'text',
    say: (code) => `division.${code}`,
    sort: divisionOrder,
  },
  receipt: {
    key: 'receipt',
    label: 'review.file.receipt',
    sql: 'a.receipt_number',
    kind: 'text',
  },
  creditCode: {
    key: 'creditCode',
    label: 'review.file.creditCode',
    sql: 'm.credit_code',
    kind: 'text',
    shown: false,
  },
  sector: {
    key: 'sector',
    label: 'merchants.sector',
    sql: 'm.sector',
    kind: 'text',
    say: (sector) => `merchants.sector.${sector}`,
    shown: false,
  },
  submitted: {
    key: 'submitted',
    label: 'review.file.submitted',
    sql: 'a.submitted_at',
    kind: 'instant',
    shown: false,
  },
} as const satisfies Record<string, ListColumn>;

/** Only where a list holds more than one edition, for two may run at once. */
export function editionColumn(programmeIds: readonly string[]): readonly ListColumn[] {
  if (programmeIds.length < 2) return [];
  const sql = '(SELECT o.name FROM programme o WHERE o.id = a.programme_id)';
  return [{ key: 'edition', label: 'lists.edition', sql, kind: 'text' }];
}

export function categoryColumn(categories: readonly CategoryRow[]): ListColumn {
  const names = new Map(
    categories.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]),
  );
  return {
    key: 'category',
    label: 'review.column.category',
    sql: 'c.code',
    kind: 'text',
    say: (code) => names.get(code) ?? { zh: code, en: code },
    sort: 'c.position',
  };
}

export function categoryFilter(categories: readonly CategoryRow[]): ListFilter {
  return choices(
    'category',
    'review.column.category',
    'c.code',
    categories.map(({ code, nameZh, nameEn }) => ({
      value: code,
      label: { zh: nameZh, en: nameEn },
    })),
  );
}

export const divisionFilter = choices(
  'division',
  'review.column.division',
  'a.division_code',
  DIVISION_CODES.map((code) => ({ value: code, label: `division.${code}` })),
);

export const sectorFilter = choices(
  'sector',
  'merchants.sector',
  'm.sector',
  SECTORS.map((sector) => ({ value: sector, label: `merchants.sector.${sector}` })),
);

export function stateFilter(states: Iterable<string>): ListFilter {
  return choices(
    'state',
    'review.division.byStep',
    'a.state',
    Array.from(states, (state) => ({ value: state, label: `lifecycle.application.${state}` })),
  );
}
