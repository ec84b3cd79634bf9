import { type DutyName, pairOnAnyApplication } from '../../rules/lifecycle/forbidden-pairs.js';
import type { PastAct } from './panel.queries.js';

/** Locale key of the forbidden pair that keeps the account of these acts from judging; null if none does. */
export function judgeBar(acts: readonly PastAct[], programme: string): string | null {
  const existing = acts.map((act) => ({
    name: act.name as DutyName,
    ...(act.programme ? { programme: act.programme } : {}),
    ...(act.application ? { application: act.application } : {}),
  }));
  return pairOnAnyApplication(existing, { name: 'Judge', programme })?.code ?? null;
}
