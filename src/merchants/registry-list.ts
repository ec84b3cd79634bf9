import { DIVISION_CODES } from '../rules/identifiers/divisions.js';
import { lastFullYear } from '../rules/registry/return-years.js';
import { SIZE_CLASSES, sizeRange } from '../rules/registry/size-class.js';
import { MERCHANT_TYPES, SECTORS } from '../rules/registry/vocabulary.js';
import { type RawForm, typedTexts } from '../web/forms/parse-value.js';
import { type ListOption, type ListTable, choices } from '../web/lists/list-table.js';
import { DIVISION_ORDER } from './registry.queries.js';

/** The list as an address asks for it: of the year it names, or of the last full one. */
export function registryListOf(asked: RawForm, now: string): ListTable {
  const [year = ''] = typedTexts(asked, 'year');
  return /^2\d{3}$/.test(year)
    ? registryList(Number(year), true)
    : registryList(lastFullYear(now), false);
}

/** The register with the figures of one year. What is sealed stands in no column. */
function registryList(year: number, named: boolean): ListTable {
  return {
    name: 'merchants',
    path: '/office/registry',
    kept: named ? { year: String(year) } : {},
    from: {
      sql: 'merchant m LEFT JOIN annual_return r ON r.merchant_id = m.id AND r.year = ?',
      values: [year],
    },
    scope: { sql: 'm.merged_into_id IS NULL' },
    id: 'm.id',
    columns: [
      {
        key: 'name',
        label: 'merchants.name',
        sql: 'm.name',
        kind: 'text',
        sort: 'm.search_name',
      },
      {
        key: 'division',
        label: 'merchants.registry.division',
        sql: 'm.division_code',
        kind: 'text',
        say: (code) => `division.${code}`,
        sort: DIVISION_ORDER,
      },
      {
        key: 'type',
        label: 'merchants.merchantType',
        sql: 'm.merchant_type',
        kind: 'text',
        say: (type) => `merchants.merchantType.${type}`,
      },
      {
        key: 'sector',
        label: 'merchants.sector',
        sql: 'm.sector',
        kind: 'text',
        say: (sector) => `merchants.sector.${sector}`,
        wide: true,
      },
      {
        key: 'shops',
        label: 'merchants.registry.shops',
        sql: "(SELECT COUNT(*) FROM shop s WHERE s.merchant_id = m.id AND s.status <> 'closed')",
        kind: 'number',
        wide: true,
      },
      {
        key: 'net',
        label: 'merchants.registry.net',
        words: { year: String(year) },
        sql: 'r.net_wan',
        kind: 'hundredths',
        nothing: 'merchants.registry.noReturn',
      },
      {
        key: 'creditCode',
        label: 'merchants.creditCode',
        sql: 'm.credit_code',
        kind: 'text',
        shown: false,
      },
      { key: 'town', label: 'merchants.town', sql: 'm.town', kind: 'text', shown: false },
    ],
    href: (id) => `/office/registry/${id}`,
    states: null,
    filters: [
      choices(
        'division',
        'merchants.registry.division',
        'm.division_code',
        DIVISION_CODES.map((code) => ({ value: code, label: `division.${code}` })),
      ),
      choices(
        'type',
        'merchants.merchantType',
        'm.merchant_type',
        MERCHANT_TYPES.map((type) => ({ value: type, label: `merchants.merchantType.${type}` })),
      ),
      choices(
        'sector',
        'merchants.sector',
        'm.sector',
        SECTORS.map((sector) => ({ value: sector, label: `merchants.sector.${sector}` })),
      ),
      {
        key: 'acceptance',
        label: 'merchants.acceptance.term',
        options: [
          {
            value: 'accepted',
            label: 'merchants.acceptance.accepted',
            where: { sql: 'm.accepted_at IS NOT NULL' },
          },
          {
            value: 'waiting',
            label: 'merchants.acceptance.not',
            where: { sql: 'm.accepted_at IS NULL' },
          },
        ],
      },
      { key: 'size', label: 'merchants.registry.size', options: SIZE_CLASSES.map(sizeOption) },
      {
        key: 'return',
        label: 'merchants.registry.return',
        options: [
          {
            value: 'none',
            label: 'merchants.registry.return.none',
            where: { sql: 'r.id IS NULL' },
          },
          {
            value: 'filed',
            label: 'merchants.registry.return.filed',
            where: { sql: 'r.id IS NOT NULL' },
          },
        ],
      },
    ],
    search: {
      label: 'merchants.registry.text',
      texts: ['m.search_name'],
      codes: ['m.credit_code'],
      pinyin: 'm.name',
    },
    order: `${DIVISION_ORDER}, m.search_name`,
  };
}

function sizeOption({ code }: (typeof SIZE_CLASSES)[number]): ListOption {
  const { from, to } = sizeRange(code)!;
  return {
    value: code,
    label: `merchants.size.${code}`,
    where: to
      ? { sql: 'r.net_wan >= ? AND r.net_wan < ?', values: [from, to] }
      : { sql: 'r.net_wan >= ?', values: [from] },
  };
}
