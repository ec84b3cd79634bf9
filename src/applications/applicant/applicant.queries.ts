import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { BlindProblem } from '../../documents/blind-copy/clean-result.js';
import type { ApplicationState } from '../../rules/lifecycle/application-states.js';
import type { ApplicationAnswers } from '../application.entity.js';
import type { SubmittedContent } from '../submission.entity.js';
import type { FigureRow } from '../figures-of.js';
import type { OpenExtension } from '../../rules/programme/phase-deadline.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { quotedList } from '../../database/quoted-list.js';

export interface ApplicationRow {
  readonly id: string;
  readonly programmeId: string;
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly merchantId: string;
  readonly divisionCode: string;
  readonly state: ApplicationState;
  readonly stateSince: string;
  readonly receiptNumber: string | null;
  readonly snapshot: string | null;
  readonly answers: ApplicationAnswers;
  readonly eligibility: string | null;
  readonly eligibilityAt: string | null;
  readonly submittedAt: string | null;
  readonly createdAt: string;
}

export interface FigureOfApplication extends FigureRow {
  readonly reason: string | null;
}

export interface EvidenceRow {
  readonly id: string;
  readonly documentId: string;
  readonly indicator: string;
  readonly caption: string;
  readonly createdAt: string;
  readonly name: string;
  readonly hash: string;
  readonly size: number;
  /** Why judges of a blind round will not get the file; null where they will. */
  readonly blindProblem: BlindProblem | null;
}

export interface UploadRow {
  readonly number: string;
  readonly startedAt: string;
  readonly completedAt: string;
  readonly files: number;
}

export interface CorrectionRow {
  readonly id: string;
  readonly applicationId: string;
  readonly stage: 'division' | 'screening';
  readonly items: readonly string[];
  readonly reason: string;
  readonly requestedAt: string;
  readonly dueOn: string;
}

export interface SubmissionRow {
  readonly number: number;
  readonly kind: 'submission' | 'correction';
  readonly submittedAt: string;
  readonly contentHash: string;
  readonly content: SubmittedContent;
}

export interface DeclarationRow {
  readonly kind: string;
  readonly textHash: string;
  readonly items: string;
  readonly acceptedAt: string;
}

/** Reads of one merchant's own applications; the caller names the merchant, never the visitor. */
@Injectable()
export class ApplicantQueries {
  constructor(private readonly database: Database) {}

  async application(id: string, merchantId: string): Promise<ApplicationRow | null> {
    const row = await this.database.row<Stored>(
      `${selectApplication} WHERE a.id = ? AND a.merchant_id = ?`,
      [id, merchantId],
    );
    return row ? parse(row) : null;
  }

  /** All of a merchant's applications, newest programme first. */
  async ofMerchant(merchantId: string): Promise<ApplicationRow[]> {
    const rows = await this.database.rows<Stored>(
      `${selectApplication} WHERE a.merchant_id = ? ORDER BY a.created_at DESC, a.id`,
      [merchantId],
    );
    return rows.map(parse);
  }

  figures(applicationId: string): Promise<FigureOfApplication[]> {
    return this.database.rows<FigureOfApplication>(
      `SELECT key, claimed, verified, verdict, reason FROM figure
       WHERE application_id = ? ORDER BY key, id`,
      [applicationId],
    );
  }

  evidence(applicationId: string): Promise<EvidenceRow[]> {
    return this.database.rows<EvidenceRow>(
      `SELECT l.id, l.document_id, l.indicator, l.caption, l.created_at, d.name, d.hash, d.size,
              d.blind_problem
       FROM evidence_link l JOIN document d ON d.id = l.document_id
       WHERE l.application_id = ? ORDER BY l.indicator, l.created_at, l.id`,
      [applicationId],
    );
  }

  /** Uploads with their receipts, the latest first. */
  uploads(applicationId: string): Promise<UploadRow[]> {
    return this.database.rows<UploadRow>(
      `SELECT number, started_at, completed_at, files FROM upload_receipt
       WHERE application_id = ? ORDER BY started_at DESC, id`,
      [applicationId],
    );
  }

  declarations(applicationId: string): Promise<DeclarationRow[]> {
    return this.database.rows<DeclarationRow>(
      `SELECT kind, text_hash, items, accepted_at FROM declaration
       WHERE application_id = ? ORDER BY accepted_at, kind, id`,
      [applicationId],
    );
  }

