import type { PhaseDays } from './phase-calendar.js';

/** What of an extension order decides: for whom, and until when. */
export interface Extension {
  readonly phase: string;
  readonly scope: 'all' | 'division' | 'application';
  readonly scopeId: string | null;
  readonly newLastDay: string;
}

/** Whose deadline is asked for; an empty object asks for the general one. */
export interface DeadlineOf {
  readonly divisionCode?: string;
  readonly applicationId?: string;
}

/**
 * Last day of a phase for one application or division: the plan, or the latest extension order that
 * reaches it. Null when the calendar does not plan the phase.
 */
export function phaseDeadline(
  phases: readonly PhaseDays[],
  extensions: readonly Extension[],
  phase: string,
  whose: DeadlineOf = {},
): string | null {
  const planned = phases.find((one) => one.phase === phase);
  if (!planned) return null;
  const reaching = extensions.filter(
    (one) =>
      one.phase === phase &&
      (one.scope === 'all' ||
        (one.scope === 'division' && one.scopeId === whose.divisionCode) ||
        (one.scope === 'application' && one.scopeId === whose.applicationId)),
  );
  return latest(planned.to, reaching);
}

/** The day after which nobody can act in the phase any more: the plan and every extension of it. */
export function lastDeadline(
  phases: readonly PhaseDays[],
  extensions: readonly Extension[],
  phase: string,
): string | null {
  const planned = phases.find((one) => one.phase === phase);
  return planned
    ? latest(
        planned.to,
        extensions.filter((one) => one.phase === phase),
      )
    : null;
}

function latest(day: string, extensions: readonly Extension[]): string {
  return extensions.reduce((last, one) => (one.newLastDay > last ? one.newLastDay : last), day);
}
