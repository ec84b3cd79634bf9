import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type SignedCheckpoint, checkpointText } from '../rules/provenance/checkpoint.js';
import { ChainHead } from './chain-head.entity.js';
import { firstHash, linkHash } from './chain.js';
import { CheckpointSigner } from './checkpoint-signer.js';
import { type StateWitness, type TellingEntry, firstDifference } from './state-witness.js';

export type JournalVerification =
  | {
      readonly ok: true;
      readonly entries: number;
      readonly head: string;
      /** How many different checkpoints the chain was held to, sent ones included. */
      readonly checkpoints: number;
    }
  | {
      readonly ok: false;
      readonly sequence: number;
      /**
       * `signature`: the checkpoint at this number was not signed here. `checkpoint`: it was, and the
       * entry is another one or gone.
       */
      readonly reason:
        'extra' | 'missing' | 'changed' | 'broken' | 'head' | 'signature' | 'checkpoint';
    }
  | {
      readonly ok: false;
      /** Null when no entry knows of the row. */
      readonly sequence: number | null;
      readonly reason: 'state';
      readonly table: string;
      readonly id: string;
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
  salt: string | null;
  previousHash: string;
  hash: string;
}

interface Walked {
  /** The sequence and the hash that the next entry has to follow. */
  sequence: number;
  hash: string;
  /** Entries that witnesses asked for, by subject. */
  readonly telling: Map<string, TellingEntry[]>;
}

type Fault = Extract<JournalVerification, { ok: false }>;

const pageSize = 5000;

/**
 * Holds the journal against itself, against the checkpoints that were sent out, and the state against
 * the journal; names the first entry or row that differs.
 */
@Injectable()
export class VerifyJournal {
  private readonly witnesses: StateWitness[] = [];

  constructor(
    private readonly database: Database,
    private readonly signer: CheckpointSigner,
  ) {}

  /** A room above hands in what compares its rows. */
  compareAlso(witness: StateWitness): void {
    this.witnesses.push(witness);
  }

  /** @param sent checkpoints as somebody outside kept them */
  async run(sent: readonly SignedCheckpoint[] = []): Promise<JournalVerification> {
    const found = await this.look(sent);
    if (found.ok) return found;
    // Somebody may have worked in between: what differs is looked at again with the journal held.
    return this.database.transaction(async () => {
      // Without its head nobody can write, so there is nothing to hold.
      const head = await this.database.repo(ChainHead).findOneBy({ id: 1 });
      if (head) await this.database.lock(ChainHead, 1);
      return this.look(sent);
    });
  }

  private async look(sent: readonly SignedCheckpoint[]): Promise<JournalVerification> {
    const stored = await this.database.rows<SignedCheckpoint>(
      'SELECT sequence, hash, signature FROM checkpoint ORDER BY sequence',
    );
    const checkpoints = [...sent, ...stored];
    const forged = checkpoints.find((one) => !this.signer.isOurs(one));
    if (forged) return fault(forged.sequence, 'signature');
    const walked: Walked = { sequence: 0, hash: firstHash, telling: new Map() };
    const found = (await this.walk(walked, checkpoints)) ?? (await this.differing(walked));
    if (found) return found;
    const { sequence: entries, hash: head } = walked;
    const different = new Set(checkpoints.map(checkpointText)).size;
    return { ok: true, entries, head, checkpoints: different };
  }

  private async walk(
    walked: Walked,
    checkpoints: readonly SignedCheckpoint[],
  ): Promise<Fault | null> {
    const first = await this.database.row<{ sequence: number | null }>(
      'SELECT MIN(sequence) AS sequence FROM journal_entry',
    );
    if ((first?.sequence ?? 1) < 1) return fault(first!.sequence!, 'extra');
    const kept = new Map(checkpoints.map((one) => [one.sequence, [] as string[]]));
    for (const { sequence, hash } of checkpoints) kept.get(sequence)!.push(hash);
    for (;;) {
      const rows = await this.database.rows<Row>(
        `SELECT sequence, at, actor_id, actor_role, event, subject_type, subject_id, programme_id,
                details, salt, previous_hash, hash
         FROM journal_entry WHERE sequence > ? ORDER BY sequence LIMIT ${pageSize}`,
        [walked.sequence],
      );
      for (const row of rows) {
        const found = this.follow(walked, row);
        if (found) return found;
        const others = (kept.get(row.sequence) ?? []).some((hash) => hash !== row.hash);
        if (others) return fault(row.sequence, 'checkpoint');
      }
      if (rows.length < pageSize) break;
    }
    const beyond = checkpoints.find(({ sequence }) => sequence > walked.sequence);
    if (beyond) return fault(beyond.sequence, 'checkpoint');
    const head = await this.database.row<{ sequence: number; hash: string }>(
      'SELECT sequence, hash FROM chain_head WHERE id = 1',
    );
    const agrees = head?.sequence === walked.sequence && head.hash === walked.hash;
    return agrees ? null : fault(walked.sequence + 1, 'head');
  }

  private follow(walked: Walked, row: Row): Fault | null {
    const sequence = walked.sequence + 1;
    if (row.sequence !== sequence) return fault(sequence, 'missing');
    if (row.previousHash !== walked.hash) return fault(sequence, 'broken');
    const details = parsed(row.details);
    if (!details || linkHash(walked.hash, { ...row, details }) !== row.hash) {
      return fault(sequence, 'changed');
    }
    walked.sequence = sequence;
    walked.hash = row.hash;
    if (this.witnesses.some(({ events }) => events.includes(row.event))) {
      const told = walked.telling.get(row.subjectId) ?? [];
      told.push({ sequence, event: row.event, details, hash: row.hash });
      walked.telling.set(row.subjectId, told);
    }
    return null;
  }

  private async differing({ telling }: Walked): Promise<Fault | null> {
    const found = [];
    for (const witness of this.witnesses) found.push(...(await witness.differing(telling)));
    const first = firstDifference(found);
    return first && { ok: false, reason: 'state', ...first };
  }
}

function fault(
  sequence: number,
  reason: Exclude<Fault['reason'], 'state'>,
): Extract<Fault, { reason: Exclude<Fault['reason'], 'state'> }> {
  return { ok: false, sequence, reason };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
