import { type LogHead, readLogHead } from './log-checkpoint.js';
import { consistencyRanges } from './ranges.js';
import { type NoteKey, isNoteSigned, readNote } from './signed-note.js';
import { type Tile, type Tiles, rangeHash, tilesFor } from './tiles.js';
import { verifyConsistency } from './verify-proof.js';

/** A checkpoint that the log signed; null when it is of another log or somebody else wrote it. */
export function openCheckpoint(text: string, key: NoteKey): LogHead | null {
  const note = readNote(text);
  const head = note && readLogHead(note.text);
  return note && head && head.origin === key.name && isNoteSigned(note, key) ? head : null;
}

/** Files from which whoever saw `seen` can tell that `head` begins with all of it. */
export function tilesToFollow(seen: LogHead | null, head: LogHead): readonly Tile[] {
  const [older, newer] = inOrder(seen, head);
  const ranges = older ? consistencyRanges(older.size, newer.size) : [];
  return newer.size === 0 ? [] : tilesFor([...ranges, whole(newer)], newer.size);
}

export type Followed =
  | { readonly state: 'first' | 'same' | 'grown' }
  /** The files do not give the signed root; or the signed roots have no past in common. */
  | { readonly state: 'tiles' | 'branch' };

/** What a witness makes of a signed checkpoint; a smaller one than it saw is a second branch, or a cache's. */
export function followLog(seen: LogHead | null, head: LogHead, tiles: Tiles): Followed {
  const [older, newer] = inOrder(seen, head);
  try {
    if (newer.size > 0 && newer === head && !rangeHash(whole(head), tiles).equals(head.root)) {
      return { state: 'tiles' };
    }
    if (!older) return { state: 'first' };
    const proof = consistencyRanges(older.size, newer.size).map((one) => rangeHash(one, tiles));
    if (!verifyConsistency(older, newer, proof)) return { state: 'branch' };
    return { state: newer === head && older.size < head.size ? 'grown' : 'same' };
  } catch (error) {
    if (error instanceof RangeError) return { state: 'tiles' };
    throw error;
  }
}

function inOrder(seen: LogHead | null, head: LogHead): readonly [LogHead | null, LogHead] {
  return seen && seen.size > head.size ? [head, seen] : [seen, head];
}

const whole = ({ size }: LogHead) => ({ start: 0, end: size });
