import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { NoticeFacts } from './notice.entity.js';
import type { NoticeKind } from '../../rules/lifecycle/notice-kinds.js';

export interface DraftRow {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string;
  readonly listId: string | null;
  readonly documentNumber: string | null;
  readonly workingDays: number | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly facts: NoticeFacts;
  readonly hash: string;
  readonly preparedBy: string;
  readonly preparedName: string | null;
  readonly preparedAt: string;
}

/** Notices that wait for posting: office only. */
@Injectable()
export class NoticeDraftQueries {
  constructor(private readonly database: Database) {}

  all(): Promise<DraftRow[]> {
    return this.read('', []);
  }

  async byId(id: string): Promise<DraftRow | null> {
    return (await this.read('WHERE d.id = ?', [id]))[0] ?? null;
  }

  /** What became of a draft that no longer waits; null for one that there never was. */
  async fateOf(id: string): Promise<'posted' | 'replaced' | null> {
    const posted = await this.database.row('SELECT id FROM notice WHERE id = ?', [id]);
    if (posted) return 'posted';
    const prepared = await this.database.row(
      `SELECT subject_id FROM journal_entry WHERE subject_id = ? AND event = 'notice.prepare'`,
      [id],
    );
    return prepared ? 'replaced' : null;
  }

  private async read(where: string, values: readonly string[]): Promise<DraftRow[]> {
    const rows = await this.database.rows<Omit<DraftRow, 'facts'> & { facts: string }>(
      `SELECT d.id, d.programme_id, p.name AS programme_name, d.kind, d.title, d.body, d.list_id,
              d.document_number, d.working_days, d.first_day, d.last_day, d.facts, d.hash,
              d.prepared_by, a.person_name AS prepared_name, d.prepared_at
       FROM notice_draft d JOIN programme p ON p.id = d.programme_id
       LEFT JOIN account a ON a.id = d.prepared_by ${where} ORDER BY d.prepared_at, d.id`,
      values,
    );
    return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as NoticeFacts }));
  }
}
