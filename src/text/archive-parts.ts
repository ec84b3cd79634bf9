import { inflateRawSync } from 'node:zlib';
import { UnreadableTable } from './unreadable-table.js';

/** Bytes that all parts read from one archive may have; the register of five thousand merchants has twenty million. */
const MOST_UNPACKED = 24_000_000;

export interface ArchiveEntry {
  readonly method: number;
  readonly packed: number;
  readonly header: number;
}

/**
 * Parts of a ZIP archive, unpacked one by one when somebody asks for them. A library believes the size
 * that an archive states and goes on through whatever it really holds; here unpacking ends at the limit.
 * @throws UnreadableTable for bytes that are no archive, and for more of them than any table has
 */
export class ArchiveParts {
  private readonly entries: ReadonlyMap<string, ArchiveEntry>;
  private left = MOST_UNPACKED;

  constructor(private readonly content: Buffer) {
    this.entries = sound(() => archiveEntries(content));
  }

  /** The text of a part, or null where the archive has none of this name. */
  text(name: string): string | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    const bytes = sound(() => unpack(this.content, entry, this.left));
    this.left -= bytes.length;
    if (this.left < 0) throw new UnreadableTable(1, 'large');
    return new TextDecoder('utf-8').decode(bytes);
  }
}

function sound<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const large = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableTable(1, large ? 'large' : 'broken');
  }
}

export function packedBytes(content: Buffer, { packed, header }: ArchiveEntry): Buffer {
  const names = content.readUInt16LE(header + 26) + content.readUInt16LE(header + 28);
  return content.subarray(header + 30 + names, header + 30 + names + packed);
}

function unpack(content: Buffer, entry: ArchiveEntry, most: number): Buffer {
  const bytes = packedBytes(content, entry);
  // Zero would be refused as a limit.
  return entry.method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: most + 1 });
}

/** The list at the end of an archive, which alone says what belongs to it. */
export function archiveEntries(content: Buffer): Map<string, ArchiveEntry> {
  const end = content.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const found = new Map<string, ArchiveEntry>();
  const count = content.readUInt16LE(end + 10);
  let at = content.readUInt32LE(end + 16);
  for (let left = count; left > 0; left -= 1) {
    const length = content.readUInt16LE(at + 28);
    found.set(content.toString('utf8', at + 46, at + 46 + length), {
      method: content.readUInt16LE(at + 10),
      packed: content.readUInt32LE(at + 20),
      header: content.readUInt32LE(at + 42),
    });
    at += 46 + length + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return found;
}
