import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { missing } from '../rules/refusal.js';

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

@Injectable()
export class JournalQueries {
  constructor(private readonly database: Database) {}

  /** These entries, in this order. */
  async entries(sequences: readonly number[]): Promise<JournalRow[]> {
    if (!sequences.length) return [];
    const rows = await this.database.rows<JournalRow & { details: string }>(
      `SELECT j.sequence, j.at, p.person_name AS actor_name, j.actor_role, j.event, j.subject_type,
              j.subject_id, g.name AS programme_name, j.details, j.hash
       FROM journal_entry j
       LEFT JOIN account p ON p.id = j.actor_id LEFT JOIN programme g ON g.id = j.programme_id
       WHERE j.sequence IN (${sequences.map(() => '?').join(', ')}) ORDER BY j.sequence`,
      sequences,
    );
    const found = new Map(rows.map((row) => [row.sequence, row]));
    return sequences.flatMap((sequence) => {
      const row = found.get(sequence);
      return row ? [{ ...row, details: JSON.parse(row.details) as Record<string, unknown> }] : [];
    });
  }

  async entry(sequence: string): Promise<JournalRow> {
    const [row] = /^\d{1,9}$/.test(sequence) ? await this.entries([Number(sequence)]) : [];
    if (!row) throw missing();
    return row;
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
