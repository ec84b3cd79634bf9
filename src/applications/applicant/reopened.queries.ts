import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';

export interface OpenDraft {
  readonly id: string;
  readonly programmeId: string;
  readonly merchantId: string;
  readonly divisionCode: string;
}

/** Applications that their merchants are writing, or have taken back to change. */
@Injectable()
export class ReopenedQueries {
  constructor(private readonly database: Database) {}

  /** Every draft, those that were never handed in too. */
  drafts(): Promise<OpenDraft[]> {
    return this.database.rows<OpenDraft>(
      `SELECT id, programme_id, merchant_id, division_code FROM application
       WHERE state IN (${quotedList(applicationIn.draft)}) ORDER BY id`,
    );
  }

  all(): Promise<OpenDraft[]> {
    return this.database.rows<OpenDraft>(
      `SELECT id, programme_id, merchant_id, division_code FROM application
       WHERE state IN (${quotedList(applicationIn.draft)}) AND submitted_at IS NOT NULL ORDER BY id`,
    );
  }
}
