import type { EmptyState, StatusTag, Tabs } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { VetoRule } from '../../../rules/scoring/veto-rule.js';
import type { ScreeningRow } from '../screening/screening.queries.js';
import { stateTag } from '../tags.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import type { CheckPoint } from '../../../rules/lifecycle/check-point.js';
import { checkPointOf } from '../../../rules/lifecycle/check-point.js';

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

export function screeningListPage(
  rows: readonly ScreeningRow[],
  vetoRules: readonly VetoRule[],
  chosen: string,
) {
  return ({ t, lang }: PageContext): ScreeningListPage => {
    const asked = (point: CheckPoint) =>
      vetoRules.filter(({ checkPoints }) => checkPoints.includes(point)).length;
    return {
      title: t('review.screening.title'),
      breadcrumbs: [],
      lead: t('review.screening.lead', {
        count: rows.filter(({ state }) => applicationIn.awaitsScreening.has(state)).length,
        unread: rows.reduce((sum, { unread }) => sum + unread, 0),
      }),
      states: {
        label: t('review.division.byStep'),
        tabs: Object.entries(tabs).map(([key, isIn]) => ({
          href: key ? `/office/screening?state=${key}` : '/office/screening',
          label: t(tabLabels[key] ?? `lifecycle.application.${key}`),
          current: key === chosen,
          count: rows.filter(isIn).length,
        })),
      },
      rows: rows
        .filter(tabs[chosen] ?? tabs['']!)
        .toSorted((one, other) => other.unread - one.unread)
        .map((row) => ({
          merchant: row.merchantName,
          href: `/office/screening/${row.id}`,
          category: lang === 'zh-CN' ? row.categoryZh : row.categoryEn,
          division: t(`division.${row.divisionCode}`),
          state: stateTag(row.state, t),
          checked: t('design.progress', {
            done: row.checked,
            total: asked(checkPointOf(row.state)),
          }),
          hits: hitsTag(row, t),
        })),
      empty: {
        title: t('review.screening.empty'),
        text: t('review.screening.empty.text'),
        action: null,
      },
    };
  };
}

/** Which rows a tab of the list holds, by the value in its address. */
const tabs: Readonly<Record<string, (row: ScreeningRow) => boolean>> = {
  '': () => true,
  unread: ({ unread }) => unread > 0,
  ...Object.fromEntries(
    [...applicationIn.screeningTabs].map((wanted) => [
      wanted,
      ({ state }: ScreeningRow) => state === wanted,
    ]),
  ),
};

const tabLabels: Readonly<Record<string, string>> = {
  '': 'review.all',
  unread: 'review.screening.tab.unread',
};

function hitsTag({ hits, unread }: ScreeningRow, t: PageContext['t']): StatusTag | null {
  if (unread) return { label: t('review.veto.waiting', { count: unread }), tone: 'attention' };
  return hits ? { label: t('review.veto.hits', { count: hits }), tone: 'bad' } : null;
}
