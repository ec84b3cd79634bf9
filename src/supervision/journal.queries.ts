import { Injectable } from '@nestjs/common';
import type { SqlValue } from '../database/reader.js';
import { Database } from '../database/database.js';

export interface JournalRow {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string | null;
  readonly actorRole: string;
  readonly event: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly programmeName: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

export interface JournalFilter {
  readonly event: string | null;
  readonly role: string | null;
  readonly programmeId: string | null;
  readonly subjectId: string | null;
  /** Only entries older than this sequence number. */
  readonly before: number | null;
}

const perPage = 25;

@Injectable()
export class JournalQueries {
  constructor(private readonly database: Database) {}

  /** One page of entries, newest first; `more` says whether older ones follow. */
  async entries(filter: JournalFilter): Promise<{ rows: JournalRow[]; more: boolean }> {
    const conditions = [
      ['j.event = ?', filter.event],
      ['j.actor_role = ?', filter.role],
      ['j.programme_id = ?', filter.programmeId],
      ['j.subject_id = ?', filter.subjectId],
      ['j.sequence < ?', filter.before],
    ] as const;
    const asked = conditions.filter(([, value]) => value !== null);
    const where = asked.length ? `WHERE ${asked.map(([sql]) => sql).join(' AND ')}` : '';
    const rows = await this.database.rows<JournalRow & { details: string }>(
      `SELECT j.sequence, j.at, p.person_name AS actor_name, j.actor_role, j.event, j.subject_type,
              j.subject_id, g.name AS programme_name, j.details, j.hash
       FROM journal_entry j
       LEFT JOIN account p ON p.id = j.actor_id LEFT JOIN programme g ON g.id = j.programme_id
       ${where} ORDER BY j.sequence DESC LIMIT ${perPage + 1}`,
      asked.map(([, value]): SqlValue => value),
    );
    return {
      more: rows.length > perPage,
      rows: rows.slice(0, perPage).map((row) => ({
        ...row,
        details: JSON.parse(row.details) as Record<string, unknown>,
      })),
    };
  }

  async events(): Promise<string[]> {
    const rows = await this.database.rows<{ event: string }>(
      'SELECT DISTINCT event FROM journal_entry ORDER BY event',
    );
    return rows.map(({ event }) => event);
  }

  programmes(): Promise<{ id: string; name: string }[]> {
    return this.database.rows('SELECT id, name FROM programme ORDER BY year DESC, id');
  }
}
