import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import type { SqlValue } from '../../../database/reader.js';
import type { ChangeKind } from '../../../rules/titles/change-duty.js';

export interface ChangeRow {
  readonly id: string;
  readonly merchantId: string;
  readonly merchantName: string;
  readonly kind: ChangeKind;
  readonly happenedOn: string;
  readonly text: string;
  readonly reportedAt: string;
  readonly dueOn: string;
  readonly handledAt: string | null;
  readonly reply: string | null;
}

/** Changes that holders of titles reported. */
@Injectable()
export class TitleChangeQueries {
  constructor(private readonly database: Database) {}

  /** What nobody has looked at yet, the oldest first. */
  open(): Promise<ChangeRow[]> {
    return this.read('c.handled_at IS NULL', []);
  }

  async all(): Promise<ChangeRow[]> {
    return (await this.read('1 = 1', [])).toReversed();
  }

  async ofMerchant(merchantId: string): Promise<ChangeRow[]> {
    return (await this.read('c.merchant_id = ?', [merchantId])).toReversed();
  }

  private read(where: string, values: readonly SqlValue[]): Promise<ChangeRow[]> {
    return this.database.rows<ChangeRow>(
      `SELECT c.id, c.merchant_id, m.name AS merchant_name, c.kind, c.happened_on, c.text,
              c.reported_at, c.due_on, c.handled_at, c.reply
       FROM title_change c JOIN merchant m ON m.id = c.merchant_id
       WHERE ${where} ORDER BY c.reported_at, c.id`,
      values,
    );
  }
}
