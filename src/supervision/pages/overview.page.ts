import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import type { PhaseBanner, TableNumbers, Tabs } from '../../web/component-models.js';
import type { EmptyState } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { type OverviewRows, overdueTable } from './overdue.table.js';
import {
  conflictTable,
  extensionTable,
  noticeTable,
  objectionTable,
  progressTable,
  removalTable,
} from './overview.tables.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'supervision/overview': OverviewPage;
  }
}

export interface OverviewPage extends PageFrame {
  readonly tabs: Tabs;
  readonly banner: PhaseBanner | null;
  readonly empty: EmptyState;
  readonly sections: readonly {
    readonly heading: string;
    readonly none: string;
    readonly table: TableNumbers | null;
  }[];
}

const tables = [
  ['overdue', overdueTable],
  ['progress', progressTable],
  ['conflicts', conflictTable],
  ['removals', removalTable],
  ['extensions', extensionTable],
  ['objections', objectionTable],
  ['notices', noticeTable],
] as const;

export function overviewPage(programmes: readonly ProgrammeRow[], rows: OverviewRows | null) {
  return (context: PageContext): OverviewPage => {
    const { t } = context;
    return {
      title: t('supervision.title'),
      breadcrumbs: [],
      tabs: {
        label: t('supervision.programmes'),
        tabs: programmes.map(({ id, slug, name }) => ({
          href: `/supervision?programme=${encodeURIComponent(slug)}`,
          label: name,
          current: id === rows?.programme.id,
          count: null,
        })),
      },
      banner: rows && {
        title: rows.programme.name,
        phase: t(`lifecycle.programme.${rows.programme.state}`),
        next: null,
      },
      empty: { title: t('supervision.none'), text: t('supervision.none.text'), action: null },
      sections: rows
        ? tables.map(([name, build]) => {
            const table = build(rows, context);
            return {
              heading: t(`supervision.${name}`),
              none: t(`supervision.${name}.none`),
              table: table.rows.length ? table : null,
            };
          })
        : [],
    };
  };
}
