import { RuleError } from '../rule-error.js';
import type { DrawTimes } from './draw-record.js';

const STEPS = ['frozen', 'committed', 'witnessed', 'revealed'] as const;

/** The office must be bound before the witness speaks, and speak again only after him. */
export function checkTimes(times: DrawTimes): void {
  let before = { step: '', instant: -Infinity };
  for (const step of STEPS) {
    const instant = Date.parse(times[step]);
    if (Number.isNaN(instant))
      throw new RuleError('draw.timeInvalid', { step, value: times[step] });
    if (instant < before.instant) {
      throw new RuleError('draw.timesOutOfOrder', { step, earlier: before.step });
    }
    before = { step, instant };
  }
}
