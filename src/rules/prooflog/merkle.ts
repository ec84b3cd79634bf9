import { createHash } from 'node:crypto';

/** Hash of a log without entries (RFC 9162, 2.1.1). */
export const EMPTY_ROOT = createHash('sha256').digest();

/** Hash of one entry; the byte before it keeps an entry from passing for two hashes. */
export function leafHash(data: Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(0)).update(data).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** Root over the hashes of neighbouring leaves, or of whole subtrees of one height. */
export function treeHash(hashes: readonly Buffer[]): Buffer {
  let level = hashes;
  if (level.length === 0) return EMPTY_ROOT;
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at]!, level[at + 1]];
      above.push(right ? nodeHash(left, right) : left);
    }
    level = above;
  }
  return level[0]!;
}
