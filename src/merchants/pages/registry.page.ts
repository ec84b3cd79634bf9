import { DIVISION_CODES } from '../../rules/identifiers/divisions.js';
import { formatHundredths, formatNumber } from '../../text/format.js';
import type { EmptyState, Pagination, TableNumbers } from '../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldSelect,
  FieldText,
} from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { PAGE_SIZE, type RegistryRow, type RegistrySearch } from '../registry.queries.js';
import { pageLinks } from './page-links.js';
import type { RegistrySearchForm } from './registry.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'merchants/registry': RegistryPage;
  }
}

export interface RegistryPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly text: FieldText;
  readonly division: FieldSelect;
  readonly sector: FieldSelect;
  readonly size: FieldSelect;
  readonly withoutReturn: FieldCheckboxes;
  readonly year: number;
  readonly table: TableNumbers;
  readonly found: boolean;
  readonly empty: EmptyState;
  readonly pagination: Pagination;
  readonly exportQuery: string;
  readonly mayImport: boolean;
}

export interface RegistryRows {
  readonly search: RegistrySearch;
  readonly page: number;
  readonly rows: readonly RegistryRow[];
  readonly total: number;
  readonly mayImport: boolean;
}

export function registryPage(form: Submitted<RegistrySearchForm>, found: RegistryRows) {
  return (context: PageContext): RegistryPage => {
    const { t } = context;
    const drawn = context.draw(form);
    const { search, total } = found;
    const any = (field: FieldSelect): FieldSelect => ({
      ...field,
      placeholder: t('merchants.registry.any'),
    });
    return {
      title: t('merchants.registry.title'),
      breadcrumbs: [{ label: t('merchants.registry.title'), href: null }],
      summary: drawn.summary,
      text: drawn.text('text'),
      division: any(
        drawn.select(
          'division',
          DIVISION_CODES.map((code) => ({ value: code, label: t(`division.${code}`) })),
        ),
      ),
      sector: any(drawn.select('sector')),
      size: any(drawn.select('size')),
      withoutReturn: drawn.flag('withoutReturn'),
      year: search.year,
      table: table(found, context),
      found: total > 0,
      empty: {
        title: t('merchants.registry.empty.title'),
        text: t('merchants.registry.empty.text'),
        action: null,
      },
      pagination: pageLinks(context, {
        path: '/office/registry',
        query: query(search),
        page: found.page,
        pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
        total,
      }),
      exportQuery: query(search).toString(),
      mayImport: found.mayImport,
    };
  };
}

function table({ rows, search }: RegistryRows, { t }: PageContext): TableNumbers {
  const column = (key: string, numeric = false, unit: string | null = null) => ({
    label: t(key, { year: String(search.year) }),
    unit: unit ? t(unit) : null,
    numeric,
  });
  return {
    id: 'registry',
    caption: t('merchants.registry.caption'),
    columns: [
      column('merchants.name'),
      column('merchants.registry.division'),
      column('merchants.merchantType'),
      column('merchants.sector'),
      column('merchants.registry.shops', true),
      column('merchants.registry.net', true, 'forms.unit.wan'),
    ],
    rows: rows.map((row) => ({
      cutLine: false,
      cells: [
        text(row.name, `/office/registry/${row.id}`),
        text(t(`division.${row.divisionCode}`)),
        text(t(`merchants.merchantType.${row.merchantType}`)),
        text(t(`merchants.sector.${row.sector}`)),
        number(formatNumber(row.shops)),
        number(
          row.netWan === null ? t('merchants.registry.noReturn') : formatHundredths(row.netWan),
        ),
      ],
    })),
    totals: null,
  };
}

function query(search: RegistrySearch): URLSearchParams {
  const given = {
    text: search.text,
    division: search.divisionCode,
    sector: search.sector,
    size: search.sizeClass,
    year: String(search.year),
    withoutReturn: search.withoutReturn ? 'on' : null,
  };
  return new URLSearchParams(
    Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

function text(value: string, href: string | null = null) {
  return { text: value, href, numeric: false };
}

function number(value: string) {
  return { text: value, href: null, numeric: true };
}
