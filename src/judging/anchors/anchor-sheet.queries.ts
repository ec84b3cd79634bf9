import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import {
  type AnchorSheetState,
  anchorIn,
  anchorSheetIn,
} from '../../rules/lifecycle/anchor-states.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { ANCHORS_LEAST } from '../../rules/rounds/anchors.js';
import type { AnchorEvidence } from './anchor-dossier.entity.js';

/** An anchor that a judge scores, with how far that judge is. */
export interface OwnAnchorRow {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeState: string;
  readonly categoryId: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly number: number;
  /** Null before the first save. */
  readonly sheetId: string | null;
  readonly state: AnchorSheetState | null;
}

export interface OwnAnchor extends OwnAnchorRow {
  readonly evidence: Readonly<Record<string, AnchorEvidence>>;
  readonly scores: Readonly<Record<string, number>>;
  readonly comments: Readonly<Record<string, string>>;
  /** 0 before the first save. */
  readonly version: number;
  /** Empty until the judge has submitted. */
  readonly points: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, string>>;
}

/**
 * Anchors for their judges: confirmed ones of a category in which the judge has declared. With the first
 * score nothing about them changes any more, so they come when there are enough.
 */
@Injectable()
export class AnchorSheetQueries {
  constructor(private readonly database: Database) {}

  own(accountId: string): Promise<OwnAnchorRow[]> {
    return this.database.rows<OwnAnchorRow>(
      `SELECT ${columns} ${from} ORDER BY p.year DESC, p.id, c.position, a.number, a.id`,
      [accountId, accountId],
    );
  }

  async one(accountId: string, anchorId: string): Promise<OwnAnchor | null> {
    const row = await this.database.row<OwnAnchorRow & Record<Texts, string> & { version: number }>(
      `SELECT ${columns}, a.evidence, COALESCE(x.scores, '{}') AS scores,
         COALESCE(x.comments, '{}') AS comments, COALESCE(x.version, 0) AS version,
         CASE WHEN ${given} THEN a.points ELSE '{}' END AS points,
         CASE WHEN ${given} THEN a.reasons ELSE '{}' END AS reasons
       ${from} AND a.id = ?`,
      [accountId, accountId, anchorId],
    );
    if (!row) return null;
    const read = (name: Texts) => JSON.parse(row[name]) as never;
    return {
      ...row,
      evidence: read('evidence'),
      scores: read('scores'),
      comments: read('comments'),
      points: read('points'),
      reasons: read('reasons'),
    };
  }
}

type Texts = 'evidence' | 'scores' | 'comments' | 'points' | 'reasons';

const given = `x.state IN (${quotedList(anchorSheetIn.given)})`;

const columns = `a.id, a.programme_id, p.state AS programme_state, a.category_id, c.code, c.name_zh,
  c.name_en, a.number, x.id AS sheet_id, x.state`;

const from = `FROM anchor_dossier a JOIN category c ON c.id = a.category_id
  JOIN programme p ON p.id = a.programme_id
  LEFT JOIN anchor_sheet x ON x.anchor_id = a.id AND x.account_id = ?
  WHERE a.state IN (${quotedList(anchorIn.confirmed)})
    AND (SELECT COUNT(*) FROM anchor_dossier k WHERE k.category_id = a.category_id
      AND k.state IN (${quotedList(anchorIn.confirmed)})) >= ${ANCHORS_LEAST}
    AND p.state NOT IN (${quotedList(programmeIn.closedToJudges)})
    AND EXISTS (SELECT 1 FROM seat s JOIN expert e ON e.id = s.expert_id
      WHERE s.category_id = a.category_id AND e.account_id = ? AND s.vacated_at IS NULL
        AND s.declared_at IS NOT NULL)`;
