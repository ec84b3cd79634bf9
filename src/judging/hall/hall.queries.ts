import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import type { Attendance } from '../../rules/hall/attendance.js';
import type { DefenceOrderRecord } from '../../rules/hall/defence-order.js';
import type { ClockActKind } from '../../rules/hall/hall-clock.js';
import type { EntryKind } from '../../rules/hall/late-clock.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';

/** The order that holds, with the names of who took its steps. Its sealed seed is not among the columns. */
export interface OrderRow {
  readonly id: string;
  readonly number: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly listHash: string;
  readonly commitment: string;
  readonly committedBy: string;
  readonly committedAt: string;
  readonly committedName: string | null;
  readonly witness: string | null;
  readonly witnessedAt: string | null;
  readonly witnessedName: string | null;
  readonly drawnAt: string | null;
  readonly drawnName: string | null;
  readonly record: DefenceOrderRecord | null;
}

export interface TurnRow {
  readonly id: string;
  readonly applicationId: string;
  readonly receiptNumber: string;
  readonly merchantName: string;
  readonly place: number;
  readonly again: number;
  readonly attendance: Attendance | null;
  readonly speakerSealed: string | null;
  readonly note: string | null;
  readonly attendanceAt: string | null;
  readonly attendanceName: string | null;
  /** The hall file of the laptop that noted who came. */
  readonly hallFileId: string | null;
  /** In order of time; what a second person declined is not among them. */
  readonly acts: readonly ClockActRow[];
  /** What was entered afterwards, and what became of it. */
  readonly late: readonly LateEntryRow[];
}

export interface LateEntryRow {
  readonly id: string;
  readonly turnId: string;
  readonly number: number;
  readonly kind: EntryKind;
  readonly reason: string;
  readonly from: string;
  readonly to: string | null;
  readonly enteredBy: string;
  readonly enteredName: string | null;
  readonly enteredAt: string;
  /** Null until a second person has looked at it. */
  readonly accepted: number | null;
  readonly decidedName: string | null;
  readonly decidedAt: string | null;
}

export interface ClockActRow {
  readonly turnId: string;
  readonly kind: ClockActKind;
  readonly reason: string | null;
  readonly at: string;
  readonly lateEntryId: string | null;
}

/** The defence of a round: its order, who came and what the clock says. */
@Injectable()
export class HallQueries {
  constructor(private readonly database: Database) {}

  /** Null before anybody committed to a seed. */
  async order(roundId: string): Promise<OrderRow | null> {
    const row = await this.database.row<
      Omit<OrderRow, 'labels' | 'record'> & { labels: string; record: string | null }
    >(
      `SELECT o.id, o.number, o.labels, o.list_hash, o.commitment, o.committed_by, o.committed_at,
              c.person_name AS committed_name, o.witness, o.witnessed_at,
              w.person_name AS witnessed_name, o.drawn_at, d.person_name AS drawn_name, o.record
       FROM defence_order o
       LEFT JOIN account c ON c.id = o.committed_by
       LEFT JOIN account w ON w.id = o.witnessed_by
       LEFT JOIN account d ON d.id = o.drawn_by
       WHERE o.round_id = ? ORDER BY o.number DESC LIMIT 1`,
      [roundId],
    );
    if (!row) return null;
    const { labels, record, ...rest } = row;
    return {
      ...rest,
      labels: JSON.parse(labels) as OrderRow['labels'],
      record: record === null ? null : (JSON.parse(record) as DefenceOrderRecord),
    };
  }

  /** Whoever is before the judges of a category: these are heard. */
  async heard(categoryId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `SELECT id FROM application
       WHERE category_id = ? AND state IN (${quotedList(applicationIn.judged)}) ORDER BY id`,
      [categoryId],
    );
    return rows.map(({ id }) => id);
  }

  /** Application → the number that judges see, of whoever was absent when called last. */
  async absent(roundId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ applicationId: string; number: string | null }>(
      `SELECT t.application_id, a.judging_number AS number
       FROM defence_turn t JOIN application a ON a.id = t.application_id
       WHERE t.order_id = (SELECT o.id FROM defence_order o WHERE o.round_id = ?
                           ORDER BY o.number DESC LIMIT 1)
         AND t.attendance = 'absent' ORDER BY t.place`,
      [roundId],
    );
    return new Map(rows.map(({ applicationId, number }) => [applicationId, number ?? '']));
  }

  /** Turns of the order that holds, by place; who has left the selection is not called. */
  async turns(roundId: string): Promise<TurnRow[]> {
    const turns = await this.database.rows<Omit<TurnRow, 'acts' | 'late'>>(
      `SELECT t.id, t.application_id, a.receipt_number, m.name AS merchant_name, t.place, t.again,
              t.attendance, t.speaker_sealed, t.note, t.attendance_at,
              p.person_name AS attendance_name, t.hall_file_id
       FROM defence_turn t
       JOIN application a ON a.id = t.application_id
       JOIN merchant m ON m.id = a.merchant_id
       LEFT JOIN account p ON p.id = t.attendance_by
       WHERE t.order_id = (SELECT o.id FROM defence_order o WHERE o.round_id = ?
                           ORDER BY o.number DESC LIMIT 1)
         AND a.state NOT IN (${quotedList(applicationIn.left)})
       ORDER BY t.place`,
      [roundId],
    );
    const acts = await this.database.rows<ClockActRow>(
      `SELECT k.turn_id, k.kind, k.reason, k.at, k.late_entry_id FROM clock_act k
       JOIN defence_turn t ON t.id = k.turn_id JOIN defence_order o ON o.id = t.order_id
       LEFT JOIN late_clock_entry l ON l.id = k.late_entry_id
       WHERE o.round_id = ? AND (l.accepted IS NULL OR l.accepted = 1)
       ORDER BY k.turn_id, k.at, k.number`,
      [roundId],
    );
    const late = await this.lateEntries(roundId);
    return turns.map((turn) => ({
      ...turn,
      acts: acts.filter(({ turnId }) => turnId === turn.id),
      late: late.filter(({ turnId }) => turnId === turn.id),
    }));
  }

  /** The next number of an entry of a turn, and how many acts it has, declined ones too. */
  async entered(turnId: string): Promise<{ readonly number: number; readonly acts: number }> {
    const row = await this.database.row<{ entries: number; acts: number }>(
      `SELECT (SELECT COUNT(*) FROM late_clock_entry WHERE turn_id = ?) AS entries,
              (SELECT COUNT(*) FROM clock_act WHERE turn_id = ?) AS acts`,
      [turnId, turnId],
    );
    return { number: row!.entries + 1, acts: row!.acts };
  }

  private lateEntries(roundId: string): Promise<LateEntryRow[]> {
    return this.database.rows<LateEntryRow>(
      `SELECT l.id, l.turn_id, l.number, l.kind, l.reason,
              (SELECT MIN(k.at) FROM clock_act k WHERE k.late_entry_id = l.id) AS "from",
              (SELECT MAX(k.at) FROM clock_act k WHERE k.late_entry_id = l.id
                 AND k.kind IN ('resume', 'finish') AND l.kind <> 'end') AS "to",
              l.entered_by, e.person_name AS entered_name, l.entered_at, l.accepted,
              d.person_name AS decided_name, l.decided_at
       FROM late_clock_entry l
       JOIN defence_turn t ON t.id = l.turn_id JOIN defence_order o ON o.id = t.order_id
       LEFT JOIN account e ON e.id = l.entered_by
       LEFT JOIN account d ON d.id = l.decided_by
       WHERE o.round_id = ? ORDER BY l.turn_id, l.number`,
      [roundId],
    );
  }
}
