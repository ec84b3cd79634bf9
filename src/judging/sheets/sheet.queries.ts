import { Injectable } from '@nestjs/common';
import type { FigureRow } from '../../applications/figures-of.js';
import { Database } from '../../database/database.js';
import { ANCHORS_OPEN } from '../../documents/anchors-undone.js';
import { MERGED_RECORDS } from '../../merchants/merged.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import { ownSheetsScope } from './judging.queries.js';
import { OWN_SHEETS, SHOWN_DOCUMENT } from './own-sheets.js';
import type { RoundState } from '../../rules/lifecycle/round-lifecycle.js';

/** What saving needs to know, in one read. */
export interface SheetHead {
  readonly id: string;
  readonly roundId: string;
  readonly roundState: RoundState;
  readonly kind: RoundKind;
  readonly code: string;
  readonly programmeId: string;
  readonly state: 'Open' | 'Signed';
  readonly version: number;
  /** Since when the office keys it from paper. */
  readonly paperSince: string | null;
  /** 1 for a hidden repeat; no page says so. */
  readonly repeated: number;
  /** Anchors of the category that this judge has not done; 0 in a defence. */
  readonly anchorsOpen: number;
}

export interface SheetRow extends SheetHead {
  readonly blind: number;
  readonly closesOn: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly programmeName: string;
  readonly position: number;
  readonly scores: string;
  readonly comments: string;
  readonly total: number | null;
  readonly firstOpenedAt: string | null;
  readonly savedAt: string;
  readonly signedAt: string | null;
  readonly chainHead: string | null;
  readonly dissent: string | null;
  readonly seat: number;
  readonly judgeName: string;
  readonly applicationId: string;
  readonly judgingNumber: string | null;
  readonly merchantId: string;
  readonly merchantName: string;
  readonly headName: string;
  readonly contactName: string;
  readonly answers: string;
  readonly snapshot: string | null;
  readonly correctionCount: number;
}

/** With what its judge notes for nobody else. */
export interface OwnSheetWithMark extends SheetRow {
  readonly flagged: number | null;
  readonly noteSealed: string | null;
}

/** One of a judge's own sheets among the others: what a list of them says, and nothing of the file. */
export interface OverviewRow {
  readonly id: string;
  readonly roundId: string;
  readonly programmeId: string;
  readonly kind: RoundKind;
  readonly code: string;
  readonly blind: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly position: number;
  readonly state: 'Open' | 'Signed';
  readonly version: number;
  readonly paperSince: string | null;
  readonly scores: string;
  readonly comments: string;
  readonly total: number | null;
  readonly firstOpenedAt: string | null;
  readonly savedAt: string;
  readonly reviewedAt: string | null;
  readonly seat: number;
  readonly applicationId: string;
  readonly judgingNumber: string | null;
  readonly merchantName: string;
  readonly flagged: number | null;
  readonly noteSealed: string | null;
}

export interface OtherScoresRow {
  readonly id: string;
  readonly scores: string;
  readonly judgingNumber: string | null;
}

export interface EvidenceRow {
  readonly documentId: string;
  readonly indicator: string;
  readonly caption: string;
  readonly name: string;
  readonly contentType: string;
  /** 1 where a blind round has a copy to show. */
  readonly hasBlindCopy: number;
}

export interface FiledDocument {
  readonly applicationId: string;
  readonly documentId: string;
  readonly indicator: string;
  readonly hasBlindCopy: number;
}

export interface TieRow {
  readonly kind: 'shop' | 'related' | 'merged';
  readonly id: string;
  readonly name: string;
  readonly platform: string;
}

/** What judges call a file. */
const NUMBER = 'COALESCE(sh.number, a.judging_number)';

const joins = `FROM ${OWN_SHEETS} sh
  JOIN seat s ON s.id = sh.seat_id
  JOIN round r ON r.id = sh.round_id
  JOIN category c ON c.id = r.category_id`;

/** One sheet for its own judge; somebody else's, a voided or a recused one is not there. */
@Injectable()
export class SheetQueries {
  constructor(private readonly database: Database) {}

  head(accountId: string, sheetId: string): Promise<SheetHead | null> {
    return this.database.row<SheetHead>(
      `SELECT sh.id, sh.round_id, r.state AS round_state, r.kind, c.code, r.programme_id, sh.state,
              sh.version, sh.paper_since, sh.repeated, ${ANCHORS_OPEN} AS anchors_open
       ${joins} WHERE ${ownSheetsScope} AND sh.id = ?`,
      [accountId, sheetId],
    );
  }

  one(accountId: string, sheetId: string): Promise<OwnSheetWithMark | null> {
    return this.database.row<OwnSheetWithMark>(
      `SELECT mk.flagged, mk.note_sealed, ${sheetColumns} ${sheetTables}
       LEFT JOIN sheet_mark mk ON mk.sheet_id = sh.id WHERE ${ownSheetsScope} AND sh.id = ?`,
      [accountId, sheetId],
    );
  }

