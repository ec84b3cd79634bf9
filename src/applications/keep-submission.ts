import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { Application } from './application.entity.js';
import { Submission, type SubmittedContent } from './submission.entity.js';

export interface HandedIn {
  readonly applicationId: string;
  readonly kind: Submission['kind'];
  readonly accountId: string | null;
  readonly submittedAt: string;
  readonly confirmation: string | null;
}

/** Keeps an application as it stands in the caller's transaction, which holds it, as its newest version. */
@Injectable()
export class KeepSubmission {
  constructor(private readonly database: Database) {}

  /** @returns which time it is, counted from 1 */
  async run(given: HandedIn): Promise<number> {
    const { applicationId } = given;
    await this.database.lock(Application, applicationId);
    const content = await this.content(applicationId);
    const submissions = this.database.repo(Submission);
    const number = (await submissions.countBy({ applicationId })) + 1;
    const contentHash = contentHashOf(content);
    const version = { id: newId(), ...given, number, contentHash, content };
    await submissions.save(Object.assign(new Submission(), version));
    return number;
  }

  /** Applications of earlier releases have no version yet: what was handed in then is kept now. */
  async keepFirst(applicationId: string): Promise<void> {
    const row = await this.database.lock(Application, applicationId);
    if (!row.submittedAt) return;
    if (await this.database.repo(Submission).countBy({ applicationId })) return;
    await this.run({
      applicationId,
      kind: 'submission',
      accountId: null,
      submittedAt: row.submittedAt,
      confirmation: null,
    });
  }

  /** What stands there now, as a version would keep it. */
  async content(id: string): Promise<SubmittedContent> {
    const row = await this.database.repo(Application).findOneByOrFail({ id });
    const figures = await this.database.rows<{ key: string; claimed: string | null }>(
      'SELECT key, claimed FROM figure WHERE application_id = ? ORDER BY key, id',
      [id],
    );
    const evidence = await this.database.rows<SubmittedContent['evidence'][number]>(
      `SELECT l.document_id, l.indicator, l.caption, l.created_at, d.name, d.hash, d.size
       FROM evidence_link l JOIN document d ON d.id = l.document_id
       WHERE l.application_id = ? ORDER BY l.indicator, l.created_at, l.id`,
      [id],
    );
    const { divisionCode, snapshot, answers, eligibility, eligibilityAt } = row;
    return { divisionCode, snapshot, answers, eligibility, eligibilityAt, figures, evidence };
  }
}

/** Hash over everything the applicant states; printed on the receipt and kept in the journal. */
export function contentHashOf(
  content: Pick<SubmittedContent, 'figures' | 'answers'> & {
    readonly evidence: readonly {
      readonly indicator: string;
      readonly hash: string;
      readonly caption: string;
    }[];
  },
): string {
  const claimed = content.figures.filter((figure) => figure.claimed !== null);
  const figures = Object.fromEntries(claimed.map((figure) => [figure.key, figure.claimed]));
  const evidence = content.evidence.map(({ indicator, hash, caption }) => [
    indicator,
    hash,
    caption,
  ]);
  return hashOf({ figures, answers: content.answers, evidence });
}
