import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { formatDay, formatHundredths } from '../../text/format.js';
import type { StatusTag, TaskList } from '../../web/component-models.js';
import { type FieldProblem, doubtKey } from '../../rules/registry/field-problem.js';
import type { ErrorSummary, FieldCheckboxes, FieldNumber } from '../../web/field-models.js';
import { areConfirmed, confirmField } from '../../web/forms/confirmed-doubts.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ShopRow } from '../merchant.queries.js';
import type { ReturnRow } from '../return.queries.js';
import {
  RETURN_FIELDS,
  SHOP_FIELDS,
  isDecimal,
  isSummed,
  rawReturn,
  returnMeta,
} from '../return-fields.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'merchants/my-returns': MyReturnsPage;
    'merchants/my-return': MyReturnPage;
  }
}

export interface MyReturnsPage extends PageFrame {
  readonly years: TaskList;
  readonly receipts: readonly { readonly label: string; readonly href: string }[];
}

export interface MyReturnPage extends PageFrame {
  readonly year: number;
  readonly summary: ErrorSummary;
  readonly version: string;
  readonly differences: readonly { label: string; before: string; after: string }[];
  /** What is reported for each shop and for all, a column each. */
  readonly grid: {
    readonly columns: readonly { readonly name: string; readonly unit: string }[];
    readonly shops: readonly { readonly name: string; readonly fields: readonly FieldNumber[] }[];
    readonly total: readonly FieldNumber[];
    readonly hint: string;
  };
  readonly sections: readonly { title: string; hint: string; fields: readonly FieldNumber[] }[];
  /** Net sales as filed, null before the first filing. */
  readonly net: string | null;
  /** Why the office sent the return back. */
  readonly sentBack: string | null;
  readonly doubts: readonly string[];
  /** Keys of the doubts that are shown, sent along with the tick. */
  readonly asked: readonly string[];
  readonly confirmed: FieldCheckboxes | null;
}

export function myReturnsPage(years: readonly number[], filed: readonly ReturnRow[]) {
  return ({ t, lang }: PageContext): MyReturnsPage => ({
    title: t('merchants.returns.title'),
    breadcrumbs: [
      { label: t('navigation.my'), href: '/my' },
      { label: t('merchants.returns.title'), href: null },
    ],
    receipts: filed
      .filter(({ year }) => years.includes(year))
      .map(({ year }) => ({
        label: t('merchants.returns.receipt.of', { year: String(year) }),
        href: `/my/returns/${year}/receipt`,
      })),
    years: {
      tasks: years.map((year, at) => {
        const row = filed.find((one) => one.year === year);
        return {
          label: t('merchants.returns.year', { year: String(year) }),
          href: `/my/returns/${year}`,
          hint: row
            ? t('merchants.returns.filed', {
                net: formatHundredths(row.netWan),
                day: formatDay(lang, beijingDate(row.filedAt)),
              })
            : t(at === 2 ? 'merchants.returns.optional' : 'merchants.returns.missing'),
          status: row?.doubted
            ? doubtedStatus(row, t)
            : row
              ? { label: t('merchants.returns.done'), tone: 'good' as const }
              : {
                  label: t('merchants.returns.open'),
                  tone: at === 2 ? ('neutral' as const) : ('attention' as const),
                },
        };
      }),
    },
  });
}

/** Who has the next word about a return in doubt. */
function doubtedStatus({ confirmedDoubts, checkedAt }: ReturnRow, t: PageContext['t']): StatusTag {
  return confirmedDoubts && !checkedAt
    ? { label: t('merchants.returns.atOffice'), tone: 'neutral' }
    : { label: t('merchants.returns.doubted'), tone: 'attention' };
}

export interface MyReturnRows {
  readonly year: number;
  readonly shops: readonly ShopRow[];
  readonly typed: RawForm;
  readonly errors: readonly FieldError[];
  readonly filed: ReturnRow | null;
  readonly conflict: boolean;
  /** What the merchant has to confirm of these figures. */
  readonly doubts: readonly FieldProblem[];
}

