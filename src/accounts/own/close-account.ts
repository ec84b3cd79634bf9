import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { Journal } from '../../journal/journal.js';
import { MERCHANT_ROLES } from '../../rules/lifecycle/roles.js';
import { Refusal, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { KeptForm } from '../../web/kept/kept-form.entity.js';
import { Session } from '../../web/sessions/session.entity.js';
import { Account } from '../account.entity.js';
import { Duty } from '../duty.entity.js';
import { passwordMatches } from '../passwords.js';
import { OwnData } from './own-data.js';
import { ownEntry } from './own-entry.js';

/**
 * A person leaves: the account signs nobody in any more, its number and address are forgotten and free
 * for another account. What was done under it stays on record, and so does the merchant.
 */
@Injectable()
export class CloseAccount {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly ownData: OwnData,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(actor: Actor, { password }: { readonly password: string }): Promise<void> {
    const { accountId } = actor;
    const known = await this.database.repo(Account).findOneBy({ id: accountId });
    if (!known) throw missing();
    if (!(await passwordMatches(known.passwordHash, password))) {
      throw new Refusal('accounts.password.wrong', {}, 'password');
    }
    await this.database.transaction(async () => {
      const account = await this.database.lock(Account, accountId);
      if (account.passwordHash !== known.passwordHash) {
        throw new Refusal('accounts.password.changedMeanwhile', {}, 'password', 'conflict');
      }
      const duties = await this.database.rows<{ id: string; role: string }>(
        'SELECT id, role FROM duty WHERE account_id = ? AND ended_at IS NULL ORDER BY id',
        [accountId],
      );
      const merchants: readonly string[] = MERCHANT_ROLES;
      if (duties.some(({ role }) => !merchants.includes(role))) {
        throw new Refusal('accounts.close.duties');
      }
      const reason = await this.ownData.reasonToStay(accountId);
      if (reason) throw new Refusal(reason);
      const now = this.clock.now();
      for (const { id } of duties) await this.database.repo(Duty).update(id, { endedAt: now });
      Object.assign(account, {
        disabledAt: now,
        mobileLookup: this.sealer.lookup(`closed ${accountId}`),
        mobileSealed: this.sealer.seal(''),
        mobileConfirmedAt: null,
        email: null,
        emailConfirmedAt: null,
      });
      await this.database.repo(Account).save(account);
      await this.database.repo(Session).delete({ accountId });
      await this.database.repo(KeptForm).delete({ accountId });
      await this.journal.record(ownEntry(actor, 'account.close'));
    });
  }
}
