import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Dispatch } from './dispatch.js';
import { Message } from './message.entity.js';

export interface News {
  /** Locale key under `message.`, a sentence that takes `variables`. */
  readonly kind: string;
  readonly variables?: Readonly<Record<string, string | number>>;
  /** The page where the person acts on it. */
  readonly path: string;
}

/** Leaves a message in inboxes within the caller's transaction; mail follows after the commit. */
@Injectable()
export class Notify {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly dispatch: Dispatch,
  ) {}

  async accounts(accountIds: readonly string[], news: News): Promise<void> {
    const createdAt = this.clock.now();
    const messages = [...new Set(accountIds)].map((accountId) => ({
      id: newId(),
      accountId,
      kind: news.kind,
      variables: { ...news.variables },
      path: news.path,
      createdAt,
      readAt: null,
    }));
    await this.database.repo(Message).insert(messages);
    await this.dispatch.messages(messages);
  }

  /** Everyone who holds a duty of the city office now. */
  role(role: string, news: News): Promise<void> {
    return this.holders([role], news);
  }

  /** Everyone who acts for a merchant now. */
  async merchant(merchantId: string, news: News): Promise<void> {
    const rows = await this.database.rows<{ accountId: string }>(
      'SELECT account_id FROM duty WHERE merchant_id = ? AND ended_at IS NULL',
      [merchantId],
    );
    await this.accounts(
      rows.map((row) => row.accountId),
      news,
    );
  }

  /** Everyone who holds one of the duties now, in one division where it is named; not the sender. */
  async holders(
    roles: readonly string[],
    news: News,
    { divisionCode = null, except }: { divisionCode?: string | null; except?: string } = {},
  ): Promise<void> {
    const rows = await this.database.rows<{ accountId: string }>(
      `SELECT d.account_id FROM duty d JOIN account a ON a.id = d.account_id AND a.disabled_at IS NULL
       WHERE d.ended_at IS NULL AND d.role IN (${roles.map(() => '?').join(', ')})
         ${divisionCode ? 'AND d.division_code = ?' : ''} ORDER BY d.account_id`,
      divisionCode ? [...roles, divisionCode] : roles,
    );
    await this.accounts(
      rows.map(({ accountId }) => accountId).filter((id) => id !== except),
      news,
    );
  }
}
