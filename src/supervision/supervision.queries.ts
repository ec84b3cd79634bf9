import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { OWN_SHEETS } from '../judging/sheets/own-sheets.js';
import { roundIn } from '../rules/lifecycle/round-groups.js';
import { sheetIn } from '../rules/lifecycle/score-sheet-groups.js';
import { quotedList } from '../database/quoted-list.js';
import { conflictIn } from '../rules/lifecycle/conflict-states.js';
import type { RemovalState } from '../rules/lifecycle/removal-states.js';
import type { ObjectionState } from '../rules/lifecycle/objection-lifecycle.js';
import type { ConflictState } from '../rules/lifecycle/conflict-states.js';

export interface LateCorrection {
  readonly merchantName: string;
  readonly receiptNumber: string | null;
  readonly dueOn: string;
}

export interface LateSheets {
  readonly judgeName: string;
  readonly categoryZh: string;
  readonly categoryEn: string;
  readonly kind: string;
  readonly closesOn: string;
  readonly sheets: number;
}

export interface SheetProgress {
  readonly roundId: string;
  readonly categoryZh: string;
  readonly categoryEn: string;
  readonly kind: string;
  readonly roundState: string;
  readonly judgeName: string;
  readonly seatNumber: number;
  readonly sheets: number;
  readonly signed: number;
}

export interface DeclaredConflict {
  readonly judgeName: string;
  readonly merchantName: string;
  readonly ground: string | null;
  /** JSON; null for none. */
  readonly moreGrounds: string | null;
  readonly state: ConflictState;
  readonly declaredAt: string;
  readonly deciderName: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
}

export interface ProposedRemoval {
  readonly judgeName: string;
  /** Null for an expert of a re-review, who has a number instead. */
  readonly seatNumber: number | null;
  readonly expertNumber: number | null;
  readonly merchantName: string | null;
  readonly ground: string | null;
  readonly reason: string;
  readonly state: RemovalState;
  readonly proposerName: string;
  readonly proposedAt: string;
  readonly deciderName: string | null;
  readonly decidedAt: string | null;
}

export interface OrderedExtension {
  readonly phase: string;
  readonly scope: string;
  readonly newLastDay: string;
  readonly reason: string;
  readonly ordererName: string;
  readonly orderedAt: string;
}

export interface ObjectionLine {
  readonly receiptNumber: string;
  readonly merchantName: string | null;
  readonly identityKind: string;
  readonly state: ObjectionState;
  readonly receivedAt: string;
  readonly acceptBy: string | null;
  readonly decideBy: string | null;
  readonly deciderName: string | null;
}

export interface PostedNotice {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly postedOn: string;
  readonly posterName: string | null;
  readonly confirmerName: string | null;
}

/** What the supervisor reads of one programme while it runs; never a score. */
@Injectable()
export class SupervisionQueries {
  constructor(private readonly database: Database) {}

  lateCorrections(programmeId: string, today: string): Promise<LateCorrection[]> {
    return this.database.rows(
      `SELECT m.name AS merchant_name, a.receipt_number, c.due_on
       FROM correction_request c
       JOIN application a ON a.id = c.application_id JOIN merchant m ON m.id = a.merchant_id
       WHERE a.programme_id = ? AND c.answered_at IS NULL AND c.due_on < ?
       ORDER BY c.due_on, c.id`,
      [programmeId, today],
    );
  }

  lateSheets(programmeId: string, today: string): Promise<LateSheets[]> {
    return this.database.rows(
      `SELECT p.person_name AS judge_name, c.name_zh AS category_zh, c.name_en AS category_en,
              r.kind, r.closes_on, COUNT(*) AS sheets
       FROM ${OWN_SHEETS} s JOIN round r ON r.id = s.round_id
       JOIN category c ON c.id = r.category_id JOIN account p ON p.id = s.account_id
       WHERE r.programme_id = ? AND r.state IN (${quotedList(roundIn.open)}) AND r.closes_on < ? AND s.state IN (${quotedList(sheetIn.open)})
       GROUP BY p.id, p.person_name, c.name_zh, c.name_en, r.id, r.kind, r.closes_on
       ORDER BY r.closes_on, p.person_name, p.id, r.id`,
      [programmeId, today],
    );
  }

