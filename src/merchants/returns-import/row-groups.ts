import { nameKey } from '../../rules/identifiers/name-skeleton.js';
import { hasLostDigits } from '../../rules/registry/read-cells.js';
import { type FieldProblem, problem } from '../../rules/registry/field-problem.js';
import type { ReturnsRow } from './read-returns-file.js';
import {
  type RecordOfReturn,
  type ReturnsOnRecord,
  type ShopOfReturn,
  addressKey,
} from './returns-on-record.js';

export type LineProblem = FieldProblem & { readonly line: number };

/** The rows of one merchant: its totals, and those of its shops. */
export interface RowGroup {
  readonly merchant: RecordOfReturn;
  readonly total: ReturnsRow;
  readonly shops: readonly { readonly shop: ShopOfReturn; readonly row: ReturnsRow }[];
}

const CODE_DIGITS = 18;
/** What a row of a shop says; the rest is the merchant's. */
const OF_SHOPS: readonly string[] = ['grossWan', 'refundWan', 'orders'];

/** Rows with figures → whose they are, and what is wrong with a row before its figures are looked at. */
export function groupRows(
  rows: readonly ReturnsRow[],
  record: ReturnsOnRecord,
  figures: readonly string[],
): { readonly groups: readonly RowGroup[]; readonly problems: readonly LineProblem[] } {
  const problems: LineProblem[] = [];
  const groups = new Map<
    string,
    {
      merchant: RecordOfReturn;
      total: ReturnsRow | null;
      shops: RowGroup['shops'][number][];
      first: number;
    }
  >();
  const wrong = (line: number, field: string, code: string, variables = {}) =>
    problems.push({ ...problem(field, code, variables), line });
  for (const row of rows) {
    const found = merchantOf(row, record);
    if ('code' in found) {
      problems.push({ ...found, line: row.line });
      continue;
    }
    const group = groups.get(found.id) ?? {
      merchant: found,
      total: null,
      shops: [],
      first: row.line,
    };
    groups.set(found.id, group);
    const url = row.cells.shopUrl ?? '';
    if (url === '') {
      if (group.total)
        wrong(row.line, 'creditCode', 'merchants.import.repeated', { line: group.total.line });
      else group.total = row;
      continue;
    }
    const shop = record.shops(found.id).find((one) => addressKey(one.url) === addressKey(url));
    const besides = figures.find((key) => !OF_SHOPS.includes(key) && row.cells[key]);
    if (!shop) wrong(row.line, 'shopUrl', 'merchants.returnsImport.unknownShop');
    else if (group.shops.some((one) => one.shop.id === shop.id))
      wrong(row.line, 'shopUrl', 'merchants.returnsImport.shopTwice');
    else if (besides) wrong(row.line, besides, 'merchants.returnsImport.onlySales');
    else group.shops.push({ shop, row });
  }
  for (const { total, first } of groups.values())
    if (!total) wrong(first, 'shopUrl', 'merchants.returnsImport.noTotal');
  return {
    groups: [...groups.values()].flatMap(({ merchant, total, shops }) =>
      total ? [{ merchant, total, shops }] : [],
    ),
    problems,
  };
}

function merchantOf({ cells }: ReturnsRow, record: ReturnsOnRecord): RecordOfReturn | FieldProblem {
  const { record: id = '', name = '' } = cells;
  const creditCode = (cells.creditCode ?? '').normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (!id && !creditCode) return problem('creditCode', 'merchants.returnsImport.nobody');
  const found = record.find(id, creditCode);
  // A code of digits alone may end in zeros by itself; then it is on record, under this name.
  const isSound = creditCode === found?.creditCode && nameKey(found.name) === nameKey(name);
  if (!isSound && hasLostDigits(creditCode, CODE_DIGITS)) {
    return problem('creditCode', 'forms.table.digitsLost', { typed: creditCode });
  }
  if (!found) {
    const other = record.named(name);
    return other?.creditCode
      ? problem('creditCode', 'merchants.returnsImport.otherCode', {
          name: other.name,
          code: other.creditCode,
        })
      : problem('creditCode', 'merchants.returnsImport.unknown');
  }
  if (id && creditCode && found.creditCode !== creditCode) {
    return problem('record', 'merchants.returnsImport.twoMerchants');
  }
  if (found.mergedIntoId) return problem('creditCode', 'merchants.import.merged');
  if (nameKey(found.name) !== nameKey(name)) {
    return problem('name', 'merchants.returnsImport.otherName', { name: found.name });
  }
  return found;
}
