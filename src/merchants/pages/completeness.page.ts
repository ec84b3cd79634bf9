import { formatNumber } from '../../text/format.js';
import type { TableNumbers } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { CallLine } from '../call-list.js';
import type { CompletenessRow } from '../registry.queries.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'merchants/completeness': CompletenessPage;
    'merchants/call-list': CallListPage;
  }
}

export interface CompletenessPage extends PageFrame {
  readonly year: number;
  readonly table: TableNumbers;
}

export interface CallListPage extends PageFrame {
  readonly year: number;
  readonly division: string;
  readonly rows: readonly {
    readonly name: string;
    readonly town: string;
    readonly contactName: string;
    readonly contactMobile: string;
  }[];
}

export function completenessPage(rows: readonly CompletenessRow[], year: number) {
  return ({ t }: PageContext): CompletenessPage => {
    const sum = (key: Exclude<keyof CompletenessRow, 'divisionCode'>) =>
      rows.reduce((total, row) => total + row[key], 0);
    return {
      title: t('merchants.completeness.title'),
      breadcrumbs: [
        { label: t('merchants.registry.title'), href: '/office/registry' },
        { label: t('merchants.completeness.title'), href: null },
      ],
      year,
      table: {
        id: 'completeness',
        caption: t('merchants.completeness.caption', { year: String(year) }),
        columns: [
          'division',
          'merchants',
          'withReturn',
          'missing',
          'withoutShop',
          'withoutIntro',
        ].map((key, at) => ({
          label: t(`merchants.completeness.${key}`),
          unit: null,
          numeric: at > 0,
        })),
        rows: rows.map((row) => ({
          cutLine: false,
          cells: [
            { text: t(`division.${row.divisionCode}`), href: null, numeric: false },
            ...cells(row, `/office/registry/completeness/${row.divisionCode}?year=${year}`),
          ],
        })),
        totals: [
          { text: t('merchants.completeness.total'), href: null, numeric: false },
          ...cells(
            {
              merchants: sum('merchants'),
              withReturn: sum('withReturn'),
              withoutShop: sum('withoutShop'),
              withoutIntro: sum('withoutIntro'),
            },
            null,
          ),
        ],
      },
    };
  };
}

export function callListPage(rows: readonly CallLine[], divisionCode: string, year: number) {
  return ({ t }: PageContext): CallListPage => {
    const division = t(`division.${divisionCode}`);
    const title = t('merchants.callList.title', { division, year: String(year) });
    return {
      title,
      breadcrumbs: [
        { label: t('merchants.registry.title'), href: '/office/registry' },
        { label: t('merchants.completeness.title'), href: '/office/registry/completeness' },
        { label: title, href: null },
      ],
      year,
      division,
      rows,
    };
  };
}

function number(value: number) {
  return { text: formatNumber(value), href: null, numeric: true };
}

function cells(row: Omit<CompletenessRow, 'divisionCode'>, href: string | null) {
  return [
    number(row.merchants),
    number(row.withReturn),
    { ...number(row.merchants - row.withReturn), href },
    number(row.withoutShop),
    number(row.withoutIntro),
  ];
}
