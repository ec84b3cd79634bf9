import { formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { Tabs } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { AnalysedStandings } from '../analysis.queries.js';
import type { CategoryOfStandings } from '../standing.queries.js';
import { categoryName } from '../../pages/labels.js';

/** What the three pages over locked standings have in common. */
export interface AnalysisFrame extends PageFrame {
  readonly id: string;
  readonly caption: string;
  readonly tabs: Tabs;
  /** Set while there is no result to show: what is the matter and what to do. */
  readonly waiting: Waiting | null;
}

interface Waiting {
  readonly text: string;
  /** The calculation under way, or null when somebody has to ask for it. */
  readonly href: string | null;
}

const views = ['robustness', 'what-if', 'agreement'] as const;
export type AnalysisView = (typeof views)[number];

export function analysisFrame(
  context: PageContext,
  { category, lock, job }: AnalysedStandings,
  view: AnalysisView,
): AnalysisFrame {
  const { t, lang, actor } = context;
  const name = categoryName(context, category);
  const { id } = category;
  return {
    title: t(`awards.analysis.title.${view}`, { category: name }),
    breadcrumbs: [
      { label: t('navigation.office'), href: '/office' },
      {
        label: category.programmeName,
        href: allows('list.read', actor) ? `/office/lists/${category.programmeId}` : null,
      },
      { label: name, href: `/office/standings/${id}` },
      { label: t(`awards.analysis.tab.${view}`), href: null },
    ],
    id,
    caption: t('awards.analysis.caption', {
      programme: category.programmeName,
      number: lock.number,
      at: formatInstant(lang, lock.witnessedAt ?? lock.firstAt),
    }),
    tabs: analysisTabs(context, category, view),
    waiting: job?.state === 'done' ? null : waitingFor(context, job),
  };
}

/** Links among the standings and the pages over them. */
export function analysisTabs(
  { t }: PageContext,
  { id }: CategoryOfStandings,
  current: AnalysisView | null,
): Tabs {
  const tab = (view: AnalysisView | null) => ({
    label: t(`awards.analysis.tab.${view ?? 'standings'}`),
    href: `/office/standings/${id}${view ? `/${view}` : ''}`,
    current: view === current,
    count: null,
  });
  return { label: t('awards.analysis.tabs'), tabs: [tab(null), ...views.map(tab)] };
}

function waitingFor({ t }: PageContext, job: AnalysedStandings['job']): Waiting {
  if (!job) return { text: t('awards.analysis.notYet'), href: null };
  if (job.state !== 'failed')
    return { text: t('awards.analysis.underWay'), href: `/office/jobs/${job.id}` };
  const reason = t(job.refusalCode ?? 'jobs.failed', job.refusalVariables ?? {});
  return { text: t('awards.analysis.failed', { reason }), href: null };
}
