import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { AwardListRecord } from '../award-list.queries.js';
import type { ListDifference } from '../list-rows.js';
import { type ListTable, listTable, listTableRow } from './list-table.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/changes': ChangesPage;
  }
}

export interface ChangesPage extends PageFrame {
  readonly versions: string;
  readonly reason: string | null;
  readonly differences: readonly { change: string; before: string | null; after: string | null }[];
  readonly table: ListTable;
}

/** What one published version changed against the one before; both stay readable. */
export function changesPage(
  list: AwardListRecord,
  before: AwardListRecord | null,
  differences: readonly ListDifference[],
) {
  return (context: PageContext): ChangesPage => {
    const { t } = context;
    const text = (row: ListDifference['before']) => {
      if (!row) return null;
      const { division, name, category, main } = listTableRow(context, list, row);
      return [category, division, name, main].filter(Boolean).join(' · ');
    };
    return {
      title: t('awards.changes.title', { programme: list.programmeName }),
      breadcrumbs: [
        { label: t('navigation.awards'), href: '/awards' },
        { label: t('awards.list.changes'), href: null },
      ],
      versions: before
        ? t('awards.changes.versions', { from: before.number, to: list.number })
        : t('awards.changes.first'),
      reason: list.correctionReason,
      differences: differences.map((one) => ({
        change: t(`awards.changes.${one.change}`),
        before: text(one.before),
        after: text(one.after),
      })),
      table: listTable(context, list, 'list'),
    };
  };
}