  async submissions(applicationId: string): Promise<SubmissionRow[]> {
    const rows = await this.database.rows<Omit<SubmissionRow, 'content'> & { content: string }>(
      `SELECT number, kind, submitted_at, content_hash, content FROM submission
       WHERE application_id = ? ORDER BY number`,
      [applicationId],
    );
    return rows.map((row) => ({ ...row, content: JSON.parse(row.content) as SubmittedContent }));
  }

  /** Correction requests of a merchant that have not been answered, the most urgent first. */
  async openCorrections(merchantId: string): Promise<CorrectionRow[]> {
    const rows = await this.database.rows<Omit<CorrectionRow, 'items'> & { items: string }>(
      `SELECT r.id, r.application_id, r.stage, r.items, r.reason, r.requested_at, r.due_on
       FROM correction_request r JOIN application a ON a.id = r.application_id
       WHERE a.merchant_id = ? AND a.state IN (${quotedList(applicationIn.correcting)}) AND r.answered_at IS NULL
       ORDER BY r.due_on, r.id`,
      [merchantId],
    );
    return rows.map((row) => ({ ...row, items: JSON.parse(row.items) as string[] }));
  }

  /** What an office wrote about the items of a request, item by item. */
  async asked(correctionId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ item: string; text: string }>(
      `SELECT item, text FROM correction_message WHERE correction_id = ? AND side = 'office'
       ORDER BY sent_at, id`,
      [correctionId],
    );
    const words = new Map<string, string>();
    for (const { item, text } of rows) {
      words.set(item, [words.get(item), text].filter(Boolean).join('\n'));
    }
    return words;
  }

  async holdsTitle(merchantId: string): Promise<boolean> {
    const row = await this.database.row('SELECT id FROM title WHERE merchant_id = ? LIMIT 1', [
      merchantId,
    ]);
    return row !== null;
  }

  extensions(programmeId: string): Promise<OpenExtension[]> {
    return this.database.rows<OpenExtension>(
      `SELECT scope, scope_id, new_last_day, new_drafts FROM extension_order
       WHERE programme_id = ? AND phase = 'Open' ORDER BY ordered_at, id`,
      [programmeId],
    );
  }

  /** Accounts that may confirm for the merchant now. */
  async representatives(merchantId: string): Promise<string[]> {
    const rows = await this.database.rows<{ accountId: string }>(
      `SELECT d.account_id FROM duty d JOIN account a ON a.id = d.account_id
       WHERE d.merchant_id = ? AND d.role = 'LegalRepresentative' AND d.ended_at IS NULL
         AND a.disabled_at IS NULL ORDER BY d.account_id, d.id`,
      [merchantId],
    );
    return [...new Set(rows.map(({ accountId }) => accountId))];
  }

  /** What the offices decided about an application in words the applicant is told. */
  decision(applicationId: string): Promise<DecisionRow | null> {
    return this.database.row<DecisionRow>(
      `SELECT s.result AS screening, s.reason, s.basis, s.remedy, s.screened_at, r.conclusion,
              r.opinion, r.approved_at, s.statement_due_on, q.statement, q.outcome, q.reply, t.id AS title_id
       FROM application a
       LEFT JOIN screening s ON s.application_id = a.id
       LEFT JOIN recommendation r ON r.application_id = a.id
       LEFT JOIN screening_statement q ON q.application_id = a.id
       LEFT JOIN title t ON t.application_id = a.id
       WHERE a.id = ? ORDER BY a.id`,
      [applicationId],
    );
  }
}

export interface DecisionRow {
  readonly screening: 'in' | 'out' | null;
  readonly reason: string | null;
  readonly basis: string | null;
  readonly remedy: string | null;
  readonly screenedAt: string | null;
  readonly conclusion: 'recommend' | 'decline' | null;
  readonly opinion: string | null;
  readonly approvedAt: string | null;
  readonly statementDueOn: string | null;
  /** The title that came of it. */
  readonly titleId: string | null;
  /** What the applicant said against being screened out, and what it was told. */
  readonly statement: string | null;
  readonly outcome: 'upheld' | 'reopened' | null;
  readonly reply: string | null;
}

type Stored = Omit<ApplicationRow, 'answers'> & { readonly answers: string };

const selectApplication = `SELECT a.id, a.programme_id, a.category_id, c.code AS category_code,
  c.name_zh, c.name_en, a.merchant_id, a.division_code, a.state, a.state_since, a.receipt_number,
  a.snapshot, a.answers, a.eligibility, a.eligibility_at, a.submitted_at, a.created_at
  FROM application a JOIN category c ON c.id = a.category_id`;

function parse(row: Stored): ApplicationRow {
  return { ...row, answers: JSON.parse(row.answers) as ApplicationAnswers };
}
