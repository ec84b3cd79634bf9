import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type {
  DocumentFacts,
  DocumentOwner,
  JudgeFacts,
  PaperFacts,
} from '../rules/documents/document-access.js';
import { sheetIn } from '../rules/lifecycle/score-sheet-groups.js';
import type { ScoreSheetState } from '../rules/lifecycle/score-sheet-lifecycle.js';
import type { ApplicationState } from '../rules/lifecycle/application-states.js';
import { evidenceIndicators } from '../rules/rounds/re-review-items.js';
import { roundSheet } from '../rules/rounds/round-sheet.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import type { Actor } from '../web/actor.js';
import { reReviewRuns } from '../rules/rounds/re-review-runs.js';
import { ANCHORS_OPEN } from './anchors-undone.js';
import { keptMerchant } from './kept-merchant.js';
import { applicationIn } from '../rules/lifecycle/application-groups.js';

export interface DocumentRow {
  readonly id: string;
  readonly ownerType: DocumentOwner;
  readonly ownerId: string;
  readonly hash: string;
  readonly blindHash: string | null;
  readonly blindType: string | null;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly uploadedAt: string;
}

const columns =
  'id, owner_type, owner_id, hash, blind_hash, blind_type, name, content_type, size, uploaded_at';

@Injectable()
export class DocumentQueries {
  constructor(private readonly database: Database) {}

  /** Documents of an owner in the order in which they were uploaded. */
  ofOwner(ownerType: DocumentOwner, ownerId: string): Promise<DocumentRow[]> {
    return this.database.rows<DocumentRow>(
      `SELECT ${columns} FROM document WHERE owner_type = ? AND owner_id = ?
       ORDER BY uploaded_at, id`,
      [ownerType, ownerId],
    );
  }

  /** @param id of the document, or of its place on a judge's repeat */
  byId(id: string): Promise<DocumentRow | null> {
    return this.database.row<DocumentRow>(
      `SELECT ${columns} FROM document
       WHERE id = COALESCE((SELECT document_id FROM repeat_file WHERE id = ?), ?)`,
      [id, id],
    );
  }

  /** Everything the access rule asks about one document and one reader, in two queries. */
  async facts(document: DocumentRow, reader: Actor): Promise<DocumentFacts> {
    // A paper stays with the record that it was handed in for, also when that one was merged.
    const ofMerchant = document.ownerType === 'merchant';
    const ownerId = ofMerchant
      ? await keptMerchant(this.database, document.ownerId)
      : document.ownerId;
    const owners = await this.database.rows<OwnerRow>(
      `SELECT merchant_id, division_code, state FROM application WHERE id = ? OR merchant_id = ?
       ORDER BY id`,
      [ownerId, ownerId],
    );
    const submitted = owners.filter((owner) => !applicationIn.draft.has(owner.state));
    return {
      ownerType: document.ownerType,
      merchantId: ofMerchant ? ownerId : (owners[0]?.merchantId ?? null),
      submitted: submitted.length > 0,
      divisionCodes: submitted.map((owner) => owner.divisionCode),
      reader: {
        roles: reader.duties.map((duty) => duty.role),
        merchantIds: [
          ...reader.duties.flatMap((duty) => duty.merchantId ?? []),
          ...(reader.window ? [reader.window.merchantId] : []),
        ],
        divisionCodes: reader.duties.flatMap((duty) => duty.divisionCode ?? []),
      },
      judge: await this.judgeFacts(document.id, reader.accountId),
      paper: await this.paperFacts(document, reader.accountId),
    };
  }

  private async paperFacts(
    { ownerType, ownerId }: DocumentRow,
    accountId: string,
  ): Promise<PaperFacts | null> {
    if (ownerType !== 'scoreSheet') return null;
    const row = await this.database.row<{ account: string; state: ScoreSheetState; round: string }>(
      `SELECT sh.account_id AS account, sh.state, r.state AS round
       FROM score_sheet sh JOIN round r ON r.id = sh.round_id WHERE sh.id = ?`,
      [ownerId],
    );
    if (!row) return { ownSheet: false, round: '' };
    return {
      ownSheet: row.account === accountId && !sheetIn.voided.has(row.state),
      round: row.round,
    };
  }

