import type { FoundMerchant } from '../../../merchants/duplicate.queries.js';
import type { SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';

export const MERGES = '/office/registry/merges';

export interface MerchantLine {
  readonly name: string;
  readonly href: string;
  readonly note: string;
}

/** Rows of one table together. */
export function groupsOf<R extends { readonly table: string }>(
  rows: readonly R[],
): [string, R[]][] {
  const tables = [...new Set(rows.map(({ table }) => table))];
  return tables.map((table) => [table, rows.filter((row) => row.table === table)]);
}

export function line(one: FoundMerchant, { t }: PageContext): MerchantLine {
  return {
    name: one.name,
    href: `/office/registry/${one.id}`,
    note: `${t(`division.${one.divisionCode}`)} · ${one.creditCode ?? t('merchants.notGiven')}`,
  };
}

export const fact = (term: string, value: string) => ({ term, value, action: null });

export function linked(
  term: string,
  name: string,
  id: string,
  { t }: PageContext,
): SummaryList['rows'][number] {
  const action = { href: `/office/registry/${id}`, label: t('merchants.returnCheck.record') };
  return { term, value: name, action };
}

export function crumbs(title: string, { t }: PageContext): PageFrame['breadcrumbs'] {
  return [
    { label: t('merchants.registry.title'), href: '/office/registry' },
    ...(title === t('merchants.duplicates.title')
      ? []
      : [{ label: t('merchants.duplicates.title'), href: MERGES }]),
    { label: title, href: null },
  ];
}
