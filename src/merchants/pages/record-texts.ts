import {
  RECORD_FIELDS,
  type RecordFacts,
  type RecordField,
  changedFields,
} from '../../rules/registry/merchant-facts.js';
import { formatDay, formatHundredths, formatNumber } from '../../text/format.js';
import type { PageContext } from '../../web/page-context.js';

export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Field by field, what one state of a record says and the other says instead. */
export function differences(
  context: PageContext,
  before: Partial<RecordFacts>,
  after: Partial<RecordFacts>,
): readonly Difference[] {
  return changedFields(before, after).map((key) => ({
    label: context.t(`merchants.${key}`),
    before: recordText(context, key, before[key]),
    after: recordText(context, key, after[key]),
  }));
}

/** Every field of a record in words, in the order of the form. */
export function recordRows(context: PageContext, facts: RecordFacts) {
  return RECORD_FIELDS.map((key) => ({
    term: context.t(`merchants.${key}`),
    value: recordText(context, key, facts[key]),
    action: null,
  }));
}

/** Fields whose value is a code of a list, with the prefix of its labels. */
const lists: Partial<Record<RecordField, string>> = {
  merchantType: 'merchants.merchantType',
  idType: 'merchants.idType',
  exemptionGround: 'merchants.exemptionGround',
  divisionCode: 'division',
  goodsCategories: 'merchants.goods',
  sector: 'merchants.sector',
  businessType: 'merchants.businessType',
};

const units: Partial<Record<RecordField, string>> = {
  capitalWan: 'forms.unit.wan',
  farmGoodsSharePct: 'forms.unit.percent',
  localOriginPct: 'forms.unit.percent',
  principalSharePct: 'forms.unit.percent',
};

function recordText({ t, lang }: PageContext, key: RecordField, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('merchants.notGiven');
  if (Array.isArray(value)) {
    return value.map((one) => t(`${lists[key]}.${String(one)}`)).join(t('navigation.listComma'));
  }
  if (typeof value === 'boolean') return t(value ? 'merchants.yes' : 'merchants.no');
  if (typeof value === 'number') {
    const unit = units[key];
    return unit ? `${formatHundredths(value)} ${t(unit)}` : formatNumber(value);
  }
  const text = value as string;
  if (lists[key]) return t(`${lists[key]}.${text}`);
  return key === 'foundedOn' ? formatDay(lang, text) : text;
}
