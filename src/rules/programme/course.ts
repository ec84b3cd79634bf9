import { addDays, daysBetween } from '../calendar/beijing-time.js';
import { PROGRAMME_STATES, type ProgrammeState } from '../lifecycle/programme-states.js';

export type Progress = 'done' | 'current' | 'later';

/** The five stages in which people speak of a programme, and the planned phases of each. */
export const STAGES = [
  { stage: 'applying', phases: ['Open', 'DivisionReview'] },
  { stage: 'checking', phases: ['Screening', 'Verification'] },
  {
    stage: 'judging',
    phases: [
      'Drawing',
      'RecusalDeclaration',
      'MaterialReview',
      'SpreadReview',
      'Defence',
      'ScoresLocked',
      'Deliberation',
    ],
  },
  { stage: 'publicity', phases: ['Proposed', 'Publicity', 'ObjectionHandling'] },
  { stage: 'conferral', phases: ['Approved', 'Published', 'Conferred'] },
] as const satisfies readonly { stage: string; phases: readonly ProgrammeState[] }[];

export interface Stage {
  readonly stage: (typeof STAGES)[number]['stage'];
  readonly from: string;
  readonly to: string;
  readonly progress: Progress;
  /** Days from its beginning to the next stage's, or to its own end: what its length on a strip stands for. */
  readonly days: number;
  /** Where a day lies in it, from 0 to below 1; null in every stage but the one that holds the day. */
  readonly reached: number | null;
}

interface Days {
  readonly phase: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The stages that a calendar plans, in order. The state says what is done, not the day: a programme may
 * be late.
 */
export function courseOf(
  calendar: readonly Days[],
  state: ProgrammeState,
  today: string,
): readonly Stage[] {
  const planned = STAGES.flatMap(({ stage, phases }) => {
    const of = calendar.filter(({ phase }) => phases.some((one) => one === phase));
    const [first, last] = [of[0], of.at(-1)];
    return first && last ? [{ stage, from: first.from, to: last.to, phases: of }] : [];
  });
  return planned.map(({ stage, from, to, phases }, at) => {
    const end = planned[at + 1]?.from ?? addDays(to, 1);
    const days = Math.max(1, daysBetween(from, end));
    const passed = daysBetween(from, today);
    return {
      stage,
      from,
      to,
      progress: together(phases.map(({ phase }) => progressOf(phase, state))),
      days,
      reached: passed >= 0 && passed < days ? passed / days : null,
    };
  });
}

/** How a planned phase stands while a programme is in a state. */
export function progressOf(phase: string, state: ProgrammeState): Progress {
  const order: readonly string[] = PROGRAMME_STATES;
  const distance = order.indexOf(phase) - order.indexOf(state);
  return distance < 0 ? 'done' : distance === 0 ? 'current' : 'later';
}

/** Between two phases of a stage the stage is under way. */
function together(phases: readonly Progress[]): Progress {
  if (phases.every((one) => one === 'done')) return 'done';
  return phases.every((one) => one === 'later') ? 'later' : 'current';
}
