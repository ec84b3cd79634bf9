import type { ReturnFacts } from '../rules/registry/check-return.js';
import { checkers } from '../web/forms/check-value.js';
import type { FieldMeta } from '../web/forms/field-meta.js';
import { type RawForm, parseValue, typedTexts } from '../web/forms/parse-value.js';
import type { FieldError } from '../web/forms/submitted.js';
import type { ReturnRow } from './return.queries.js';
import { decimal } from '../text/decimal.js';

type Total = Exclude<keyof ReturnFacts, 'shops'>;
type Unit = 'wan' | 'orders' | 'people' | 'cases' | 'percent';

interface ReturnField {
  readonly key: Total;
  readonly unit: Unit;
  readonly required: boolean;
  readonly section: 'sales' | 'parts' | 'people' | 'service';
}

const wan = (key: Total, section: ReturnField['section'], required: boolean): ReturnField => ({
  key,
  unit: 'wan',
  required,
  section,
});
const count = (key: Total, unit: Unit, section: ReturnField['section'], required: boolean) => ({
  key,
  unit,
  required,
  section,
});

/** Totals of a return in the order of the form; the shops' rows stand before them. */
export const RETURN_FIELDS: readonly ReturnField[] = [
  wan('grossWan', 'sales', true),
  wan('refundWan', 'sales', true),
  count('orders', 'orders', 'sales', true),
  count('parcels', 'orders', 'sales', true),
  wan('selfOperatedWan', 'parts', false),
  wan('agencyWan', 'parts', true),
  wan('physicalWan', 'parts', false),
  wan('serviceWan', 'parts', false),
  wan('wholesaleWan', 'parts', true),
  wan('farmGoodsNetWan', 'parts', false),
  wan('taxPaidWan', 'parts', false),
  count('staff', 'people', 'people', true),
  count('insuredYearEnd', 'people', 'people', true),
  count('insuredAverage', 'people', 'people', true),
  count('familyWorkers', 'people', 'people', false),
  count('refundRatePct', 'percent', 'service', false),
  count('disputeRefundRatePct', 'percent', 'service', false),
  count('complaintsReceived', 'cases', 'service', false),
  count('complaintsSettled', 'cases', 'service', false),
  count('complaintsAgainst', 'cases', 'service', false),
  count('complaintsUnanswered', 'cases', 'service', false),
];

export const SHOP_FIELDS = [
  { key: 'grossWan', unit: 'wan' },
  { key: 'refundWan', unit: 'wan' },
  { key: 'orders', unit: 'orders' },
] as const;

type Summed = (typeof SHOP_FIELDS)[number]['key'];

export function isSummed(key: Total): key is Summed {
  return SHOP_FIELDS.some((field) => field.key === key);
}

function isEmpty(raw: RawForm, key: string): boolean {
  return (typedTexts(raw, key)[0] ?? '').trim() === '';
}

/** What was typed → facts, and what cannot be read. */
export function readReturn(raw: RawForm, shopIds: readonly string[]) {
  const errors: FieldError[] = [];
  const read = (name: string, label: string, unit: Unit, required: boolean): number => {
    const meta = returnMeta(name, label, unit, required);
    const value = parseValue(raw, meta);
    const problem = checkers[meta.kind](value, meta);
    if (problem) errors.push({ ...problem, field: name });
    return typeof value === 'number' ? value : 0;
  };
  const shops = shopIds.map((shopId) => {
    const row = (key: 'grossWan' | 'refundWan' | 'orders', unit: Unit) =>
      read(`shop.${shopId}.${key}`, `merchants.return.${key}`, unit, true);
    return {
      shopId,
      grossWan: row('grossWan', 'wan'),
      refundWan: row('refundWan', 'wan'),
      orders: row('orders', 'orders'),
    };
  });
  const totals = Object.fromEntries(
    RETURN_FIELDS.map(({ key, unit, required }) => {
      // Whoever gave every shop's figure need not add them up.
      if (isSummed(key) && shops.length && isEmpty(raw, key)) {
        return [key, shops.reduce((sum, shop) => sum + shop[key], 0)];
      }
      const value = read(key, `merchants.return.${key}`, unit, required);
      const given = required || !isEmpty(raw, key);
      return [key, given ? value : null];
    }),
  );
  return { facts: { ...totals, shops } as unknown as ReturnFacts, errors };
}

/** A filed return as it would have been typed. */
export function rawReturn(row: ReturnRow): RawForm {
  const stored = { ...row.figures, ...row } as unknown as Record<Total, number | null>;
  return Object.fromEntries([
    ...RETURN_FIELDS.map(({ key, unit }) => [key, text(stored[key], unit)]),
    ...row.shops.flatMap((shop) =>
      SHOP_FIELDS.map(({ key, unit }) => [`shop.${shop.shopId}.${key}`, text(shop[key], unit)]),
    ),
    ['version', String(row.version)],
  ]) as RawForm;
}

export function returnMeta(name: string, label: string, unit: Unit, required: boolean): FieldMeta {
  return {
    name,
    kind: isDecimal(unit) ? 'hundredths' : 'whole',
    label,
    hint: null,
    required,
    min: 0,
    max: most[unit] ?? null,
    unit: unitKeys[unit],
    values: [],
    options: '',
    input: 'text',
    autocomplete: null,
    rows: 1,
  };
}

const unitKeys: Readonly<Record<Unit, string>> = {
  wan: 'forms.unit.wan',
  orders: 'forms.unit.orders',
  people: 'forms.unit.people',
  cases: 'merchants.unit.cases',
  percent: 'forms.unit.percent',
};

const most: Readonly<Partial<Record<Unit, number>>> = { people: 99_999, percent: 100_00 };

export function isDecimal(unit: Unit): boolean {
  return unit === 'wan' || unit === 'percent';
}

function text(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return '';
  return isDecimal(unit) ? decimal(value) : String(value);
}
