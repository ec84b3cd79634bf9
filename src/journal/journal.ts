import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import { MERCHANT_ROLES } from '../rules/lifecycle/roles.js';
import { ChainHead } from './chain-head.entity.js';
import { type ChainLink, linkHash } from './chain.js';
import { JournalEntry } from './journal-entry.entity.js';

export interface JournalFact {
  /** Null when the clock or a computation acted. */
  readonly actorId: string | null;
  readonly actorRole: string;
  /** `<subject>.<verb>`, with a label under `journal.event`. */
  readonly event: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly programmeId?: string | null;
  /** Ids, codes, numbers and hashes; never names, telephones or free personal text. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** True when a page that anybody can open changes with this fact. */
  readonly changesPublicPages?: boolean;
}

/** In these roles a clerk's acts at the window are recorded; the last before the merchant is registered. */
const ofMerchants: ReadonlySet<string> = new Set([...MERCHANT_ROLES, 'Public']);

/** Append-only record of every decision, each entry bound to the one before by its hash. */
@Injectable()
export class Journal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds the head of the chain before the first entry, for what has no row of its own to lock: whoever
   * has recorded something has committed by now or comes later. Nothing is locked after it.
   */
  hold(): Promise<ChainHead> {
    return this.database.lock(ChainHead, 1);
  }

  /** A merchant's act that a clerk typed in from paper names the receipt of that (rule K5). */
  private async window({ actorId, actorRole }: JournalFact): Promise<{ window?: string }> {
    if (!actorId || !ofMerchants.has(actorRole)) return {};
    const entry = await this.database.row<{ receiptNumber: string }>(
      `SELECT receipt_number FROM window_entry
       WHERE entered_by = ? AND opened_on = ? AND closed_at IS NULL`,
      [actorId, beijingDate(this.clock.now())],
    );
    return entry ? { window: entry.receiptNumber } : {};
  }

  /**
   * Writes one entry in the caller's transaction and returns the new head of the chain. The head's row
   * is held until that transaction ends, so entries are written one after another.
   */
  async record(fact: JournalFact): Promise<string> {
    return this.database.transaction(async () => {
      const head = await this.hold();
      const link: ChainLink = {
        sequence: head.sequence + 1,
        at: this.clock.now(),
        actorId: fact.actorId,
        actorRole: fact.actorRole,
        event: fact.event,
        subjectType: fact.subjectType,
        subjectId: fact.subjectId,
        programmeId: fact.programmeId ?? null,
        details: { ...fact.details, ...(await this.window(fact)) },
        salt: randomBytes(16).toString('hex'),
      };
      const hash = linkHash(head.hash, link);
      await this.database
        .repo(JournalEntry)
        .insert({ ...link, previousHash: head.hash, hash } as never);
      await this.database.repo(ChainHead).update(head.id, {
        sequence: link.sequence,
        hash,
        publicGeneration: head.publicGeneration + (fact.changesPublicPages ? 1 : 0),
      });
      return hash;
    });
  }
}
