import { type Duty, type DutyName, forbiddenPair } from '../../rules/lifecycle/forbidden-pairs.js';
import type { PastAct } from './panel.queries.js';

/** Locale key of the forbidden pair that keeps the account of these acts from judging; null if none does. */
export function judgeBar(acts: readonly PastAct[], programme: string): string | null {
  const existing = acts.map((act): Duty => ({
    name: act.name as DutyName,
    ...(act.programme ? { programme: act.programme } : {}),
    ...(act.application ? { application: act.application } : {}),
  }));
  for (const { application } of [{}, ...existing] as Partial<Duty>[]) {
    const proposed: Duty = { name: 'Judge', programme, ...(application ? { application } : {}) };
    const violation = forbiddenPair(existing, proposed);
    if (violation) return violation.code;
  }
  return null;
}
