import type { Translate } from '../../web/page-context.js';
import { RETURN_COLUMNS } from './return-columns.js';
import type { ReturnsPlan } from './plan-returns-import.js';
import type { LineProblem } from './row-groups.js';

/** What a figure is called, with its shop where it is one of a shop. */
export function returnFieldLabel(field: string, shops: ReturnsPlan['shops'], t: Translate): string {
  const [stem = '', shopId = '', key = ''] = field.split('.');
  if (stem === 'shop') {
    const { shopName = '' } = shops.get(shopId) ?? {};
    return t('merchants.return.ofShop', { field: t(`merchants.return.${key}`), shop: shopName });
  }
  return t(RETURN_COLUMNS.find((column) => column.key === field)?.label ?? field);
}

/** The sentence of a problem as the form would say it. */
export function returnLine(one: LineProblem, { shops }: ReturnsPlan, t: Translate) {
  const field = returnFieldLabel(one.field, shops, t);
  return { line: one.line, text: t(one.code, { ...one.variables, field }) };
}
