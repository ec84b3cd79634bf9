import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type { EmptyState, StatusTag, Tabs } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { VerificationRow } from '../verification/verification.queries.js';
import { stateTag } from '../tags.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/verification': VerificationListPage;
  }
}

export interface VerificationListPage extends PageFrame {
  readonly lead: string;
  readonly states: Tabs;
  readonly rows: readonly {
    readonly merchant: string;
    readonly href: string;
    readonly category: string;
    readonly division: string;
    readonly state: StatusTag;
    readonly progress: string;
    readonly reading: string;
  }[];
  readonly empty: EmptyState;
}

export function verificationListPage(
  rows: readonly VerificationRow[],
  rules: RuleSet | null,
  chosen: string,
) {
  return ({ t, lang }: PageContext): VerificationListPage => ({
    title: t('review.verification.title'),
    breadcrumbs: [],
    lead: t('review.verification.lead', {
      count: rows.filter(({ state }) => applicationIn.inVerification.has(state)).length,
    }),
    states: {
      label: t('review.division.byStep'),
      tabs: ['', 'ScreenedIn', 'Verified'].map((state) => ({
        href: state ? `/office/verification?state=${state}` : '/office/verification',
        label: t(state ? `lifecycle.application.${state}` : 'review.all'),
        current: state === chosen,
        count: rows.filter((row) => !state || row.state === state).length,
      })),
    },
    rows: rows
      .filter((row) => !chosen || row.state === chosen)
      .map((row) => ({
        merchant: row.merchantName,
        href: `/office/verification/${row.id}`,
        category: lang === 'zh-CN' ? row.categoryZh : row.categoryEn,
        division: t(`division.${row.divisionCode}`),
        state: stateTag(row.state, t),
        progress: t('design.progress', { done: row.done, total: row.claimed }),
        reading: t(
          row.verifiers === 0
            ? 'review.verification.notBegun'
            : row.unread > 0
              ? 'review.verification.toRead'
              : 'review.verification.readAll',
          { count: row.unread },
        ),
      })),
    empty: {
      title: t('review.verification.empty'),
      text: t(rules ? 'review.verification.empty.text' : 'review.noProgramme'),
      action: null,
    },
  });
}
