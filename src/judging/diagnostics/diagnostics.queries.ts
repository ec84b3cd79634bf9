import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import type { SignalKind } from '../../rules/diagnostics/judge-signal.js';
import type { SignalOutcome } from './signal-note.entity.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { quotedList } from '../../database/quoted-list.js';

export interface LockedRound {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: RoundKind;
  readonly blind: number;
  readonly lockedAt: string;
}

export interface DiagnosedCategory {
  readonly programmeId: string;
  readonly programmeName: string;
  readonly categoryId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly locked: number;
  readonly notes: number;
}

export interface DiagnosedSeat {
  readonly id: string;
  readonly number: number;
  readonly judgeName: string;
}

export interface DiagnosedApplication {
  readonly id: string;
  readonly receiptNumber: string;
  readonly merchantName: string;
}

export interface SignalNoteRow {
  readonly roundId: string;
  readonly signal: string;
  readonly kind: SignalKind;
  readonly seatNumber: number;
  readonly outcome: SignalOutcome;
  readonly note: string;
  readonly noterName: string;
  readonly notedAt: string;
}

/** Reads for the judge diagnostics. A round that is not locked does not exist here. */
@Injectable()
export class DiagnosticsQueries {
  constructor(private readonly database: Database) {}

  rounds(categoryId: string): Promise<LockedRound[]> {
    return this.database.rows<LockedRound>(
      `${selectRound} WHERE r.category_id = ? AND r.state IN (${quotedList(roundIn.locked)}) ORDER BY r.kind DESC, r.id`,
      [categoryId],
    );
  }

  /** Every category of every programme, the newest first, with the number of its locked rounds. */
  categories(): Promise<DiagnosedCategory[]> {
    return this.database.rows<DiagnosedCategory>(
      `SELECT p.id AS programme_id, p.name AS programme_name, c.id AS category_id, c.name_zh,
              c.name_en,
              (SELECT COUNT(*) FROM round r WHERE r.category_id = c.id AND r.state IN (${quotedList(roundIn.locked)}))
                AS locked,
              (SELECT COUNT(*) FROM signal_note n JOIN round r ON r.id = n.round_id
               WHERE r.category_id = c.id) AS notes
       FROM category c JOIN programme p ON p.id = c.programme_id
       ORDER BY p.year DESC, p.id, c.position, c.id`,
    );
  }

  /** Members and replaced members alike: a signed sheet stays its judge's. */
  seats(categoryId: string): Promise<DiagnosedSeat[]> {
    return this.database.rows<DiagnosedSeat>(
      `SELECT s.id, s.number, e.name AS judge_name FROM seat s JOIN expert e ON e.id = s.expert_id
       WHERE s.category_id = ? ORDER BY s.number, s.seated_at, s.id`,
      [categoryId],
    );
  }

  applications(categoryId: string): Promise<DiagnosedApplication[]> {
    return this.database.rows<DiagnosedApplication>(
      `SELECT a.id, COALESCE(a.receipt_number, '') AS receipt_number, m.name AS merchant_name
       FROM application a JOIN merchant m ON m.id = a.merchant_id
       WHERE a.category_id = ? ORDER BY a.receipt_number, a.id`,
      [categoryId],
    );
  }

  /** What the supervisor wrote about signals of a category's locked rounds, newest first. */
  notes(categoryId: string): Promise<SignalNoteRow[]> {
    return this.database.rows<SignalNoteRow>(
      `SELECT n.round_id, n.signal, n.kind, s.number AS seat_number, n.outcome, n.note, n.noted_at,
              p.person_name AS noter_name
       FROM signal_note n JOIN round r ON r.id = n.round_id JOIN seat s ON s.id = n.seat_id
       JOIN account p ON p.id = n.noted_by
       WHERE r.category_id = ? AND r.state IN (${quotedList(roundIn.locked)}) ORDER BY n.noted_at DESC, n.id DESC`,
      [categoryId],
    );
  }

  /** Signals whose newest note passes them on to the office. */
  async passedOn(categoryId: string): Promise<SignalNoteRow[]> {
    const newest = new Map<string, SignalNoteRow>();
    for (const note of await this.notes(categoryId)) {
      if (!newest.has(note.signal)) newest.set(note.signal, note);
    }
    return [...newest.values()].filter(({ outcome }) => outcome === 'passedOn');
  }
}

const selectRound = `SELECT r.id, r.programme_id, p.name AS programme_name, r.category_id,
  c.code AS category_code, c.name_zh, c.name_en, r.kind, r.blind, r.locked_at
  FROM round r JOIN category c ON c.id = r.category_id JOIN programme p ON p.id = r.programme_id`;
