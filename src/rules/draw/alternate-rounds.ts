import { sha256 } from './commitment.js';
import type { DrawRecord } from './draw-record.js';

/**
 * Which round each alternate is kept for, by expert: dealt in turn in an order of their own, whose keys
 * come from the revealed seed and the witness text like those of the draw. Anybody with the record can
 * deal them again.
 *
 * @param rounds in the order in which they are judged; the first gets the odd one
 */
export function alternateRounds<Round>(
  {
    seed,
    witness,
    listHash,
    alternates,
  }: Pick<DrawRecord, 'seed' | 'witness' | 'listHash' | 'alternates'>,
  rounds: readonly Round[],
): ReadonlyMap<string, Round> {
  if (rounds.length === 0) return new Map();
  const keyed = alternates.map(({ expert }) => ({
    expert,
    key: sha256([seed, witness, listHash, expert, 'round'].join('\n')),
  }));
  return new Map(
    keyed
      .toSorted((left, right) => (left.key < right.key ? -1 : 1))
      .map(({ expert }, at) => [expert, rounds[at % rounds.length]!]),
  );
}
