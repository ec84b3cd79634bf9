import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Stated } from '../rules/applications/item-changes.js';
import type { SubmittedContent } from './submission.entity.js';

export interface CorrectionWord {
  readonly item: string;
  readonly side: 'office' | 'merchant';
  readonly text: string;
  readonly sentAt: string;
}

/** One request with all that was said about it, and what stood there before and after. */
export interface CorrectionRound {
  readonly id: string;
  readonly stage: 'division' | 'screening';
  readonly items: readonly string[];
  readonly reason: string;
  readonly requestedAt: string;
  readonly dueOn: string;
  readonly answeredAt: string | null;
  readonly words: readonly CorrectionWord[];
  /** Null where a release kept no versions yet. */
  readonly before: Stated | null;
  /** What was handed in, or what stands there now while the request is open. */
  readonly after: Stated | null;
}

/** The corrections of one application, which the caller has loaded through the reader's scope. */
@Injectable()
export class CorrectionRoundQueries {
  constructor(private readonly database: Database) {}

  async of(applicationId: string): Promise<CorrectionRound[]> {
    const rows = await this.database.rows<RequestRow>(
      `SELECT id, stage, items, reason, requested_at, due_on, answered_at FROM correction_request
       WHERE application_id = ? ORDER BY requested_at, id`,
      [applicationId],
    );
    if (rows.length === 0) return [];
    const words = await this.database.rows<CorrectionWord & { correctionId: string }>(
      `SELECT correction_id, item, side, text, sent_at FROM correction_message
       WHERE application_id = ? ORDER BY sent_at, id`,
      [applicationId],
    );
    const versions = await this.database.rows<VersionRow>(
      `SELECT kind, submitted_at, content FROM submission WHERE application_id = ?
       ORDER BY number`,
      [applicationId],
    );
    const now = rows.some(({ answeredAt }) => !answeredAt) ? await this.now(applicationId) : null;
    return rows.map(({ items, ...row }) => {
      const before = versions.filter(({ submittedAt }) => submittedAt <= row.requestedAt).at(-1);
      const answer = versions.find(
        ({ kind, submittedAt }) => kind === 'correction' && submittedAt === row.answeredAt,
      );
      return {
        ...row,
        items: JSON.parse(items) as string[],
        words: words.filter(({ correctionId }) => correctionId === row.id),
        before: before ? contentOf(before) : null,
        after: row.answeredAt ? (answer ? contentOf(answer) : null) : now,
      };
    });
  }

  private async now(id: string): Promise<Stated> {
    const [figures, evidence, row] = await Promise.all([
      this.database.rows<{ key: string; claimed: string | null }>(
        'SELECT key, claimed FROM figure WHERE application_id = ? ORDER BY key, id',
        [id],
      ),
      this.database.rows<Stated['evidence'][number]>(
        `SELECT l.indicator, l.caption, d.name, d.hash FROM evidence_link l
         JOIN document d ON d.id = l.document_id WHERE l.application_id = ?
         ORDER BY l.indicator, l.created_at, l.id`,
        [id],
      ),
      this.database.row<{ answers: string }>('SELECT answers FROM application WHERE id = ?', [id]),
    ]);
    const answers = JSON.parse(row!.answers) as Stated['answers'];
    return { figures, evidence, answers };
  }
}

interface RequestRow extends Omit<CorrectionRound, 'items' | 'words' | 'before' | 'after'> {
  readonly items: string;
}

interface VersionRow {
  readonly kind: 'submission' | 'correction';
  readonly submittedAt: string;
  readonly content: string;
}

function contentOf({ content }: VersionRow): SubmittedContent {
  return JSON.parse(content) as SubmittedContent;
}
