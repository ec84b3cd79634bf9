import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Account } from '../account.entity.js';
import { ownEntry } from './own-entry.js';

/** Signs a person out everywhere but where they are. */
@Injectable()
export class EndOtherSessions {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @param keep the hash of the session to keep */
  async run(actor: Actor, keep: string): Promise<number> {
    const which = 'FROM session WHERE account_id = ? AND id_hash <> ?';
    return this.database.transaction(async () => {
      await this.database.lock(Account, actor.accountId);
      const others = await this.database.rows(`SELECT id_hash ${which}`, [actor.accountId, keep]);
      if (others.length === 0) throw conflict('accounts.sessions.none');
      await this.database.execute(`DELETE ${which}`, [actor.accountId, keep]);
      const details = { sessions: others.length };
      await this.journal.record(ownEntry(actor, 'account.endSessions', details));
      return others.length;
    });
  }
}
