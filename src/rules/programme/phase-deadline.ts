import type { PhaseDays } from './phase-calendar.js';

/** What of an extension order decides: for whom, and until when. */
export interface Extension {
  readonly phase: string;
  readonly scope: 'all' | 'division' | 'application';
  readonly scopeId: string | null;
  readonly newLastDay: string;
}

/** An order for a division or for all says whether those who have not begun may still begin. */
export interface OpenExtension extends Omit<Extension, 'phase'> {
  readonly newDrafts: boolean | number;
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

/** The plan with the last day of each phase as orders for all have moved it. */
export function withExtensions<P extends PhaseDays>(
  phases: readonly P[],
  extensions: readonly Extension[],
): readonly P[] {
  return phases.map((one) => ({
    ...one,
    to: phaseDeadline(phases, extensions, one.phase) ?? one.to,
  }));
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
