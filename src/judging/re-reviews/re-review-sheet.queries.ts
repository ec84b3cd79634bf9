import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import type { ApplicationState } from '../../rules/lifecycle/application-states.js';
import { removalIn } from '../../rules/lifecycle/removal-states.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import type { AskedItems } from '../../rules/rounds/re-review-items.js';
import { type FigureFinding, reReviewComplete } from '../../rules/rounds/re-review-result.js';
import type { SheetRow } from '../sheets/sheet.queries.js';
import type { ReReviewDraft, ReReviewSheet } from './re-review-sheet.entity.js';

export interface ReReviewTask {
  readonly id: string;
  readonly state: ReReviewSheet['state'];
  readonly declaredAt: string | null;
  readonly closesOn: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly judgingNumber: string | null;
}

/** A sheet of a re-review as a page of the judging room reads it, with what it asks for. */
export interface ReReviewSheetRow extends SheetRow {
  readonly panelId: string;
  readonly objectionId: string;
  readonly number: number;
  readonly applicationState: ApplicationState;
  readonly openLate: number;
  readonly receiptNumber: string;
  readonly onPaper: number;
  readonly declaredAt: string | null;
  readonly asked: AskedItems;
  readonly findings: Readonly<Record<string, FigureFinding>>;
}

/** How far one expert is; no score, no finding. */
export interface ReReviewerProgress {
  readonly sheetId: string;
  readonly number: number;
  readonly expertId: string;
  readonly name: string;
  readonly state: ReReviewSheet['state'];
  readonly declaredAt: string | null;
  readonly ground: string | null;
  readonly voidReason: string | null;
  readonly signedAt: string | null;
  /** Number of proposals to void it that wait for an approver. */
  readonly proposed: number;
}

/** When the experts were last reminded, and the numbers of those who were told. */
export interface Reminder {
  readonly at: string;
  readonly experts: readonly number[];
}

export interface PaperSheet {
  readonly id: string;
  readonly number: number;
  readonly expertName: string;
  readonly merchantName: string;
  readonly receiptNumber: string;
  readonly closesOn: string;
  readonly keyings: string;
}

export interface LateReReview {
  readonly expertName: string;
  readonly receiptNumber: string;
  readonly closesOn: string;
}

export interface SignedReReview extends ReReviewDraft {
  readonly number: number;
}

/** Sheets of re-reviews: one's own, how far they are, and what they say once all are signed. */
@Injectable()
export class ReReviewSheetQueries {
  constructor(private readonly database: Database) {}

  /** What an expert still sees: not void, on screen, of an application that is under re-review. */
  own(accountId: string): Promise<ReReviewTask[]> {
    return this.database.rows<ReReviewTask>(
      `SELECT sh.id, sh.state, sh.declared_at, p.closes_on, c.name_zh, c.name_en,
              CASE WHEN sh.declared_at IS NULL THEN NULL ELSE a.judging_number END AS judging_number
       ${joins} WHERE ${ownScope} ORDER BY p.closes_on, sh.id`,
      [accountId],
    );
  }

  one(accountId: string, id: string): Promise<ReReviewSheetRow | null> {
    return this.sheet(`${ownScope} AND sh.id = ?`, [accountId, id]);
  }

  /** A sheet on paper, for who keys it. */
  paper(id: string): Promise<ReReviewSheetRow | null> {
    return this.sheet(`${paperScope} AND sh.id = ?`, [id]);
  }

  /** Sheets on paper that wait for a keying. */
  papers(programmeId?: string): Promise<PaperSheet[]> {
    return this.database.rows<PaperSheet>(
      `SELECT sh.id, sh.number, e.name AS expert_name, m.name AS merchant_name, a.receipt_number,
              p.closes_on, sh.keyings
       ${joins} WHERE ${paperScope} ${programmeId ? 'AND p.programme_id = ?' : ''}
       ORDER BY p.closes_on, p.id, sh.number`,
      programmeId ? [programmeId] : [],
    );
  }

  progress(panelId: string): Promise<ReReviewerProgress[]> {
    return this.database.rows<ReReviewerProgress>(
      `SELECT sh.id AS sheet_id, sh.number, sh.expert_id, e.name, sh.state, sh.declared_at, sh.ground,
              sh.void_reason, sh.signed_at,
              (SELECT COUNT(*) FROM removal r WHERE r.re_review_sheet_id = sh.id
                AND r.state IN (${quotedList(removalIn.proposed)})) AS proposed
       FROM re_review_sheet sh JOIN expert e ON e.id = sh.expert_id
       WHERE sh.panel_id = ? ORDER BY sh.number`,
      [panelId],
    );
  }

