import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { firstHash, linkHash } from './chain.js';

export type JournalVerification =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | {
      readonly ok: false;
      readonly sequence: number;
      readonly reason: 'missing' | 'changed' | 'broken' | 'head';
    };

interface Row {
  sequence: number;
  at: string;
  actorId: string | null;
  actorRole: string;
  event: string;
  subjectType: string;
  subjectId: string;
  programmeId: string | null;
  details: string;
  previousHash: string;
  hash: string;
}

const pageSize = 5000;

/** Walks the whole chain and names the first entry that does not follow from the one before it. */
@Injectable()
export class VerifyJournal {
  constructor(private readonly database: Database) {}

  async run(): Promise<JournalVerification> {
    let previous = firstHash;
    let sequence = 0;
    for (;;) {
      const rows = await this.database.rows<Row>(
        `SELECT sequence, at, actor_id, actor_role, event, subject_type, subject_id, programme_id,
                details, previous_hash, hash
         FROM journal_entry WHERE sequence > ? ORDER BY sequence LIMIT ${pageSize}`,
        [sequence],
      );
      for (const row of rows) {
        const expected = sequence + 1;
        if (row.sequence !== expected) return { ok: false, sequence: expected, reason: 'missing' };
        if (row.previousHash !== previous)
          return { ok: false, sequence: expected, reason: 'broken' };
        const details = parsed(row.details);
        if (!details || linkHash(previous, { ...row, details }) !== row.hash) {
          return { ok: false, sequence: expected, reason: 'changed' };
        }
        previous = row.hash;
        sequence = expected;
      }
      if (rows.length < pageSize) break;
    }
    const head = await this.database.row<{ sequence: number; hash: string }>(
      'SELECT sequence, hash FROM chain_head WHERE id = 1',
    );
    if (head?.sequence !== sequence || head.hash !== previous) {
      return { ok: false, sequence: sequence + 1, reason: 'head' };
    }
    return { ok: true, entries: sequence, head: previous };
  }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
