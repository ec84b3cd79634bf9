import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { formatDay } from '../../../text/format.js';
import type { EmptyState, StatusTag } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { assignmentObstacles } from '../assignment-obstacles.js';
import type { RoundAssignmentRow } from '../assignment.queries.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/assignments': AssignmentsPage;
  }
}

export interface AssignmentsPage extends PageFrame {
  readonly lead: string;
  readonly rounds: readonly {
    readonly href: string;
    readonly label: string;
    readonly edition: string | null;
    readonly status: StatusTag;
    readonly applications: number;
    readonly members: number;
    readonly sheets: number;
    readonly arrangement: string;
    readonly waiting: readonly string[];
  }[];
  readonly empty: EmptyState;
}

export interface AssignmentsData {
  /** What runs. */
  readonly programmes: readonly ProgrammeRow[];
  readonly rounds: readonly RoundAssignmentRow[];
}

export function assignmentsPage({ programmes, rounds }: AssignmentsData) {
  return (context: PageContext): AssignmentsPage => {
    const { t } = context;
    return {
      title: t('assignment.page.title'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('assignment.page.title'), href: null },
      ],
      lead: t('assignment.page.lead', {
        programme: programmes.map(({ name }) => name).join(t('navigation.listComma')),
      }),
      rounds: rounds.map((row) => ({
        href: `/office/assignments/${row.roundId}`,
        label: t(`judging.round.title.${row.kind}`, { category: categoryName(row, context) }),
        edition: row.edition,
        status: roundStatus(row, context),
        applications: row.applications,
        members: row.members,
        sheets: row.sheets,
        arrangement: arrangement(row, context),
        waiting: roundIn.locked.has(row.state)
          ? []
          : assignmentObstacles(row).map(({ code, variables }) => t(code, variables)),
      })),
      empty: {
        title: t('assignment.page.empty.title'),
        text: t('assignment.page.empty.text'),
        action: null,
      },
    };
  };
}

/** What is in force, in words. */
export function arrangement(
  row: Pick<RoundAssignmentRow, 'number' | 'mode' | 'perApplication' | 'appliedAt'>,
  { t, lang }: Pick<PageContext, 't' | 'lang'>,
): string {
  if (!row.number || !row.appliedAt) return t('assignment.inForce.default');
  const variables = { number: row.number, day: formatDay(lang, beijingDate(row.appliedAt)) };
  return row.mode === 'perApplication'
    ? t('assignment.inForce.perApplication', { ...variables, count: row.perApplication ?? 0 })
    : t('assignment.inForce.wholePanel', variables);
}

export function roundStatus(
  { state }: Pick<RoundAssignmentRow, 'state'>,
  { t }: Pick<PageContext, 't'>,
): StatusTag {
  return {
    label: t(`judging.roundState.${state}`),
    tone: roundIn.open.has(state) ? 'active' : 'neutral',
  };
}
