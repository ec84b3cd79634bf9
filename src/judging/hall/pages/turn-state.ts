import { defenceDayOf } from '../../../rules/hall/defence-day.js';
import { overtimeSeconds, phaseOf, spokenMilliseconds } from '../../../rules/hall/hall-clock.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type { ClockReading } from '../board.queries.js';
import type { ClockActRow } from '../hall.queries.js';

export function readClock(
  acts: readonly ClockActRow[],
  rules: Pick<RuleSet, 'defenceDay'>,
  now: string,
): ClockReading {
  const { minutes } = defenceDayOf(rules);
  const spoken = spokenMilliseconds(acts, now);
  return {
    phase: phaseOf(acts),
    spokenMilliseconds: spoken,
    limitSeconds: minutes * 60,
    overtimeSeconds: overtimeSeconds(spoken, minutes),
  };
}

/** Minutes and seconds: `3:05`. */
export function minutesText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
