import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { type ArchiveEntry, archiveEntries, packedBytes } from '../text/archive-parts.js';

class Beyond extends Error {}

/** Whether the parts of an archive hold more bytes than that; counted, not read from what it states. */
export async function unpacksBeyond(content: Buffer, most: number): Promise<boolean> {
  let entries: readonly ArchiveEntry[];
  try {
    entries = [...archiveEntries(content).values()];
  } catch {
    // No archive at all opens nowhere.
    return false;
  }
  let left = most;
  for (const entry of entries) {
    if (entry.method === 0) continue;
    const count = new Writable({
      write: (chunk: Buffer, _, done) => {
        left -= chunk.length;
        done(left < 0 ? new Beyond() : null);
      },
    });
    try {
      await pipeline([packedBytes(content, entry)], createInflateRaw(), count);
    } catch (error) {
      if (error instanceof Beyond) return true;
    }
  }
  return false;
}
