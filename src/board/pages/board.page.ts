import { beijingDate } from '../../rules/calendar/beijing-time.js';
import {
  type WorkingDayCalendar,
  workingDaysLeft,
} from '../../rules/calendar/working-day-calendar.js';
import { countPhases } from '../../rules/programme/phase-calendar.js';
import { phaseDeadline, withExtensions } from '../../rules/programme/phase-deadline.js';
import { RuleError } from '../../rules/rule-error.js';
import type { DueWork } from '../../rules/due-work.js';
import { formatDay, formatDayWeekday, formatNumber } from '../../text/format.js';
import { holds } from '../../web/actor.js';
import type { ErrorSummary } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { Course, TaskList } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import { inEdition } from '../../web/in-edition.js';
import type { PageFrame } from '../../web/views/page.js';
import { allows } from '../../web/access/policies.js';
import type { Finding, ProgrammeGuard } from '../../rules/guards/guard-facts.js';
import type { OfficeTaskCounts } from '../office-tasks.queries.js';
import type { CategoryRow, ProgrammeRow, RoundRow } from '../../programmes/programme.queries.js';
import type { ExtensionRow, StepRecordRow } from '../../programmes/set-up.queries.js';
import { type HistoryLine, type RoomGroup, historyLines, roomGroups } from './board-rooms.js';
import { boardTasks } from './board-tasks.js';
import { type LateLine, lateLines } from './due-work.page.js';
import { type Turn, lateTurn } from './turn-tasks.js';
import { waitingActs } from '../../rules/guards/waiting-acts.js';
import type { StepForm } from './steps.form.js';
import { courseView } from '../../programmes/course-view.js';
import { type StepView, stepViews } from '../../programmes/step-views.js';
import { type AttestationView, attestationViews } from './attestation-views.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'office/board': BoardPage;
  }
}

export interface BoardPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly late: readonly LateLine[];
  readonly focus: {
    readonly id: string;
    readonly name: string;
    readonly phase: string;
    readonly due: string | null;
    readonly course: Course;
    /** What waits for the reader. */
    readonly tasks: TaskList;
    readonly steps: readonly StepView[];
    readonly attestations: readonly AttestationView[];
    readonly records: readonly {
      readonly label: string;
      readonly text: string;
      readonly by: string;
    }[];
    /** Applications by state; a link to them where the reader may open the list. */
    readonly counts: readonly {
      readonly label: string;
      readonly count: string;
      readonly href: string;
    }[];
    readonly rooms: readonly RoomGroup[];
  } | null;
  readonly canPrepare: boolean;
  readonly history: readonly HistoryLine[];
}

export interface BoardRows {
  /** A step that was asked for and refused. */
  readonly refused: Submitted<StepForm> | null;
  readonly programmes: readonly ProgrammeRow[];
  /** What waits whatever programme is looked at, with its owner and its day. */
  readonly work: readonly DueWork[];
  readonly focus: {
    readonly programme: ProgrammeRow;
    readonly tasks: OfficeTaskCounts;
    readonly findings: Readonly<Record<ProgrammeGuard, Finding>>;
    readonly states: readonly { state: string; count: number }[];
    readonly extensions: readonly ExtensionRow[];
    readonly records: readonly StepRecordRow[];
    readonly categories: readonly CategoryRow[];
    readonly rounds: readonly RoundRow[];
    readonly workingDays: WorkingDayCalendar;
  } | null;
  /** Editions that run at the same time. */
  readonly beside: readonly FocusRows[];
}

export function boardPage(rows: BoardRows) {
  return (context: PageContext): BoardPage => {
    const { t, actor } = context;
    const { focus, beside } = rows;
    return {
      title: t('programmes.board.title'),
      breadcrumbs: [],
      summary: rows.refused ? context.draw(rows.refused).summary : { errors: [] },
      late: [
        ...(focus ? lateTurn(turnOf(focus), context) : []),
        ...beside.flatMap((one) =>
          lateTurn(turnOf(one), context).map((line) => ({
            ...line,
            label: inEdition(line.label, { edition: one.programme.name }),
          })),
        ),
        ...lateLines(rows.work, context),
      ],
      focus: focus ? focusView(focus, rows, context) : null,
      canPrepare: allows('programme.prepare', actor),
      history: historyLines(rows.programmes, context),
    };
  };
}

type FocusRows = NonNullable<BoardRows['focus']>;

function focusView(
  rows: FocusRows,
  { work, beside }: BoardRows,
  context: PageContext,
): BoardPage['focus'] {
  const { t, lang } = context;
  const { programme, findings, categories, rounds } = rows;
  return {
    id: programme.id,
    name: programme.name,
    phase: t(`lifecycle.programme.${programme.state}`),
    due: dueSentence(rows, context),
    course: courseOf(rows, context),
    tasks: {
      tasks: [
        ...boardTasks({ ...rows, turn: turnOf(rows) }, work, context),
        ...beside.flatMap((one) =>
          boardTasks({ ...one, turn: turnOf(one) }, null, context).map((task) => ({
            ...task,
            hint: inEdition(task.hint ?? '', { edition: one.programme.name }),
          })),
        ),
      ],
    },
    steps: stepViews(programme, findings, categories, context),
    attestations: attestationViews(programme, findings, context),
    records: rows.records.map(({ guard, text, role, personName, recordedAt }) => ({
      label: t(`programmes.fact.${guard}`),
      text,
      by: t('programmes.board.recordedBy', {
        name: personName ?? '',
        role: t(`role.${role}`),
        day: formatDay(lang, beijingDate(recordedAt)),
      }),
    })),
    counts: rows.states.map(({ state, count }) => ({
      label: t(`lifecycle.application.${state}`),
      count: formatNumber(count),
      href: `/office/applications?programme=${programme.id}&state=${state}`,
    })),
    rooms:
      holds(context.actor, 'Supervisor') && !allows('office', context.actor)
        ? []
        : roomGroups(programme, categories, rounds, context),
  };
}

function turnOf({ programme, findings, categories, extensions }: FocusRows): Turn {
  return {
    acts: waitingActs(programme.state, findings),
    place: {
      programmeId: programme.id,
      state: programme.state,
      categoryId: categories[0]?.id ?? '',
    },
    dueOn: phaseDeadline(programme.calendar, extensions, programme.state),
  };
}

/** 还有几个工作日, or how far the phase has overrun; null where no day is planned. */
function dueSentence(rows: FocusRows, { t, lang, now }: PageContext): string | null {
  const { programme, extensions, workingDays } = rows;
  const day = phaseDeadline(programme.calendar, extensions, programme.state);
  if (day === null) return null;
  const date = formatDayWeekday(lang, day);
  if (beijingDate(now) > day) return t('programmes.board.overdue', { date });
  try {
    const days = workingDaysLeft(workingDays, now, day);
    return t('programmes.board.due', { date, days });
  } catch (error) {
    if (error instanceof RuleError) return t('programmes.board.dueUnknown', { date });
    throw error;
  }
}

function courseOf(rows: FocusRows, context: PageContext): Course {
  const { programme, extensions } = rows;
  const { t, lang } = context;
  const calendar = withExtensions(programme.calendar, extensions);
  const running = countPhases(rows.workingDays, calendar);
  return courseView({ calendar, state: programme.state }, context, ({ from, to: last }, place) => {
    const { to } = programme.calendar[place]!;
    return {
      dates: t('programmes.board.days', {
        from: formatDay(lang, from),
        to: formatDay(lang, last),
        days: running[place]!.workingDays,
      }),
      note: last > to ? t('programmes.board.extended', { to: formatDay(lang, to) }) : null,
    };
  });
}
