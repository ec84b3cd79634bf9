import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { TILE_WIDTH } from '../rules/prooflog/tiles.js';
import { ExtendLog } from './extend-log.js';
import { type EntryProof, ProveEntry } from './prove-entry.js';

/** The entry that a receipt is of: the first about this subject that says so. */
export interface ReceiptOf {
  /** Any, where what it says is enough. */
  readonly event?: string;
  readonly subjectId: string;
  /** What its details must have, where there are several. */
  readonly says?: Readonly<Record<string, string>>;
}

/**
 * What whoever did an act gets of it. The place in the log counts the acts before it, so a receipt says no more
 * of that than the public log does: while somebody scores, only what was public before has one.
 */
@Injectable()
export class EntryReceipts {
  constructor(
    private readonly database: Database,
    private readonly extendLog: ExtendLog,
    private readonly prove: ProveEntry,
  ) {}

  async of({ event, subjectId, says = {} }: ReceiptOf): Promise<EntryProof> {
    const rows = await this.database.rows<{ sequence: number; event: string; details: string }>(
      `SELECT sequence, event, details FROM journal_entry WHERE subject_id = ? ORDER BY sequence`,
      [subjectId],
    );
    const entry = rows.find(({ event: found, details }) => {
      if (event !== undefined && found !== event) return false;
      const said = JSON.parse(details) as Record<string, unknown>;
      return Object.entries(says).every(([name, value]) => said[name] === value);
    });
    return this.receipt(entry?.sequence);
  }

  /** @param hash of the entry, as it was noted when the act was done */
  async ofHash(hash: string): Promise<EntryProof> {
    const entry = await this.database.row<{ sequence: number }>(
      'SELECT sequence FROM journal_entry WHERE hash = ?',
      [hash],
    );
    return this.receipt(entry?.sequence);
  }

  private async receipt(sequence: number | undefined): Promise<EntryProof> {
    if (sequence === undefined) return { kind: 'none' };
    const isHidden = (await this.extendLog.isSecret()) && sequence > (await this.toldSize());
    return isHidden ? { kind: 'later' } : this.prove.run(sequence);
  }

  /** How far the log reached when it last ended at an entry and not at a whole tile. */
  private async toldSize(): Promise<number> {
    const row = await this.database.row<{ size: number | null }>(
      `SELECT MAX(size) AS size FROM log_checkpoint WHERE size % ${TILE_WIDTH} <> 0`,
    );
    return row?.size ?? 0;
  }
}
