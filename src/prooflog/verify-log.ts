import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { EMPTY_ROOT } from '../rules/prooflog/merkle.js';
import { logHeadText } from '../rules/prooflog/log-checkpoint.js';
import { consistencyRanges, type Range } from '../rules/prooflog/ranges.js';
import { isNoteSigned, readNote } from '../rules/prooflog/signed-note.js';
import { TILE_WIDTH } from '../rules/prooflog/tiles.js';
import { leafHash, treeHash } from '../rules/prooflog/merkle.js';
import { verifyConsistency } from '../rules/prooflog/verify-proof.js';
import { LogQueries, type SignedHead } from './log.queries.js';
import { LogSigner } from './log-signer.js';
import { LogTiles } from './log-tiles.js';

export type LogVerification =
  | {
      readonly ok: true;
      readonly size: number;
      readonly root: string;
      readonly checkpoints: number;
    }
  | {
      readonly ok: false;
      /** Of the checkpoint at which it shows. */
      readonly size: number;
      /** Not signed here; the journal is shorter; another root follows from it; the kept roots differ; it did not only grow. */
      readonly reason: 'signature' | 'short' | 'root' | 'kept' | 'branch';
    };

/** Computes the public log again from the journal and holds it to every checkpoint that was signed. */
@Injectable()
export class VerifyLog {
  constructor(
    private readonly database: Database,
    private readonly log: LogQueries,
    private readonly tiles: LogTiles,
    private readonly signer: LogSigner,
  ) {}

  async run(): Promise<LogVerification> {
    const heads = await this.log.all();
    const last = heads.at(-1);
    if (!last) return { ok: true, size: 0, root: EMPTY_ROOT.toString('hex'), checkpoints: 0 };
    const forged = heads.find((head) => !this.isOurs(head, last.origin));
    if (forged) return { ok: false, size: forged.size, reason: 'signature' };
    const leaves = await this.leaves(last.size);
    for (const { size, root } of heads) {
      if (leaves.length < size) return { ok: false, size, reason: 'short' };
      const found = treeHash(leaves.slice(0, size));
      if (!found.equals(root)) return { ok: false, size, reason: 'root' };
    }
    const differing = await this.keptDifference(leaves, last.size);
    if (differing !== null) return { ok: false, size: differing, reason: 'kept' };
    const root = last.root.toString('hex');
    return { ok: true, size: last.size, root, checkpoints: heads.length };
  }

  /** The lines of a proof that a log of `size` begins with all of one of `oldSize`, held to both roots. */
  async consistency(
    older: { readonly size: number; readonly root: Buffer },
    newer: SignedHead,
  ): Promise<readonly Buffer[] | null> {
    const ranges: readonly Range[] = consistencyRanges(older.size, newer.size);
    const proof = await this.tiles.hashes(ranges, newer.size);
    return verifyConsistency(older, newer, proof) ? proof : null;
  }

  private isOurs(head: SignedHead, origin: string): boolean {
    const note = readNote(`${logHeadText(head)}\n${head.signature}`);
    return note !== null && head.origin === origin && isNoteSigned(note, this.signer.key(origin));
  }

  private async leaves(size: number): Promise<Buffer[]> {
    const all: Buffer[] = [];
    while (all.length < size) {
      const end = Math.min(size, all.length + 20 * TILE_WIDTH);
      const found = await this.tiles.leaves({ start: all.length, end });
      if (found.length === 0) break;
      all.push(...found.map(leafHash));
    }
    return all;
  }

  /** From the roots that are kept, strangers get their tiles. */
  private async keptDifference(leaves: readonly Buffer[], size: number): Promise<number | null> {
    const rows = await this.database.rows<{ level: number; place: number; hash: string }>(
      'SELECT level, place, hash FROM log_node ORDER BY level, place',
    );
    const kept = new Map(rows.map(({ level, place, hash }) => [`${level}/${place}`, hash]));
    let below = leaves;
    for (let level = 1; below.length >= TILE_WIDTH; level += 1) {
      const above: Buffer[] = [];
      for (let place = 0; (place + 1) * TILE_WIDTH <= below.length; place += 1) {
        const root = treeHash(below.slice(place * TILE_WIDTH, (place + 1) * TILE_WIDTH));
        if (kept.get(`${level}/${place}`) !== root.toString('hex')) return size;
        above.push(root);
      }
      below = above;
    }
    return null;
  }
}
