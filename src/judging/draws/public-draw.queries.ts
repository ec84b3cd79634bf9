import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import type { DrawRecord } from '../../rules/draw/draw-record.js';
import { publicDrawRecord } from '../../rules/draw/public-draw-record.js';
import { missing } from '../../rules/refusal.js';
import type { AssignmentMode } from '../assignments/assignment.entity.js';
import type { Exclusion } from './draw.entity.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { drawIn } from '../../rules/lifecycle/draw-states.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { quotedList } from '../../database/quoted-list.js';

interface OfCategory {
  readonly categoryId: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface PublicDrawLine extends OfCategory {
  readonly id: string;
  readonly number: number;
  readonly state: 'Drawn' | 'Voided';
  readonly revealedAt: string | null;
  readonly voidedAt: string | null;
}

/** What a stranger may know of a draw; no column with a person's name or an office's reason is read. */
export interface PublicDraw extends PublicDrawLine {
  readonly categoryCode: string;
  readonly record: DrawRecord;
  readonly signedHash: string;
  readonly peoplePresent: number;
  readonly excluded: number;
  readonly officeSignedAt: string | null;
  readonly witnessSignedAt: string | null;
}

export interface PublicAssignment extends OfCategory {
  readonly kind: RoundKind;
  /** Null where the office took no decision and the whole panel scored. */
  readonly mode: AssignmentMode | null;
  readonly perApplication: number | null;
  readonly seed: string | null;
  readonly problemHash: string | null;
  readonly planHash: string | null;
}

/** One judge of a category; no name where the category has none. */
export interface PublicJudge extends OfCategory {
  readonly name: string | null;
  readonly byHand: number;
}

const line = `d.id, d.number, d.state, d.category_id, c.name_zh, c.name_en, d.revealed_at, d.voided_at`;

/** Reads for strangers, of a programme whose results are published; the caller has checked that. */
@Injectable()
export class PublicDrawQueries {
  constructor(private readonly database: Database) {}

  /** Those whose work counted: who holds a seat to the end, and alternates with a valid sheet. */
  judges(programmeId: string): Promise<PublicJudge[]> {
    return this.database.rows<PublicJudge>(
      `SELECT c.id AS category_id, c.name_zh, c.name_en, e.name,
         CASE WHEN s.draw_id IS NULL THEN 1 ELSE 0 END AS by_hand
       FROM category c
       LEFT JOIN seat s ON s.category_id = c.id AND s.vacated_at IS NULL
         AND (s.alternate = 0 OR EXISTS (SELECT 1 FROM score_sheet h
           WHERE h.seat_id = s.id AND h.signed_at IS NOT NULL AND h.state NOT IN (${quotedList(sheetIn.voided)})))
       LEFT JOIN expert e ON e.id = s.expert_id
       WHERE c.programme_id = ? ORDER BY c.position, c.id, e.name, e.id`,
      [programmeId],
    );
  }

  /** Voided ones too: a draw that was thrown away is told. */
  draws(programmeId: string): Promise<PublicDrawLine[]> {
    return this.database.rows<PublicDrawLine>(
      `SELECT ${line} FROM draw d JOIN category c ON c.id = d.category_id
       WHERE d.programme_id = ? AND d.state IN (${quotedList(drawIn.told)})
       ORDER BY c.position, c.id, d.number, d.id`,
      [programmeId],
    );
  }

  async draw(programmeId: string, id: string): Promise<PublicDraw> {
    const row = await this.database.row<
      Omit<PublicDraw, 'record' | 'signedHash' | 'peoplePresent' | 'excluded'> & {
        readonly record: string | null;
        readonly exclusions: string;
      }
    >(
      `SELECT ${line}, c.code AS category_code, d.record, d.exclusions, d.office_signed_at,
         d.witness_signed_at
       FROM draw d JOIN category c ON c.id = d.category_id
       WHERE d.id = ? AND d.programme_id = ?`,
      [id, programmeId],
    );
    if (!row?.record) throw missing();
    const signed = JSON.parse(row.record) as DrawRecord;
    const { exclusions, ...rest } = row;
    return {
      ...rest,
      record: publicDrawRecord(signed),
      signedHash: signed.recordHash,
      peoplePresent: signed.present.length,
      excluded: (JSON.parse(exclusions) as readonly Exclusion[]).length,
    };
  }

  /** The decision in force of every round that was judged. */
  assignments(programmeId: string): Promise<PublicAssignment[]> {
    return this.database.rows<PublicAssignment>(
      `SELECT c.id AS category_id, c.name_zh, c.name_en, r.kind, n.mode, n.per_application, n.seed,
         n.problem_hash, n.plan_hash
       FROM round r JOIN category c ON c.id = r.category_id
       LEFT JOIN assignment n ON n.round_id = r.id
         AND n.number = (SELECT MAX(o.number) FROM assignment o WHERE o.round_id = n.round_id)
       WHERE r.programme_id = ? AND r.state IN (${quotedList(roundIn.locked)})
         AND EXISTS (SELECT 1 FROM score_sheet h WHERE h.round_id = r.id)
       ORDER BY c.position, c.id, r.kind DESC, r.id`,
      [programmeId],
    );
  }
}