  private async judgeFacts(documentId: string, accountId: string): Promise<JudgeFacts[]> {
    const rows = await this.database.rows<JudgeRow>(
      `SELECT l.indicator, s.vacated_at, c.state AS conflict, r.state AS round, r.kind, r.blind,
              sh.state AS sheet, g.code, v.rules, ${ANCHORS_OPEN} AS anchors_open
       FROM evidence_link l
       JOIN score_sheet sh ON sh.application_id = l.application_id AND sh.account_id = ?
       JOIN seat s ON s.id = sh.seat_id
       JOIN round r ON r.id = sh.round_id
       JOIN category g ON g.id = r.category_id
       JOIN programme p ON p.id = r.programme_id
       JOIN rule_version v ON v.id = p.rule_version_id
       LEFT JOIN conflict_declaration c ON c.seat_id = s.id AND c.application_id = sh.application_id
       WHERE l.document_id = ? ORDER BY l.id, sh.id`,
      [accountId, documentId],
    );
    const again = await this.reReviewFacts(documentId, accountId);
    const judged = rows.map((row) => ({
      seatVacated: row.vacatedAt !== null,
      conflict: row.conflict,
      round: row.round,
      blind: row.blind === 1,
      sheet: row.sheet,
      onSheet: sheetScores(row),
      anchorsOpen: row.anchorsOpen,
    }));
    return [...judged, ...again];
  }

  /** An expert of a re-review reads what the own sheet asks for, once declared and while it is open. */
  private async reReviewFacts(documentId: string, accountId: string): Promise<JudgeFacts[]> {
    const rows = await this.database.rows<ReReviewRow>(
      `SELECT l.indicator, sh.state AS sheet, sh.declared_at, p.indicators, p.figures, g.code, v.rules,
              a.state AS application, p.open_late,
              COALESCE((SELECT MAX(r.blind) FROM round r WHERE r.category_id = g.id), 0) AS blind
       FROM evidence_link l
       JOIN re_review_panel p ON p.application_id = l.application_id AND p.on_paper = 0
       JOIN re_review_sheet sh ON sh.panel_id = p.id AND sh.account_id = ?
       JOIN application a ON a.id = p.application_id
       JOIN category g ON g.id = a.category_id
       JOIN programme m ON m.id = p.programme_id
       JOIN rule_version v ON v.id = m.rule_version_id
       WHERE l.document_id = ? ORDER BY l.id, sh.id`,
      [accountId, documentId],
    );
    return rows.map((row) => ({
      seatVacated: false,
      conflict: row.declaredAt === null ? null : 'none',
      round: reReviewRuns({ application: row.application, openLate: row.openLate === 1 })
        ? 'Open'
        : 'Locked',
      blind: row.blind === 1,
      sheet: row.sheet,
      onSheet: asksFor(row),
      anchorsOpen: 0,
    }));
  }
}

interface OwnerRow {
  readonly merchantId: string;
  readonly divisionCode: string;
  readonly state: string;
}

interface JudgeRow {
  readonly indicator: string;
  readonly vacatedAt: string | null;
  readonly conflict: string | null;
  readonly round: string;
  readonly kind: 'material' | 'defence';
  readonly blind: number;
  readonly sheet: string;
  readonly code: string;
  readonly rules: string;
  readonly anchorsOpen: number;
}

interface ReReviewRow {
  readonly indicator: string;
  readonly sheet: string;
  readonly openLate: number;
  readonly declaredAt: string | null;
  readonly indicators: string;
  readonly figures: string;
  readonly code: string;
  readonly rules: string;
  readonly application: ApplicationState;
  readonly blind: number;
}

function asksFor({ rules, code, indicator, ...row }: ReReviewRow): boolean {
  const asked = {
    indicators: JSON.parse(row.indicators) as string[],
    figures: JSON.parse(row.figures) as string[],
  };
  const shown = evidenceIndicators(JSON.parse(rules) as RuleSet, code, asked);
  return shown.some((one) => one.code === indicator);
}

function sheetScores({ rules, code, kind, indicator }: JudgeRow): boolean {
  const sheet = roundSheet(JSON.parse(rules) as RuleSet, code, kind);
  return sheet?.indicators.some((one) => one.code === indicator) ?? false;
}
