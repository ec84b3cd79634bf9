import { createHash } from 'node:crypto';
import { cosignedAt } from './cosignature.js';
import { openCheckpoint } from './follow-log.js';
import { leafHash } from './merkle.js';
import { type NoteKey, readNote } from './signed-note.js';
import { HASH_LENGTH } from './tiles.js';
import type { LogProof } from './tlog-proof.js';
import { verifyInclusion } from './verify-proof.js';

export type ReceiptVerdict =
  | {
      readonly ok: true;
      readonly origin: string;
      /** Counted from 1, as the journal counts. */
      readonly entry: number;
      readonly size: number;
      /** Of those that were asked for. */
      readonly witnesses: readonly { readonly name: string; readonly time: number }[];
      /** What the entry says: the hash before it, and its content; in the short form its hash. */
      readonly said: string;
    }
  | {
      readonly ok: false;
      readonly reason: 'signature' | 'leaf' | 'path' | 'witness';
      /** The witness that did not cosign; null otherwise. */
      readonly name: string | null;
    };

/**
 * Whether what a receipt says stands in the log of this key, and each of these witnesses saw it there.
 * @param printed the leaf as it is printed beside the short form, 64 hex digits
 */
export function verifyReceipt(
  { extra, index, path, checkpoint }: LogProof,
  key: NoteKey,
  witnesses: readonly NoteKey[],
  printed: string | null = null,
): ReceiptVerdict {
  const head = openCheckpoint(checkpoint, key);
  if (!head) return { ok: false, reason: 'signature', name: null };
  const data = extra
    ? createHash('sha256').update(extra).digest()
    : Buffer.from(printed ?? '', 'hex');
  const other = printed !== null && printed !== data.toString('hex');
  if (data.length !== HASH_LENGTH || other) return { ok: false, reason: 'leaf', name: null };
  if (
    !verifyInclusion({ leaf: leafHash(data), index, size: head.size, root: head.root, proof: path })
  ) {
    return { ok: false, reason: 'path', name: null };
  }
  const note = readNote(checkpoint)!;
  const seen = witnesses.map((one) => ({ name: one.name, time: cosignedAt(note, one) }));
  const silent = seen.find(({ time }) => time === null);
  if (silent) return { ok: false, reason: 'witness', name: silent.name };
  return {
    ok: true,
    origin: head.origin,
    entry: index + 1,
    size: head.size,
    witnesses: seen.map(({ name, time }) => ({ name, time: time! })),
    said: extra ? extra.toString('utf8') : data.toString('hex'),
  };
}
