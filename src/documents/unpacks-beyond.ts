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
  // Parts may lie over each other: what is read is counted too, whatever comes of it.
  let read = 0;
  for (const entry of entries) {
    const packed = partOf(content, entry);
    read += packed.length;
    if (read > most) return true;
    if (entry.method === 0) {
      left -= packed.length;
      if (left < 0) return true;
      continue;
    }
    const count = new Writable({
      write: (chunk: Buffer, _, done) => {
        left -= chunk.length;
        done(left < 0 ? new Beyond() : null);
      },
    });
    try {
      await pipeline([packed], createInflateRaw(), count);
    } catch (error) {
      if (error instanceof Beyond) return true;
    }
  }
  return false;
}

/** Nothing where the list of the archive points past its end. */
function partOf(content: Buffer, entry: ArchiveEntry): Buffer {
  try {
    return packedBytes(content, entry);
  } catch {
    return Buffer.alloc(0);
  }
}
