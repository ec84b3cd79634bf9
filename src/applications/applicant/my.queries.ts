import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

export interface InboxMessage {
  readonly id: string;
  readonly kind: string;
  readonly variables: Readonly<Record<string, string | number>>;
  readonly path: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

/** The inbox of one account. */
@Injectable()
export class MyQueries {
  constructor(private readonly database: Database) {}

  /** The newest messages, unread ones first. */
  async messages(accountId: string): Promise<InboxMessage[]> {
    const rows = await this.database.rows<Omit<InboxMessage, 'variables'> & { variables: string }>(
      `SELECT id, kind, variables, path, created_at, read_at FROM message WHERE account_id = ?
       ORDER BY CASE WHEN read_at IS NULL THEN 0 ELSE 1 END, created_at DESC, id LIMIT 20`,
      [accountId],
    );
    return rows.map((row) => ({
      ...row,
      variables: JSON.parse(row.variables) as InboxMessage['variables'],
    }));
  }
}
