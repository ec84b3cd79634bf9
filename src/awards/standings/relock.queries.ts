import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { StandingSummary } from './standing.entity.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';
import { quotedList } from '../../database/quoted-list.js';
import type { ApplicationState } from '../../rules/lifecycle/application-states.js';
import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import { removalIn } from '../../rules/lifecycle/removal-states.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import type { UnlockWorkFacts } from '../../rules/rounds/re-review-work.js';
import { mayReopen } from '../../rules/rounds/re-review-reopening.js';

/** One application whose place, points or outcome differ between two versions of a lock. */
export interface LockDifference {
  readonly receipt: string;
  readonly merchant: string;
  readonly before: LockPlace;
  readonly after: LockPlace;
}

export interface ReReviewToReopen {
  readonly categoryId: string;
  readonly ground: string | null;
  readonly proposedAt: string;
  readonly applicationId: string;
  readonly reviewId: string;
  readonly objectionId: string;
  readonly merchantName: string;
  readonly receiptNumber: string;
  /** The tabulator who agreed to the unlock. */
  readonly secondBy: string | null;
  readonly application: ApplicationState;
  readonly programme: ProgrammeState;
}

export interface LockPlace {
  readonly standing: number;
  readonly composite: string;
  readonly outcome: 'proposed' | 'notProposed' | 'undecided';
}

/** New versions of a lock: when one is due, and what it changed. */
@Injectable()
export class RelockQueries {
  constructor(private readonly database: Database) {}

  /**
   * The locked version that a decision taken since then has overtaken: a re-review that it did not
   * count or a committee's ballot. Null when there is no lock or nothing new.
   */
  async replacedBy(categoryId: string): Promise<string | null> {
    const row = await this.database.row<{ id: string }>(
      `SELECT l.id FROM standing_lock l WHERE l.category_id = ? AND l.state IN (${quotedList(lockIn.locked)})
       AND (EXISTS (SELECT 1 FROM re_review r JOIN application a ON a.id = r.application_id
                    WHERE a.category_id = l.category_id AND r.lock_id IS NULL AND r.place IS NULL)
            OR EXISTS (SELECT 1 FROM ballot b
                       WHERE b.category_id = l.category_id AND b.recorded_at > l.first_at))`,
      [categoryId],
    );
    return row?.id ?? null;
  }

  /** Counted re-reviews of which a signed sheet is to fall: they wait for the unlock (R4). */
  toReopen(categoryId: string): Promise<ReReviewToReopen[]> {
    return this.reopening('AND r.category_id = ?', [categoryId]);
  }

  /** The same of every category, with how far the unlock is, for the desk of the office. */
  async unlocks(): Promise<readonly UnlockWorkFacts[]> {
    return (await this.reopening('', [])).map((one) => ({
      categoryId: one.categoryId,
      subject: `${one.merchantName} ${one.receiptNumber}`,
      proposedOn: beijingDate(one.proposedAt),
      agreed: one.secondBy !== null,
    }));
  }

  private async reopening(where: string, values: readonly string[]): Promise<ReReviewToReopen[]> {
    const rows = await this.database.rows<ReReviewToReopen>(
      `SELECT r.category_id, r.ground, r.proposed_at, r.application_id, v.id AS review_id, v.objection_id,
              m.name AS merchant_name, a.receipt_number, a.state AS application, g.state AS programme,
              u.agreed_by AS second_by
       FROM removal r JOIN re_review_sheet sh ON sh.id = r.re_review_sheet_id
       JOIN re_review_panel p ON p.id = sh.panel_id JOIN re_review v ON v.objection_id = p.objection_id
       JOIN application a ON a.id = r.application_id JOIN merchant m ON m.id = a.merchant_id
       JOIN programme g ON g.id = a.programme_id
       JOIN standing_lock l ON l.category_id = r.category_id AND l.state IN (${quotedList(lockIn.locked)})
       LEFT JOIN standing_unlock u ON u.lock_id = l.id AND u.witnessed_at IS NULL
       WHERE r.state IN (${quotedList(removalIn.proposed)}) ${where}
       ORDER BY a.receipt_number, r.id`,
      values,
    );
    return rows.filter(mayReopen);
  }

  /** Against the version with a place in the record before it; empty for the first. */
  async differences(lock: {
    readonly id: string;
    readonly categoryId: string;
    readonly number: number;
  }): Promise<LockDifference[]> {
    const earlier = await this.database.row<{ id: string }>(
      `SELECT id FROM standing_lock WHERE category_id = ? AND number < ? AND witnessed_at IS NOT NULL
       ORDER BY number DESC LIMIT 1`,
      [lock.categoryId, lock.number],
    );
    if (!earlier) return [];
    const rows = await this.database.rows<PlaceRow>(
      `SELECT n.summary, n.standing, n.outcome, o.summary AS old_summary,
              o.standing AS old_standing, o.outcome AS old_outcome
       FROM standing n JOIN standing o ON o.application_id = n.application_id AND o.lock_id = ?
       WHERE n.lock_id = ? ORDER BY n.standing, n.application_id`,
      [earlier.id, lock.id],
    );
    return rows.map(difference).filter(({ before, after }) => !equal(before, after));
  }
}

interface PlaceRow {
  readonly summary: string;
  readonly standing: number;
  readonly outcome: LockPlace['outcome'];
  readonly oldSummary: string;
  readonly oldStanding: number;
  readonly oldOutcome: LockPlace['outcome'];
}

function difference(row: PlaceRow): LockDifference {
  const now = JSON.parse(row.summary) as StandingSummary;
  const old = JSON.parse(row.oldSummary) as StandingSummary;
  return {
    receipt: now.receipt,
    merchant: now.merchant,
    before: { standing: row.oldStanding, composite: old.composite, outcome: row.oldOutcome },
    after: { standing: row.standing, composite: now.composite, outcome: row.outcome },
  };
}

function equal(one: LockPlace, other: LockPlace): boolean {
  return (
    one.standing === other.standing &&
    one.composite === other.composite &&
    one.outcome === other.outcome
  );
}
