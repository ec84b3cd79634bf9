import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { missing } from '../rules/refusal.js';

@Injectable()
export class RoundQueries {
  constructor(private readonly database: Database) {}

  async programmeOf(roundId: string): Promise<string> {
    const row = await this.database.row<{ programmeId: string }>(
      'SELECT programme_id FROM round WHERE id = ?',
      [roundId],
    );
    if (!row) throw missing();
    return row.programmeId;
  }
}
