export const CLOCK_ACTS = ['start', 'pause', 'resume', 'finish'] as const;
export type ClockActKind = (typeof CLOCK_ACTS)[number];

export type ClockPhase = 'waiting' | 'running' | 'paused' | 'finished';

export interface ClockStep {
  readonly kind: ClockActKind;
  /** ISO instant of the server. */
  readonly at: string;
}

/** What may follow in each phase, and what it leads to. */
const NEXT: Readonly<Record<ClockPhase, Partial<Record<ClockActKind, ClockPhase>>>> = {
  waiting: { start: 'running' },
  running: { pause: 'paused', finish: 'finished' },
  paused: { resume: 'running', finish: 'finished' },
  finished: {},
};

export function phaseOf(steps: readonly Pick<ClockStep, 'kind'>[]): ClockPhase {
  return steps.reduce<ClockPhase>((phase, { kind }) => NEXT[phase][kind] ?? phase, 'waiting');
}

export function mayFollow(phase: ClockPhase, kind: ClockActKind): boolean {
  return NEXT[phase][kind] !== undefined;
}

/** Time in speech so far, in milliseconds; pauses do not count. */
export function spokenMilliseconds(steps: readonly ClockStep[], now: string): number {
  let spoken = 0;
  let since: number | null = null;
  for (const { kind, at } of steps) {
    const instant = Date.parse(at);
    if (kind === 'start' || kind === 'resume') since = instant;
    else if (since !== null) {
      spoken += instant - since;
      since = null;
    }
  }
  return since === null ? spoken : spoken + Math.max(0, Date.parse(now) - since);
}

/** Begun seconds beyond the time allowed; a part of a second is the speaker's. */
export function overtimeSeconds(milliseconds: number, minutes: number): number {
  return Math.max(0, Math.floor(milliseconds / 1000) - minutes * 60);
}