const sections = ['parts', 'people', 'service'] as const;

const sales = RETURN_FIELDS.filter(({ section }) => section === 'sales');

export function myReturnPage(rows: MyReturnRows) {
  return ({ t }: PageContext): MyReturnPage => {
    const { year, typed, errors, filed } = rows;
    const text = (error: FieldError) =>
      t(error.code, { ...error.variables, field: nameOf(error.field) });
    const labelOf = (field: string) => t(`merchants.return.${field.split('.').at(-1)!}`);
    /** In the list of errors a figure of a shop names its shop. */
    const nameOf = (field: string) => {
      const shop = rows.shops.find(({ id }) => field.startsWith(`shop.${id}.`));
      const label = labelOf(field);
      return shop ? t('merchants.return.ofShop', { field: label, shop: shop.shopName }) : label;
    };
    const draw = (
      name: string,
      unit: Parameters<typeof returnMeta>[2],
      required: boolean,
    ): FieldNumber => {
      const meta = returnMeta(name, '', unit, required);
      const error = errors.find((one) => one.field === name);
      return {
        name,
        label: labelOf(name),
        hint: null,
        error: error ? text(error) : null,
        required,
        value: typedTexts(typed, name)[0] ?? '',
        unit: t(meta.unit!),
        decimals: isDecimal(unit),
      };
    };
    const title = t('merchants.returns.year', { year: String(year) });
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.my'), href: '/my' },
        { label: t('merchants.returns.title'), href: '/my/returns' },
        { label: title, href: null },
      ],
      year,
      summary: { errors: errors.map((error) => ({ name: error.field, text: text(error) })) },
      version: rows.conflict
        ? String(filed?.version ?? 0)
        : (typedTexts(typed, 'version')[0] ?? '0'),
      differences: rows.conflict && filed ? compare(filed, typed, labelOf) : [],
      grid: {
        columns: sales.map(({ key, unit }) => ({
          name: labelOf(key),
          unit: t(returnMeta(key, '', unit, true).unit!),
        })),
        shops: rows.shops.map((shop) => ({
          name: t('merchants.return.shop', {
            platform: t(`merchants.platform.${shop.platform}`),
            name: shop.shopName,
          }),
          fields: SHOP_FIELDS.map(({ key, unit }) => draw(`shop.${shop.id}.${key}`, unit, true)),
        })),
        total: sales.map(({ key, unit }) => draw(key, unit, !rows.shops.length || !isSummed(key))),
        hint: t(
          rows.shops.length ? 'merchants.return.section.sales.hint' : 'merchants.return.noShops',
        ),
      },
      sections: sections.map((section) => ({
        title: t(`merchants.return.section.${section}`),
        hint: t(`merchants.return.section.${section}.hint`),
        fields: RETURN_FIELDS.filter((field) => field.section === section).map((field) =>
          draw(field.key, field.unit, field.required),
        ),
      })),
      net: filed ? formatHundredths(filed.netWan) : null,
      sentBack:
        filed?.doubted && filed.checkNote
          ? t('merchants.returns.sentBack', { reason: filed.checkNote })
          : null,
      doubts: rows.doubts.map((one) => text(one)),
      asked: rows.doubts.map(doubtKey),
      confirmed: rows.doubts.length
        ? confirmField(t('merchants.return.confirmed'), t('merchants.return.confirmed.tick'), {
            error: errors.some(({ field }) => field === 'confirmed')
              ? t('merchants.return.confirmed.ask')
              : null,
            ticked: areConfirmed(typed, rows.doubts),
          })
        : null,
    };
  };
}

/** Theirs and mine where the totals differ. */
function compare(filed: ReturnRow, typed: RawForm, labelOf: (field: string) => string) {
  const stored = rawReturn(filed);
  return RETURN_FIELDS.flatMap(({ key }) => {
    const before = typedTexts(stored, key)[0] ?? '';
    const after = typedTexts(typed, key)[0] ?? '';
    return before === after ? [] : [{ label: labelOf(key), before, after }];
  });
}
