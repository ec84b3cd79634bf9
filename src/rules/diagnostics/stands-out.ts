import type { JudgeSignal } from './judge-signal.js';

/** Share of false alarms that is borne among the signals put before the supervisor. */
const FALSE_DISCOVERY_RATE = 0.05;

/**
 * Whether the supervisor is asked to look: the corrected p-value is small, or a sheet was filled in
 * faster than anybody reads, which is a fact and no comparison.
 */
export function standsOut({ kind, adjustedPValue, sheets }: JudgeSignal): boolean {
  if (kind === 'haste' && sheets.length > 0) return true;
  return adjustedPValue !== null && adjustedPValue <= FALSE_DISCOVERY_RATE;
}
