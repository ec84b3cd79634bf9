import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { ApplicationState } from '../../../rules/lifecycle/application-states.js';
import type { ProgrammeState } from '../../../rules/lifecycle/programme-states.js';
import { missing } from '../../../rules/refusal.js';
import type { ApplicationAnswers } from '../../application.entity.js';
import type { Verdict } from '../../figure.entity.js';
import type { Snapshot } from './snapshot.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { quotedList } from '../../../database/quoted-list.js';

export interface FileHead {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeState: ProgrammeState;
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly categoryZh: string;
  readonly categoryEn: string;
  readonly merchantId: string;
  readonly merchantName: string;
  readonly divisionCode: string;
  readonly state: ApplicationState;
  readonly stateSince: string;
  readonly receiptNumber: string | null;
  readonly submittedAt: string | null;
  readonly correctionCount: number;
  /** Of the entry at the window under which it was submitted; null where the merchant did it. */
  readonly windowNumber: string | null;
  readonly version: number;
}

export interface FileFigure {
  readonly key: string;
  readonly claimed: string | null;
  readonly verified: string | null;
  readonly verdict: Verdict | null;
  readonly reason: string | null;
  readonly verifierId: string | null;
  readonly verifierName: string | null;
  readonly secondReaderId: string | null;
  readonly secondReaderName: string | null;
  readonly version: number;
}

export interface FileEvidence {
  readonly documentId: string;
  readonly indicator: string;
  readonly caption: string;
  readonly name: string;
}

export interface FileCorrection {
  readonly stage: 'division' | 'screening';
  readonly items: readonly string[];
  readonly reason: string;
  readonly requestedAt: string;
  readonly dueOn: string;
  readonly answeredAt: string | null;
}

export interface ApplicationFile {
  readonly head: FileHead;
  readonly snapshot: Snapshot;
  readonly answers: ApplicationAnswers;
  readonly figures: readonly FileFigure[];
  readonly evidence: readonly FileEvidence[];
  readonly corrections: readonly FileCorrection[];
}

export type FiguresOfFile = Pick<ApplicationFile, 'head' | 'figures'>;

/** The whole file of one submitted application, for the offices that work on it. */
@Injectable()
export class ApplicationFileQueries {
  constructor(private readonly database: Database) {}

  /** @param divisionCode only that division's; null for the city offices. Anything else is missing. */
  async file(id: string, divisionCode: string | null): Promise<ApplicationFile> {
    const [found, figures, evidence, corrections] = await Promise.all([
      this.head(id, divisionCode),
      this.figures(id),
      this.database.rows<FileEvidence>(
        `SELECT e.document_id, e.indicator, e.caption, d.name
         FROM evidence_link e JOIN document d ON d.id = e.document_id
         WHERE e.application_id = ? ORDER BY e.created_at, e.id`,
        [id],
      ),
      this.database.rows<Omit<FileCorrection, 'items'> & { items: string }>(
        `SELECT stage, items, reason, requested_at, due_on, answered_at FROM correction_request
         WHERE application_id = ? ORDER BY requested_at, id`,
        [id],
      ),
    ]);
    const { snapshot, answers, ...head } = found;
    return {
      head,
      snapshot: JSON.parse(snapshot ?? '{}') as Snapshot,
      answers: { ...noAnswers, ...(JSON.parse(answers) as Partial<ApplicationAnswers>) },
      figures,
      evidence,
      corrections: corrections.map((row) => ({
        ...row,
        items: JSON.parse(row.items) as string[],
      })),
    };
  }

  /** What verdicts are given on, without what was written and sent beside it. */
  async figuresOf(id: string, divisionCode: string | null): Promise<FiguresOfFile> {
    const [found, figures] = await Promise.all([this.head(id, divisionCode), this.figures(id)]);
    const { snapshot: _, answers: _written, ...head } = found;
    return { head, figures };
  }

  private figures(id: string): Promise<FileFigure[]> {
    return this.database.rows<FileFigure>(
      `SELECT f.key, f.claimed, f.verified, f.verdict, f.reason, f.verifier_id, f.second_reader_id,
              v.person_name AS verifier_name, s.person_name AS second_reader_name, f.version
       FROM figure f LEFT JOIN account v ON v.id = f.verifier_id
       LEFT JOIN account s ON s.id = f.second_reader_id
       WHERE f.application_id = ? ORDER BY f.key, f.id`,
      [id],
    );
  }

  private async head(id: string, divisionCode: string | null): Promise<HeadRow> {
    const row = await this.database.row<HeadRow>(
      `SELECT a.id, a.programme_id, p.state AS programme_state, a.category_id, c.code AS category_code,
              c.name_zh AS category_zh, c.name_en AS category_en, a.merchant_id,
              m.name AS merchant_name, a.division_code, a.state, a.state_since, a.receipt_number,
              a.submitted_at, a.correction_count, a.version, a.snapshot, a.answers,
              ${enteredAtWindow} AS window_number
       FROM application a JOIN programme p ON p.id = a.programme_id
       JOIN category c ON c.id = a.category_id JOIN merchant m ON m.id = a.merchant_id
       WHERE a.id = ? AND a.state NOT IN (${quotedList(applicationIn.draft)}) AND (a.division_code = ? OR ? = '')`,
      [id, divisionCode ?? '', divisionCode ?? ''],
    );
    if (!row) throw missing();
    return row;
  }
}

const enteredAtWindow = `(SELECT MAX(w.receipt_number) FROM declaration d
  JOIN window_entry w ON w.entered_by = d.account_id AND w.merchant_id = a.merchant_id
   AND d.accepted_at >= w.opened_at AND (w.closed_at IS NULL OR d.accepted_at <= w.closed_at)
  WHERE d.application_id = a.id)`;

type HeadRow = FileHead & { readonly snapshot: string | null; readonly answers: string };

const noAnswers: ApplicationAnswers = { texts: {}, rows: {}, penaltySelfReport: null };
