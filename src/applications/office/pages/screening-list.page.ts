import type { EmptyState, StatusTag, Tabs } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ScreeningRow } from '../screening/screening.queries.js';
import { stateTag } from '../tags.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/screening': ScreeningListPage;
  }
}

export interface ScreeningListPage extends PageFrame {
  readonly lead: string;
  readonly states: Tabs;
  readonly rows: readonly {
    readonly merchant: string;
    readonly href: string;
    readonly category: string;
    readonly division: string;
    readonly state: StatusTag;
    readonly checked: string;
    readonly hits: StatusTag | null;
  }[];
  readonly empty: EmptyState;
}

export function screeningListPage(rows: readonly ScreeningRow[], rules: number, chosen: string) {
  return ({ t, lang }: PageContext): ScreeningListPage => {
    const open = rows.filter(({ state }) => state === 'Recommended').length;
    return {
      title: t('review.screening.title'),
      breadcrumbs: [],
      lead: t('review.screening.lead', { count: open }),
      states: {
        label: t('review.division.byStep'),
        tabs: ['', 'Recommended', 'CorrectionRequested', 'ScreenedIn', 'ScreenedOut'].map(
          (state) => ({
            href: state ? `/office/screening?state=${state}` : '/office/screening',
            label: t(state ? `lifecycle.application.${state}` : 'review.all'),
            current: state === chosen,
            count: rows.filter((row) => !state || row.state === state).length,
          }),
        ),
      },
      rows: rows
        .filter((row) => !chosen || row.state === chosen)
        .map((row) => ({
          merchant: row.merchantName,
          href: `/office/screening/${row.id}`,
          category: lang === 'zh-CN' ? row.categoryZh : row.categoryEn,
          division: t(`division.${row.divisionCode}`),
          state: stateTag(row.state, t),
          checked: t('design.progress', { done: row.checked, total: rules }),
          hits: row.hits
            ? { label: t('review.veto.hits', { count: row.hits }), tone: 'bad' }
            : null,
        })),
      empty: {
        title: t('review.screening.empty'),
        text: t('review.screening.empty.text'),
        action: null,
      },
    };
  };
}
