import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { leafHash, treeHash } from '../rules/prooflog/merkle.js';
import type { Range } from '../rules/prooflog/ranges.js';
import {
  TILE_WIDTH,
  type Tile,
  type Tiles,
  hashesOf,
  rangeHash,
  tileKey,
  tilesFor,
} from '../rules/prooflog/tiles.js';
import { LogNode } from './log-node.entity.js';

/**
 * The tree over the journal. A leaf is the hash of an entry, which is salted: it commits to the entry and
 * tells nothing of it. Entries older than the salt are blinded once more.
 */
@Injectable()
export class LogTiles {
  constructor(private readonly database: Database) {}

  /** Leaves of the entries from `start` to before `end`; fewer when the journal has a gap there. */
  async leaves({ start, end }: Range): Promise<readonly Buffer[]> {
    const rows = await this.database.rows<{ sequence: number; hash: string; blind: string | null }>(
      `SELECT e.sequence, e.hash, b.blind FROM journal_entry e
       LEFT JOIN log_blind b ON b.sequence = e.sequence
       WHERE e.sequence > ? AND e.sequence <= ? ORDER BY e.sequence`,
      [start, end],
    );
    const gap = rows.findIndex(({ sequence }, at) => sequence !== start + at + 1);
    return (gap < 0 ? rows : rows.slice(0, gap)).map(leafOf);
  }

  /** The hashes of a tile one after another; shorter than its width when something is missing. */
  async content({ level, index, width }: Tile): Promise<Buffer> {
    const start = index * TILE_WIDTH;
    if (level === 0) {
      return Buffer.concat((await this.leaves({ start, end: start + width })).map(leafHash));
    }
    const rows = await this.database.rows<{ hash: string }>(
      'SELECT hash FROM log_node WHERE level = ? AND place >= ? AND place < ? ORDER BY place',
      [level, start, start + width],
    );
    return Buffer.concat(rows.map(({ hash }) => Buffer.from(hash, 'hex')));
  }

  /**
   * The hash of each range in a log of that size.
   * @throws RangeError when the journal or the kept roots have a gap
   */
  async hashes(ranges: readonly Range[], size: number): Promise<readonly Buffer[]> {
    const tiles = await this.load(tilesFor(ranges, size));
    return ranges.map((range) => rangeHash(range, tiles));
  }

  /** Keeps the roots of tiles that are whole in a log of that size. In the transaction of a checkpoint. */
  async keepRoots(size: number): Promise<void> {
    let [level, whole] = [1, Math.floor(size / TILE_WIDTH)];
    for (; whole > 0; [level, whole] = [level + 1, Math.floor(whole / TILE_WIDTH)]) {
      const row = await this.database.row<{ kept: number }>(
        'SELECT COUNT(*) AS kept FROM log_node WHERE level = ?',
        [level],
      );
      for (let place = Number(row?.kept ?? 0); place < whole; place += 1) {
        const below = { level: level - 1, index: place, width: TILE_WIDTH };
        const hash = treeHash(hashesOf(await this.content(below))).toString('hex');
        await this.database.repo(LogNode).insert({ level, place, hash });
      }
    }
  }

  private async load(tiles: readonly Tile[]): Promise<Tiles> {
    const loaded = new Map<string, Buffer>();
    for (const tile of tiles) loaded.set(tileKey(tile), await this.content(tile));
    return loaded;
  }
}

function leafOf({ hash, blind }: { readonly hash: string; readonly blind: string | null }): Buffer {
  const bytes = Buffer.from(hash, 'hex');
  if (blind === null) return bytes;
  return createHash('sha256').update(Buffer.from(blind, 'hex')).update(bytes).digest();
}
