import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** How far the applications of a programme are. */
@Injectable()
export class ApplicationStateQueries {
  constructor(private readonly database: Database) {}

  /** Applications by state, drafts included. */
  of(programmeId: string): Promise<{ state: string; count: number }[]> {
    return this.database.rows(
      `SELECT state, COUNT(*) AS count FROM application WHERE programme_id = ?
       GROUP BY state ORDER BY state`,
      [programmeId],
    );
  }
}
