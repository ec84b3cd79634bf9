import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';

export interface ScreeningDecisionRow {
  readonly result: 'in' | 'out';
  readonly reason: string | null;
  readonly basis: string | null;
  readonly remedy: string | null;
  readonly screenerName: string | null;
  readonly screenedAt: string;
}

@Injectable()
export class ScreeningQueries {
  constructor(private readonly database: Database) {}

  decision(applicationId: string): Promise<ScreeningDecisionRow | null> {
    return this.database.row<ScreeningDecisionRow>(
      `SELECT s.result, s.reason, s.basis, s.remedy, p.person_name AS screener_name, s.screened_at
       FROM screening s LEFT JOIN account p ON p.id = s.screener_id WHERE s.application_id = ?`,
      [applicationId],
    );
  }
}
