import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { type AnchorState, anchorIn } from '../../rules/lifecycle/anchor-states.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import type { AnchorEvidence } from './anchor-dossier.entity.js';

export interface AnchorRow {
  readonly id: string;
  readonly programmeId: string;
  readonly categoryId: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly number: number;
  readonly state: AnchorState;
  readonly sourceId: string | null;
  readonly evidence: Readonly<Record<string, AnchorEvidence>>;
  readonly points: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly preparedBy: string;
  readonly preparerName: string | null;
  readonly preparedAt: string;
  readonly confirmerName: string | null;
  readonly confirmedAt: string | null;
  readonly returnReason: string | null;
  readonly version: number;
}

type Stored = Omit<AnchorRow, 'evidence' | 'points' | 'reasons'> &
  Record<'evidence' | 'points' | 'reasons', string>;

/** An earlier file that an anchor can be taken from, as the office knows it. */
export interface PastFile {
  readonly id: string;
  readonly year: number;
  readonly number: string;
  readonly merchantName: string;
}

/** What the office reads of anchors. What judges gave is not among it. */
@Injectable()
export class AnchorQueries {
  constructor(private readonly database: Database) {}

  async ofProgramme(programmeId: string): Promise<AnchorRow[]> {
    const rows = await this.database.rows<Stored>(
      `${selectAnchor} WHERE a.programme_id = ? ORDER BY c.position, a.number, a.id`,
      [programmeId],
    );
    return rows.map(parsed);
  }

  async byId(id: string): Promise<AnchorRow | null> {
    const row = await this.database.row<Stored>(`${selectAnchor} WHERE a.id = ?`, [id]);
    return row && parsed(row);
  }

  /** Files of earlier years whose round is locked, the newest year first. */
  pastFiles(code: string, beforeYear: number): Promise<PastFile[]> {
    return this.database.rows<PastFile>(
      `SELECT a.id, p.year, a.judging_number AS number, m.name AS merchant_name ${pastFiles}
       ORDER BY p.year DESC, a.judging_number, a.id LIMIT 300`,
      [code, beforeYear],
    );
  }

  /** Whether this is such a file. */
  async isPastFile(id: string, code: string, beforeYear: number): Promise<boolean> {
    const sql = `SELECT a.id ${pastFiles} AND a.id = ?`;
    return (await this.database.row(sql, [code, beforeYear, id])) !== null;
  }

  /** Categories in which a judge has begun to score anchors: nothing about them changes any more. */
  async frozen(programmeId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.rows<{ categoryId: string }>(
      `SELECT DISTINCT a.category_id FROM anchor_sheet x JOIN anchor_dossier a ON a.id = x.anchor_id
       WHERE a.programme_id = ?`,
      [programmeId],
    );
    return new Set(rows.map(({ categoryId }) => categoryId));
  }

  async confirmedIn(categoryId: string): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      `SELECT COUNT(*) AS count FROM anchor_dossier
       WHERE category_id = ? AND state IN (${quotedList(anchorIn.confirmed)})`,
      [categoryId],
    );
    return row?.count ?? 0;
  }
}

const pastFiles = `FROM application a JOIN category c ON c.id = a.category_id
  JOIN programme p ON p.id = a.programme_id JOIN merchant m ON m.id = a.merchant_id
  JOIN round r ON r.category_id = a.category_id AND r.kind = 'material'
  WHERE c.code = ? AND p.year < ? AND r.state IN (${quotedList(roundIn.locked)})
    AND a.judging_number IS NOT NULL`;

const selectAnchor = `SELECT a.id, a.programme_id, a.category_id, c.code, c.name_zh, c.name_en, a.number,
  a.state, a.source_id, a.evidence, a.points, a.reasons, a.prepared_by,
  first.person_name AS preparer_name, a.prepared_at, second.person_name AS confirmer_name,
  a.confirmed_at, a.return_reason, a.version
  FROM anchor_dossier a JOIN category c ON c.id = a.category_id
  LEFT JOIN account first ON first.id = a.prepared_by
  LEFT JOIN account second ON second.id = a.confirmed_by`;

function parsed(row: Stored): AnchorRow {
  return {
    ...row,
    evidence: JSON.parse(row.evidence) as AnchorRow['evidence'],
    points: JSON.parse(row.points) as AnchorRow['points'],
    reasons: JSON.parse(row.reasons) as AnchorRow['reasons'],
  };
}
