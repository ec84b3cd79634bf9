import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type News, Notify } from '../notifications/notify.js';

/** Tells everyone who acts for an applicant, and says of which application: its category and number. */
@Injectable()
export class TellApplicant {
  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
  ) {}

  /** In the caller's transaction. */
  async run(applicationId: string, { kind, variables, path }: News): Promise<void> {
    const row = await this.database.row<{
      merchantId: string;
      number: string | null;
      category: string;
      categoryEn: string;
    }>(
      `SELECT a.merchant_id, a.receipt_number AS number, c.name_zh AS category, c.name_en AS category_en
       FROM application a JOIN category c ON c.id = a.category_id WHERE a.id = ?`,
      [applicationId],
    );
    const { merchantId, number, category, categoryEn } = row!;
    // A draft has no number yet.
    const which = { category, categoryEn, ...(number ? { number } : {}) };
    await this.notify.merchant(merchantId, { kind, path, variables: { ...which, ...variables } });
  }
}
