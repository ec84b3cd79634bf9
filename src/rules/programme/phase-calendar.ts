import { addDays } from '../calendar/beijing-time.js';
import {
  type WorkingDayCalendar,
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  noticeEnd,
} from '../calendar/working-day-calendar.js';
import { RuleError } from '../rule-error.js';
import { PHASES, type PhaseDefault, type PlannedPhase } from './phases.js';

/**
 * Lays out all phases one after another from the day the call is posted.
 *
 * @param durations working days by phase; a phase that is not named takes the rule book's number
 * @throws RuleError `calendar.yearNotLoaded`: no phase is ever planned into an unknown year
 */
export function planPhases(
  calendar: WorkingDayCalendar,
  openingDay: string,
  durations: Readonly<Record<string, number>> = {},
): readonly PlannedPhase[] {
  const planned: PlannedPhase[] = [];
  let from = firstWorkingDay(calendar, openingDay);
  for (const phase of PHASES) {
    const days = durations[phase.phase] ?? phase.workingDays;
    const to = lastDay(calendar, phase, from, days);
    planned.push({ phase: phase.phase, from, to, workingDays: days });
    from = addWorkingDays(calendar, to, 1);
  }
  return planned;
}

/** A phase as the calendar in force counts it; `planned` is what its plan once counted. */
export interface CountedPhase extends PlannedPhase {
  readonly planned: number;
}

/**
 * The working days of every phase by the calendar in force: a changed calendar moves them. A year that
 * is not loaded leaves the number of the plan, which was counted while it was.
 */
export function countPhases(
  calendar: WorkingDayCalendar,
  phases: readonly PlannedPhase[],
): readonly CountedPhase[] {
  return phases.map((one) => ({
    ...one,
    workingDays: counted(calendar, one),
    planned: 'planned' in one ? (one as CountedPhase).planned : one.workingDays,
  }));
}

function counted(calendar: WorkingDayCalendar, { phase, from, to, workingDays }: PlannedPhase) {
  try {
    const limits = PHASES.find((one) => one.phase === phase);
    return countWorkingDays(calendar, from, to) - freeDays(calendar, limits, from);
  } catch (error) {
    if (error instanceof RuleError) return workingDays;
    throw error;
  }
}

function freeDays(calendar: WorkingDayCalendar, limits: PhaseDefault | undefined, from: string) {
  return limits?.postingDayFree && isWorkingDay(calendar, from) ? 1 : 0;
}

export interface PhaseDays {
  readonly phase: string;
  readonly from: string;
  readonly to: string;
}

export interface CalendarProblem {
  readonly phase: string;
  readonly code: string;
  readonly variables: Readonly<Record<string, string | number>>;
}

/**
 * Checks days as the office typed them, in the order of the phases, and counts their working days.
 * A phase may be left out of a calendar; the ones that are there may not overlap.
 */
export function checkPhases(
  calendar: WorkingDayCalendar,
  days: readonly PhaseDays[],
): { readonly phases: readonly PlannedPhase[]; readonly problems: readonly CalendarProblem[] } {
  const phases: PlannedPhase[] = [];
  const problems: CalendarProblem[] = [];
  for (const given of days) {
    try {
      const planned = checkPhase(calendar, given, phases.at(-1) ?? null);
      phases.push(planned);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      problems.push({ phase: given.phase, code: error.code, variables: error.variables });
    }
  }
  return { phases, problems };
}

function checkPhase(
  calendar: WorkingDayCalendar,
  { phase, from, to }: PhaseDays,
  before: PlannedPhase | null,
): PlannedPhase {
  const limits = PHASES.find((one) => one.phase === phase);
  if (!limits) throw new RuleError('programmes.calendar.phaseUnknown', { phase });
  const whole = countWorkingDays(calendar, from, to);
  if (before && from <= before.to) {
    throw new RuleError('programmes.calendar.overlap', { from, before: before.to });
  }
  if (!isWorkingDay(calendar, to)) throw new RuleError('programmes.calendar.lastDayIdle', { to });
  const workingDays = whole - freeDays(calendar, limits, from);
  const { least, most } = limits;
  if (least !== null && workingDays < least) {
    throw new RuleError('programmes.calendar.tooShort', { workingDays, least });
  }
  if (most !== null && workingDays > most) {
    throw new RuleError('programmes.calendar.tooLong', { workingDays, most });
  }
  return { phase, from, to, workingDays };
}

function lastDay(
  calendar: WorkingDayCalendar,
  phase: PhaseDefault,
  from: string,
  days: number,
): string {
  return phase.postingDayFree
    ? noticeEnd(calendar, from, days)
    : addWorkingDays(calendar, from, days - 1);
}

function firstWorkingDay(calendar: WorkingDayCalendar, day: string): string {
  let first = day;
  while (!isWorkingDay(calendar, first)) first = addDays(first, 1);
  return first;
}
