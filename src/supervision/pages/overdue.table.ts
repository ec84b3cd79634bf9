import type { LateReReview } from '../../judging/re-reviews/re-review-sheet.queries.js';
import type { CalendarPhase } from '../../programmes/programme.entity.js';
import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import { daysBetween } from '../../rules/calendar/beijing-time.js';
import { programmeLifecycle } from '../../rules/lifecycle/programme-lifecycle.js';
import { objectionTerm } from '../../rules/term-work.js';
import { formatDay, formatNumber } from '../../text/format.js';
import type { TableNumbers } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type {
  DeclaredConflict,
  ProposedRemoval,
  LateCorrection,
  LateSheets,
  ObjectionLine,
  OrderedExtension,
  PostedNotice,
  SheetProgress,
} from '../supervision.queries.js';
import { table } from './table.js';

export interface OverviewRows {
  readonly programme: ProgrammeRow;
  readonly today: string;
  readonly corrections: readonly LateCorrection[];
  readonly sheets: readonly LateSheets[];
  readonly reReviews: readonly LateReReview[];
  readonly progress: readonly SheetProgress[];
  readonly conflicts: readonly DeclaredConflict[];
  readonly removals: readonly ProposedRemoval[];
  readonly extensions: readonly OrderedExtension[];
  readonly objections: readonly ObjectionLine[];
  readonly notices: readonly PostedNotice[];
}

interface LateTask {
  readonly task: string;
  readonly owner: string;
  readonly due: string;
}

/** Everything past its day, longest first, with who has to act. */
export function overdueTable(rows: OverviewRows, context: PageContext): TableNumbers {
  const { t, lang } = context;
  const late = [
    ...latePhase(rows, context),
    ...lateObjections(rows, context),
    ...rows.sheets.map(({ judgeName, categoryZh, categoryEn, kind, closesOn, sheets }) => ({
      task: t('supervision.late.sheets', {
        category: lang === 'zh-CN' ? categoryZh : categoryEn,
        round: t(`supervision.round.${kind}`),
        sheets,
      }),
      owner: judgeName,
      due: closesOn,
    })),
    ...rows.reReviews.map(({ expertName, receiptNumber, closesOn }) => ({
      task: t('supervision.late.reReview', { receipt: receiptNumber }),
      owner: expertName,
      due: closesOn,
    })),
    ...rows.corrections.map(({ merchantName, receiptNumber, dueOn }) => ({
      task: t('supervision.late.correction', { receipt: receiptNumber ?? '' }),
      owner: merchantName,
      due: dueOn,
    })),
  ].toSorted((a, b) => a.due.localeCompare(b.due) || a.owner.localeCompare(b.owner));
  return table(
    'overdue',
    t('supervision.overdue'),
    [
      { label: t('supervision.column.task') },
      { label: t('supervision.column.owner') },
      { label: t('supervision.column.due') },
      { label: t('supervision.column.late'), unit: t('supervision.unit.days'), numeric: true },
    ],
    late.map(({ task, owner, due }) => [
      task,
      owner,
      formatDay(lang, due),
      formatNumber(daysBetween(due, rows.today)),
    ]),
  );
}

/** The programme stands in a phase whose last day, extensions included, has passed. */
function latePhase({ programme, extensions, today }: OverviewRows, { t }: PageContext): LateTask[] {
  const phase = programme.calendar.find((one: CalendarPhase) => one.phase === programme.state);
  if (!phase) return [];
  const extended = extensions
    .filter((one) => one.phase === phase.phase && one.scope === 'all')
    .map((one) => one.newLastDay);
  const due = [phase.to, ...extended].toSorted().at(-1)!;
  if (due >= today) return [];
  const leaving = programmeLifecycle.rows.find(({ from }) => from.includes(programme.state));
  const owners = (leaving?.actors ?? []).map((role) => t(`role.${role}`));
  const task = t('supervision.late.phase', { phase: t(`lifecycle.programme.${phase.phase}`) });
  return [{ task, owner: owners.join(t('navigation.listComma')), due }];
}

function lateObjections({ objections, today }: OverviewRows, { t }: PageContext): LateTask[] {
  return objections.flatMap((objection) => {
    const term = objectionTerm(objection.state);
    const due = term && objection[term.day];
    if (!due || due >= today) return [];
    const task = t(`supervision.late.${term.day}`, { receipt: objection.receiptNumber });
    return [{ task, owner: t(`role.${term.owner}`), due }];
  });
}
