import type { DiagnosedCategory } from '../../judging/diagnostics/diagnostics.queries.js';
import { groupBy } from '../../applications/group-by.js';
import { formatNumber } from '../../text/format.js';
import type { EmptyState, TableNumbers } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { table } from './table.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'supervision/diagnostics-index': DiagnosticsIndexPage;
  }
}

export interface DiagnosticsIndexPage extends PageFrame {
  readonly tables: readonly TableNumbers[];
  readonly empty: EmptyState;
}

export function diagnosticsIndexPage(categories: readonly DiagnosedCategory[]) {
  return (context: PageContext): DiagnosticsIndexPage => {
    const { t } = context;
    const programmes = groupBy(categories, ({ programmeId }) => programmeId);
    return {
      title: t('supervision.diagnostics.title'),
      breadcrumbs: [
        { label: t('supervision.title'), href: '/supervision' },
        { label: t('supervision.diagnostics.title'), href: null },
      ],
      tables: [...programmes].map(([id, rows]) => programmeTable(id, rows, context)),
      empty: {
        title: t('supervision.none'),
        text: t('supervision.diagnostics.none'),
        action: null,
      },
    };
  };
}

/** Before the lock a category is named and leads nowhere. */
function programmeTable(
  id: string,
  rows: readonly DiagnosedCategory[],
  { t, lang }: PageContext,
): TableNumbers {
  return table(
    `programme-${id}`,
    rows[0]!.programmeName,
    [
      { label: t('supervision.column.category') },
      { label: t('supervision.column.state') },
      { label: t('supervision.diagnostics.notes'), numeric: true },
    ],
    rows.map(({ categoryId, nameZh, nameEn, locked, notes }) => {
      const name = lang === 'en' ? nameEn : nameZh;
      return [
        locked ? { text: name, href: `/supervision/diagnostics/${categoryId}` } : name,
        locked
          ? t('supervision.diagnostics.locked', { rounds: locked })
          : t('supervision.diagnostics.open'),
        formatNumber(notes),
      ];
    }),
  );
}