  /** Sheets and signatures of each seat; counts only. */
  progress(programmeId: string): Promise<SheetProgress[]> {
    return this.database.rows(
      `SELECT r.id AS round_id, c.name_zh AS category_zh, c.name_en AS category_en, r.kind,
              r.state AS round_state, p.person_name AS judge_name, t.number AS seat_number,
              COUNT(*) AS sheets, SUM(CASE WHEN s.state IN (${quotedList(sheetIn.signed)}) THEN 1 ELSE 0 END) AS signed
       FROM ${OWN_SHEETS} s
       JOIN round r ON r.id = s.round_id JOIN category c ON c.id = r.category_id
       JOIN seat t ON t.id = s.seat_id JOIN account p ON p.id = s.account_id
       WHERE r.programme_id = ? AND s.state NOT IN (${quotedList(sheetIn.voided)})
       GROUP BY r.id, c.name_zh, c.name_en, c.position, r.kind, r.state, p.id, p.person_name,
                t.id, t.number
       ORDER BY c.position, r.kind DESC, t.number, t.id`,
      [programmeId],
    );
  }

  conflicts(programmeId: string): Promise<DeclaredConflict[]> {
    return this.database.rows(
      `SELECT e.name AS judge_name, m.name AS merchant_name, d.ground, d.more_grounds, d.state, d.declared_at,
              p.person_name AS decider_name, d.decided_at, d.decision_reason
       FROM conflict_declaration d
       JOIN seat t ON t.id = d.seat_id JOIN expert e ON e.id = t.expert_id
       JOIN application a ON a.id = d.application_id JOIN merchant m ON m.id = a.merchant_id
       LEFT JOIN account p ON p.id = d.decided_by
       WHERE t.programme_id = ? AND d.state NOT IN (${quotedList(conflictIn.none)}) ORDER BY d.declared_at DESC, d.id`,
      [programmeId],
    );
  }

  removals(programmeId: string): Promise<ProposedRemoval[]> {
    return this.database.rows(
      `SELECT e.name AS judge_name, t.number AS seat_number, q.number AS expert_number,
              m.name AS merchant_name, r.ground, r.reason, r.state, p.person_name AS proposer_name, r.proposed_at,
              d.person_name AS decider_name, r.decided_at
       FROM removal r LEFT JOIN seat t ON t.id = r.seat_id
       LEFT JOIN re_review_sheet q ON q.id = r.re_review_sheet_id
       JOIN expert e ON e.id = COALESCE(t.expert_id, q.expert_id)
       JOIN account p ON p.id = r.proposed_by LEFT JOIN account d ON d.id = r.decided_by
       LEFT JOIN application a ON a.id = r.application_id LEFT JOIN merchant m ON m.id = a.merchant_id
       WHERE r.programme_id = ? ORDER BY r.proposed_at DESC, r.id`,
      [programmeId],
    );
  }

  extensions(programmeId: string): Promise<OrderedExtension[]> {
    return this.database.rows(
      `SELECT o.phase, o.scope, o.new_last_day, o.reason, o.ordered_at,
              p.person_name AS orderer_name
       FROM extension_order o JOIN account p ON p.id = o.ordered_by
       WHERE o.programme_id = ? ORDER BY o.ordered_at DESC, o.id`,
      [programmeId],
    );
  }

  objections(programmeId: string): Promise<ObjectionLine[]> {
    return this.database.rows(
      `SELECT o.receipt_number, m.name AS merchant_name, o.identity_kind, o.state, o.received_at,
              o.accept_by, o.decide_by, p.person_name AS decider_name
       FROM objection o JOIN notice n ON n.id = o.notice_id
       LEFT JOIN application a ON a.id = o.application_id
       LEFT JOIN merchant m ON m.id = a.merchant_id LEFT JOIN account p ON p.id = o.decided_by
       WHERE n.programme_id = ? ORDER BY o.received_at DESC, o.id`,
      [programmeId],
    );
  }

  notices(programmeId: string): Promise<PostedNotice[]> {
    return this.database.rows(
      `SELECT n.id, n.kind, n.title, n.posted_on, p.person_name AS poster_name,
              q.person_name AS confirmer_name
       FROM notice n LEFT JOIN account p ON p.id = n.posted_by
       LEFT JOIN account q ON q.id = n.confirmed_by
       WHERE n.programme_id = ? ORDER BY n.posted_on DESC, n.id`,
      [programmeId],
    );
  }
}
