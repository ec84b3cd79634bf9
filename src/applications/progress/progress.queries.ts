import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { ApplicationState } from '../../rules/lifecycle/application-states.js';

export interface ProgressRow {
  readonly programmeId: string;
  readonly state: ApplicationState;
}

/** What is read of an application by its receipt number alone: nothing about whose it is. */
@Injectable()
export class ProgressQueries {
  constructor(private readonly database: Database) {}

  /** Written without hyphens here; numbers of earlier years have them on the receipt. */
  byReceipt(receiptNumber: string): Promise<ProgressRow | null> {
    return this.database.row<ProgressRow>(
      "SELECT programme_id, state FROM application WHERE REPLACE(receipt_number, '-', '') = ?",
      [receiptNumber],
    );
  }
}
