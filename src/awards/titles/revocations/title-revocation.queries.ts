import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { SqlValue } from '../../../database/reader.js';
import type { RevocationFacts } from '../../../rules/titles/revocation-steps.js';
import type { RevocationGround } from '../../../rules/titles/title-grounds.js';

export interface RevocationRow extends RevocationFacts {
  readonly id: string;
  readonly titleId: string;
  readonly certificateNumber: string;
  readonly merchantName: string;
  readonly ground: RevocationGround;
  readonly facts: string;
  readonly proposedName: string | null;
  readonly proposedAt: string;
  readonly statement: string | null;
  readonly decisionReason: string | null;
  readonly decidedName: string | null;
  readonly decidedAt: string | null;
  readonly noticeId: string | null;
  readonly postedOn: string | null;
  readonly lapsedOn: string | null;
  readonly plaqueDueOn: string | null;
  readonly plaqueReturnedOn: string | null;
  readonly plaqueNote: string | null;
  readonly annulledBy: string | null;
  readonly annulledNumber: string | null;
  readonly annulledReason: string | null;
  readonly annulmentAt: string | null;
  readonly annulmentNoticeId: string | null;
  readonly restoredOn: string | null;
}

/** Not yet decided, decided and waiting for its notice, or the plaque or the annulment still under way. */
const running = `(v.decision IS NULL OR v.decision = 'revoke') AND v.lapsed_on IS NULL AND v.restored_on IS NULL`;

/** Proposals that a title ends, with what came of them. Office and holder only. */
@Injectable()
export class TitleRevocationQueries {
  constructor(private readonly database: Database) {}

  /** Whatever is not over, the oldest first. */
  running(): Promise<RevocationRow[]> {
    return this.read(running, []);
  }

  /** The one that is proposed or decided and not yet posted. */
  async openOf(titleId: string): Promise<RevocationRow | null> {
    const open = `${running} AND v.posted_on IS NULL AND v.title_id = ?`;
    return (await this.read(open, [titleId]))[0] ?? null;
  }

  /** The one by which the title stands revoked. */
  async standingOf(titleId: string): Promise<RevocationRow | null> {
    const standing = `${running} AND v.posted_on IS NOT NULL AND v.title_id = ?`;
    return (await this.read(standing, [titleId])).at(-1) ?? null;
  }

  async byNotice(noticeId: string): Promise<RevocationRow | null> {
    const named = 'v.notice_id = ? OR v.annulment_notice_id = ?';
    return (await this.read(named, [noticeId, noticeId]))[0] ?? null;
  }

  /** All of a title, the newest first. */
  async ofTitle(titleId: string): Promise<RevocationRow[]> {
    return (await this.read('v.title_id = ?', [titleId])).toReversed();
  }

  /** What a re-review after publication found of the place that the title rests on. */
  async placeLost(titleId: string): Promise<boolean> {
    const lost = await this.database.row(
      `SELECT v.id FROM title t JOIN re_review v ON v.application_id = t.application_id
       WHERE t.id = ? AND v.place_lost = 1`,
      [titleId],
    );
    return lost !== null;
  }

  private read(where: string, values: readonly SqlValue[]): Promise<RevocationRow[]> {
    return this.database.rows<RevocationRow>(
      `SELECT v.id, v.title_id, t.certificate_number, t.merchant_name, v.ground, v.facts, v.proposed_by,
              p.person_name AS proposed_name, v.proposed_at, v.statement_due_on, v.statement,
              v.stated_at, v.decision, v.decision_reason, v.decided_by, d.person_name AS decided_name,
              v.decided_at, v.notice_id, v.posted_on, v.lapsed_on, v.plaque_due_on,
              v.plaque_returned_on, v.plaque_note, v.annulled_by, v.annulled_number,
              v.annulled_reason, v.annulment_at, v.annulment_notice_id, v.restored_on
       FROM title_revocation v JOIN title t ON t.id = v.title_id
       LEFT JOIN account p ON p.id = v.proposed_by LEFT JOIN account d ON d.id = v.decided_by
       WHERE ${where} ORDER BY v.proposed_at, v.id`,
      values,
    );
  }
}