  async reminded(panelId: string): Promise<Reminder | null> {
    const row = await this.database.row<{ at: string; details: string }>(
      `SELECT at, details FROM journal_entry WHERE event = 'reReview.remind' AND subject_id = ?
       ORDER BY sequence DESC LIMIT 1`,
      [panelId],
    );
    if (!row) return null;
    const { experts = [] } = JSON.parse(row.details) as { experts?: number[] };
    return { at: row.at, experts };
  }

  /** Experts whose day has passed, for the supervisor. */
  late(programmeId: string, today: string): Promise<LateReReview[]> {
    return this.database.rows<LateReReview>(
      `SELECT e.name AS expert_name, a.receipt_number, p.closes_on
       ${joins} WHERE p.programme_id = ? AND p.closes_on < ? AND ${underReview}
         AND sh.state IN (${quotedList(sheetIn.open)})
       ORDER BY p.closes_on, p.id, sh.number`,
      [programmeId, today],
    );
  }

  private async sheet(where: string, values: readonly string[]): Promise<ReReviewSheetRow | null> {
    const row = await this.database.row<
      Omit<ReReviewSheetRow, 'asked' | 'findings'> & {
        indicators: string;
        figureKeys: string;
        findings: string;
      }
    >(`${selectSheet} WHERE ${where}`, values);
    if (!row) return null;
    const { indicators, figureKeys, findings, ...rest } = row;
    const asked = {
      indicators: JSON.parse(indicators) as string[],
      figures: JSON.parse(figureKeys) as string[],
    };
    return { ...rest, asked, findings: JSON.parse(findings) as ReReviewSheetRow['findings'] };
  }

  /** Null until every sheet that counts is signed: before that nobody can tell what one of them says. */
  async signed(panelId: string): Promise<readonly SignedReReview[] | null> {
    const rows = await this.database.rows<{
      number: number;
      state: ReReviewSheet['state'];
      scores: string;
      comments: string;
      findings: string;
    }>(
      `SELECT number, state, scores, comments, findings FROM re_review_sheet
       WHERE panel_id = ? AND state NOT IN (${quotedList(sheetIn.voided)}) ORDER BY number`,
      [panelId],
    );
    const signed = rows.filter(({ state }) => sheetIn.signed.has(state)).length;
    if (!reReviewComplete({ valid: rows.length, signed })) return null;
    return rows.map(({ number, scores, comments, findings }) => ({
      number,
      scores: JSON.parse(scores) as SignedReReview['scores'],
      comments: JSON.parse(comments) as SignedReReview['comments'],
      findings: JSON.parse(findings) as SignedReReview['findings'],
    }));
  }
}

const joins = `FROM re_review_sheet sh
  JOIN re_review_panel p ON p.id = sh.panel_id
  JOIN application a ON a.id = p.application_id
  JOIN category c ON c.id = a.category_id
  JOIN merchant m ON m.id = a.merchant_id
  JOIN expert e ON e.id = sh.expert_id`;

const underReview = `(p.open_late = 1 OR a.state IN (${quotedList(applicationIn.inReview)}))`;
const ownScope = `sh.account_id = ? AND p.on_paper = 0 AND sh.state NOT IN (${quotedList(sheetIn.voided)})
  AND ${underReview}`;
const paperScope = `p.on_paper = 1 AND sh.state IN (${quotedList(sheetIn.open)}) AND ${underReview}`;

/** In the words of a round's sheet; what was blind in a round of the category is blind here. */
const selectSheet = `SELECT sh.id, '' AS round_id, 'Open' AS round_state, 'material' AS kind, c.code,
  p.programme_id, sh.state, sh.version, NULL AS paper_since, p.closes_on, c.name_zh, c.name_en, g.name AS programme_name,
  COALESCE((SELECT MAX(r.blind) FROM round r WHERE r.category_id = a.category_id), 0) AS blind,
  sh.number AS position, sh.scores, sh.comments, sh.total, sh.first_opened_at, sh.saved_at,
  sh.signed_at, sh.chain_head, NULL AS dissent, sh.number AS seat, e.name AS judge_name,
  a.id AS application_id, a.judging_number, m.id AS merchant_id, m.name AS merchant_name,
  m.head_name, m.contact_name, a.answers, a.snapshot, a.correction_count, a.receipt_number,
  a.state AS application_state, p.open_late, p.id AS panel_id, p.objection_id, sh.number, p.on_paper,
  sh.declared_at, p.indicators, p.figures AS figure_keys, sh.findings
  ${joins}
  JOIN programme g ON g.id = p.programme_id`;
