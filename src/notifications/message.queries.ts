import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly variables: Readonly<Record<string, string | number>>;
  readonly path: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

const perPage = 30;

@Injectable()
export class MessageQueries {
  constructor(private readonly database: Database) {}

  /** One page of an account's inbox, newest first, with one more row when there is a next page. */
  async inbox(accountId: string, page: number): Promise<{ rows: MessageRow[]; more: boolean }> {
    const rows = await this.database.rows<MessageRow & { variables: string }>(
      `SELECT id, kind, variables, path, created_at, read_at FROM message
       WHERE account_id = ? ORDER BY created_at DESC, id LIMIT ? OFFSET ?`,
      [accountId, perPage + 1, (page - 1) * perPage],
    );
    return {
      more: rows.length > perPage,
      rows: rows.slice(0, perPage).map((row) => ({
        ...row,
        variables: JSON.parse(row.variables) as Record<string, string | number>,
      })),
    };
  }
}