  overview(accountId: string, roundId: string): Promise<OverviewRow[]> {
    return this.database.rows<OverviewRow>(
      `SELECT sh.id, sh.round_id, r.programme_id, r.kind, c.code, r.blind, c.name_zh, c.name_en,
              sh.position, sh.state, sh.version, sh.paper_since, sh.scores, sh.comments, sh.total,
              sh.first_opened_at, sh.saved_at, sh.reviewed_at, s.number AS seat, a.id AS application_id,
              ${NUMBER} AS judging_number, m.name AS merchant_name, mk.flagged, mk.note_sealed
       ${joins}
       JOIN application a ON a.id = sh.application_id
       JOIN merchant m ON m.id = a.merchant_id
       LEFT JOIN sheet_mark mk ON mk.sheet_id = sh.id
       WHERE ${ownSheetsScope} AND sh.round_id = ? ORDER BY sh.position, sh.id`,
      [accountId, roundId],
    );
  }

  /** The judge's own scores in a round, this sheet's left out. */
  otherScores(accountId: string, roundId: string, sheetId: string): Promise<OtherScoresRow[]> {
    return this.database.rows<OtherScoresRow>(
      `SELECT sh.id, sh.scores, ${NUMBER} AS judging_number
       ${joins} JOIN application a ON a.id = sh.application_id
       WHERE ${ownSheetsScope} AND sh.round_id = ? AND sh.id <> ? ORDER BY sh.position, sh.id`,
      [accountId, roundId, sheetId],
    );
  }

  /** What is filed for the sheets of a judge in a round, with what a blind round keeps back. */
  filedFor(accountId: string, roundId: string): Promise<FiledDocument[]> {
    return this.database.rows<FiledDocument>(
      `SELECT l.application_id, l.document_id, l.indicator,
              CASE WHEN d.blind_hash IS NULL THEN 0 ELSE 1 END AS has_blind_copy
       FROM evidence_link l JOIN document d ON d.id = l.document_id
       WHERE l.application_id IN
         (SELECT application_id FROM score_sheet WHERE account_id = ? AND round_id = ?)
       ORDER BY l.id`,
      [accountId, roundId],
    );
  }

  figures(applicationId: string): Promise<FigureRow[]> {
    return this.database.rows<FigureRow>(
      `SELECT key, claimed, verified, verdict FROM figure WHERE application_id = ? ORDER BY key, id`,
      [applicationId],
    );
  }

  /** The files of an application, or as a sheet shows them to the judge who has opened it. */
  evidence(of: { readonly applicationId: string } | { readonly sheetId: string }) {
    const [id, onSheet] = 'sheetId' in of ? [of.sheetId, true] : [of.applicationId, false];
    return this.database.rows<EvidenceRow>(
      `SELECT ${onSheet ? SHOWN_DOCUMENT : 'l.document_id'} AS document_id, l.indicator, l.caption,
              d.name, d.content_type, CASE WHEN d.blind_hash IS NULL THEN 0 ELSE 1 END AS has_blind_copy
       FROM evidence_link l JOIN document d ON d.id = l.document_id
       ${onSheet ? `JOIN ${OWN_SHEETS} sh ON sh.application_id = l.application_id` : ''}
       WHERE ${onSheet ? 'sh.id' : 'l.application_id'} = ? ORDER BY l.created_at, l.id`,
      [id],
    );
  }

  /** Shops, tied merchants and merged records by name: what a blind round hides besides the merchant itself. */
  async ties(merchantId: string): Promise<TieRow[]> {
    const [tied, merged] = await Promise.all([
      this.database.rows<TieRow>(
        `SELECT 'shop' AS kind, id, shop_name AS name, platform FROM shop WHERE merchant_id = ?
         UNION ALL SELECT 'related', id, name, '' FROM related_merchant WHERE merchant_id = ?
         ORDER BY 1, 2`,
        [merchantId, merchantId],
      ),
      this.database.rows<{ id: string; name: string; headName: string; contactName: string }>(
        `SELECT m.id, m.name, m.head_name, m.contact_name FROM ${MERGED_RECORDS} g
         JOIN merchant m ON m.id = g.merged_id WHERE g.kept_id = ? ORDER BY m.id`,
        [merchantId],
      ),
    ]);
    const before = merged.flatMap(({ id, name, headName, contactName }): TieRow[] =>
      [name, headName, contactName].map((one) => ({
        kind: 'related',
        id,
        name: one,
        platform: '',
      })),
    );
    return [...tied, ...before];
  }
}

const sheetColumns = `sh.id, sh.round_id, r.state AS round_state, r.kind, c.code,
  r.programme_id, sh.state, sh.version, sh.paper_since, sh.repeated, ${ANCHORS_OPEN} AS anchors_open, r.blind,
  r.closes_on, c.name_zh, c.name_en,
  p.name AS programme_name, sh.position, sh.scores, sh.comments, sh.total, sh.first_opened_at,
  sh.saved_at, sh.signed_at, sh.chain_head, sh.dissent, s.number AS seat, e.name AS judge_name,
  a.id AS application_id, ${NUMBER} AS judging_number, m.id AS merchant_id, m.name AS merchant_name,
  m.head_name, m.contact_name, a.answers, a.snapshot,
  a.correction_count`;

const sheetTables = `${joins}
  JOIN programme p ON p.id = r.programme_id
  JOIN expert e ON e.id = s.expert_id
  JOIN application a ON a.id = sh.application_id
  JOIN merchant m ON m.id = a.merchant_id`;
