import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { DrawCandidate, DrawRecord, DrawTerms } from '../../rules/draw/draw-record.js';
import type { GroupNames } from '../../rules/draw/label-groups.js';
import { missing } from '../../rules/refusal.js';
import type { Exclusion } from './draw.entity.js';
import type { DrawState } from '../../rules/lifecycle/draw-states.js';
import { drawIn } from '../../rules/lifecycle/draw-states.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { quotedList } from '../../database/quoted-list.js';

export interface DrawLine {
  readonly id: string;
  readonly number: number;
  readonly state: DrawState;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly begunAt: string;
  readonly revealedAt: string | null;
}

/** A draw with the names of the people who took its steps. Its sealed seed is not among the columns. */
export interface DrawRow extends DrawLine {
  readonly programmeState: string;
  /** How many rounds the alternates are dealt to. */
  readonly rounds: number;
  readonly previousId: string | null;
  readonly terms: DrawTerms;
  readonly exclusions: readonly Exclusion[];
  readonly candidates: readonly DrawCandidate[] | null;
  readonly groupNames: GroupNames | null;
  readonly listHash: string | null;
  readonly frozenAt: string | null;
  readonly frozenName: string | null;
  readonly commitment: string | null;
  readonly committedBy: string | null;
  readonly committedAt: string | null;
  readonly committedName: string | null;
  readonly witness: string | null;
  readonly witnessedBy: string | null;
  readonly witnessedAt: string | null;
  readonly witnessedName: string | null;
  readonly revealedAt: string | null;
  readonly revealedName: string | null;
  readonly record: DrawRecord | null;
  readonly chainHead: string | null;
  readonly officeSignedAt: string | null;
  readonly officeSignedName: string | null;
  readonly witnessSignedAt: string | null;
  readonly voidReason: string | null;
  readonly voidProposedBy: string | null;
  readonly voidProposedName: string | null;
  readonly voidProposedAt: string | null;
  readonly voidedName: string | null;
  readonly voidedAt: string | null;
  readonly version: number;
}

type JsonColumn = 'terms' | 'exclusions' | 'candidates' | 'groupNames' | 'record';
type Stored = Omit<DrawRow, JsonColumn> & Record<JsonColumn, string | null>;

const line = `d.id, d.number, d.state, d.programme_id, p.name AS programme_name, d.category_id,
  c.code AS category_code, c.name_zh, c.name_en, d.begun_at, d.revealed_at`;
const joins = `FROM draw d JOIN programme p ON p.id = d.programme_id
  JOIN category c ON c.id = d.category_id`;
const people = {
  frozen: 'frozen_by',
  committed: 'committed_by',
  witnessed: 'witnessed_by',
  revealed: 'revealed_by',
  office_signed: 'office_signed_by',
  void_proposed: 'void_proposed_by',
  voided: 'voided_by',
} as const;
const names = Object.entries(people).map(
  ([part, column]) => `(SELECT person_name FROM account WHERE id = d.${column}) AS ${part}_name`,
);

/** Reads of draws. */
@Injectable()
export class DrawQueries {
  constructor(private readonly database: Database) {}

  /** Every draw, the newest programme first. */
  all(): Promise<DrawLine[]> {
    return this.database.rows<DrawLine>(
      `SELECT ${line} ${joins} ORDER BY p.year DESC, p.id, c.position, d.number DESC, d.id`,
    );
  }

  async byId(id: string): Promise<DrawRow> {
    const row = await this.database.row<Stored>(
      `SELECT ${line}, p.state AS programme_state,
         (SELECT COUNT(DISTINCT r.kind) FROM round r WHERE r.category_id = d.category_id) AS rounds,
         d.previous_id, d.terms, d.exclusions,
         d.candidates, d.group_names, d.list_hash, d.frozen_at, d.commitment, d.committed_by, d.committed_at,
         d.witness, d.witnessed_by, d.witnessed_at, d.record, d.chain_head, d.office_signed_at,
         d.witness_signed_at, d.void_reason, d.void_proposed_by, d.void_proposed_at, d.voided_at,
         d.version, ${names.join(', ')} ${joins} WHERE d.id = ?`,
      [id],
    );
    if (!row) throw missing();
    const parsed = (column: JsonColumn) => JSON.parse(row[column] ?? 'null') as unknown;
    return {
      ...row,
      terms: parsed('terms') as DrawTerms,
      exclusions: parsed('exclusions') as readonly Exclusion[],
      candidates: parsed('candidates') as readonly DrawCandidate[] | null,
      groupNames: parsed('groupNames') as GroupNames | null,
      record: parsed('record') as DrawRecord | null,
    };
  }

  /** The records in force of a programme, by category; the newest of each stands last. */
  async inForce(
    programmeId: string,
  ): Promise<{ readonly categoryId: string; readonly id: string; readonly record: DrawRecord }[]> {
    const rows = await this.database.rows<{ categoryId: string; id: string; record: string }>(
      `SELECT category_id, id, record FROM draw
       WHERE programme_id = ? AND state IN (${quotedList(drawIn.drawn)}) ORDER BY category_id, number, id`,
      [programmeId],
    );
    return rows.map((row) => ({ ...row, record: JSON.parse(row.record) as DrawRecord }));
  }

  /** Categories whose programme is being drawn for and that have neither a draw nor a panel. */
  undrawn(): Promise<
    { id: string; nameZh: string; nameEn: string; programmeName: string; applications: number }[]
  > {
    return this.database.rows(
      `SELECT c.id, c.name_zh, c.name_en, p.name AS programme_name,
         (SELECT COUNT(*) FROM application a WHERE a.category_id = c.id AND a.state IN (${quotedList(applicationIn.verified)}))
           AS applications
       FROM category c JOIN programme p ON p.id = c.programme_id
       WHERE p.state IN (${quotedList(programmeIn.drawing)})
         AND NOT EXISTS (SELECT 1 FROM draw d WHERE d.category_id = c.id AND d.state NOT IN (${quotedList(drawIn.voided)}))
         AND NOT EXISTS (SELECT 1 FROM seat s WHERE s.category_id = c.id AND s.vacated_at IS NULL)
       ORDER BY p.year DESC, p.id, c.position, c.id`,
    );
  }

  /** Accounts that supervise a programme now. */
  async supervisors(programmeId: string): Promise<string[]> {
    const rows = await this.database.rows<{ accountId: string }>(
      `SELECT DISTINCT account_id FROM duty WHERE role = 'Supervisor' AND ended_at IS NULL
         AND (programme_id IS NULL OR programme_id = ?)`,
      [programmeId],
    );
    return rows.map(({ accountId }) => accountId);
  }
}
