import { sha256Hex } from '../provenance/sha256-hex.js';
import type { JudgeSignal } from './judge-signal.js';

/** Names one test in addresses and notes; the same after the round was locked a second time. */
export function signalId(
  roundId: string,
  { kind, judge, otherJudge, tie }: Pick<JudgeSignal, 'kind' | 'judge' | 'otherJudge' | 'tie'>,
): string {
  return sha256Hex([roundId, kind, judge, otherJudge ?? '', tie ?? ''].join('\n')).slice(0, 16);
}
