import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type ChainLink, linkText } from '../journal/chain.js';
import { inclusionRanges } from '../rules/prooflog/ranges.js';
import { logProofText } from '../rules/prooflog/tlog-proof.js';
import { LogQueries, type SignedHead } from './log.queries.js';
import { LogTiles } from './log-tiles.js';

export type EntryProof =
  | {
      readonly kind: 'proved';
      /** A file as C2SP tlog-proof describes it. */
      readonly text: string;
      /** The same without what the entry says, for a square beside which the leaf is printed. */
      readonly short: string;
      /** Hash of the entry, 64 hex digits. */
      readonly leaf: string;
      readonly index: number;
      readonly head: SignedHead;
      readonly path: readonly Buffer[];
    }
  /** The public log does not reach so far yet. */
  | { readonly kind: 'later' }
  /** No such entry, or it is older than the salt: showing it would show what is hidden in its neighbour. */
  | { readonly kind: 'none' };

interface Row extends Omit<ChainLink, 'details'> {
  readonly details: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** That one entry stands in the public log, with what it says: for whoever it is about, nobody else. */
@Injectable()
export class ProveEntry {
  constructor(
    private readonly database: Database,
    private readonly log: LogQueries,
    private readonly tiles: LogTiles,
  ) {}

  async run(sequence: number): Promise<EntryProof> {
    const row = await this.entry(sequence);
    if (!row) return { kind: 'none' };
    const head = await this.log.bestFrom(sequence);
    if (!head) return { kind: 'later' };
    const index = sequence - 1;
    const path = await this.tiles.hashes(inclusionRanges(index, head.size), head.size);
    const { details, previousHash, hash: leaf, ...link } = row;
    const said = linkText(previousHash, { ...link, details: JSON.parse(details) });
    const checkpoint = await this.log.note(head);
    const text = logProofText({ extra: Buffer.from(said), index, path, checkpoint });
    const short = logProofText({ extra: null, index, path, checkpoint });
    return { kind: 'proved', text, short, leaf, index, head, path };
  }

  private entry(sequence: number): Promise<Row | null> {
    return this.database.row<Row>(
      `SELECT e.sequence, e.at, e.actor_id, e.actor_role, e.event, e.subject_type, e.subject_id,
              e.programme_id, e.details, e.salt, e.previous_hash, e.hash
       FROM journal_entry e WHERE e.sequence = ? AND e.salt IS NOT NULL AND NOT EXISTS
         (SELECT 1 FROM log_blind b WHERE b.sequence IN (e.sequence, e.sequence - 1))`,
      [sequence],
    );
  }
}
