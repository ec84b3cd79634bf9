import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal } from '../../rules/refusal.js';
import type { SignedIn } from '../../web/sessions/open-session.js';
import { passwordMark } from '../../web/sessions/password-mark.js';
import { Session } from '../../web/sessions/session.entity.js';
import { Account } from '../account.entity.js';
import { checkPassword } from '../check-password.js';
import { TakeCode } from '../codes/take-code.js';
import { hashPassword } from '../passwords.js';

export interface Recovery {
  readonly id: string;
  readonly code: string;
  readonly password: string;
}

/** The code came back with a new password: the old one and every session end. */
@Injectable()
export class RecoverAccount {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly takeCode: TakeCode,
    private readonly notify: Notify,
    private readonly journal: Journal,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run({ id, code, password }: Recovery): Promise<SignedIn> {
    // The same work for a code that is right and one that is not, before either is known.
    await checkPassword(password, { mobile: '', personName: '' }, this.config, 'password');
    const passwordHash = await hashPassword(password);
    return this.database.transaction(async () => {
      const accountId = await this.owner(id);
      const account = accountId && (await this.database.lock(Account, accountId));
      await this.takeCode.run({ id, code }, 'recovery', null);
      // Found before it was held: meanwhile it may have been closed, or its address changed.
      if (!account || (await this.owner(id)) !== account.id) {
        throw new Refusal('accounts.code.wrong', {}, 'code');
      }
      const { personName } = account;
      const mobile = this.sealer.open(account.mobileSealed);
      await checkPassword(password, { mobile, personName }, this.config, 'password');
      await this.database
        .repo(Account)
        .save(Object.assign(account, { passwordHash, mustChangePassword: false }));
      await this.database.repo(Session).delete({ accountId: account.id });
      await this.notify.accounts([account.id], { kind: 'account.recovered', path: '/account' });
      await this.journal.record({
        actorId: account.id,
        actorRole: 'Public',
        event: 'account.recover',
        subjectType: 'account',
        subjectId: account.id,
      });
      return { accountId: account.id, passwordMark: passwordMark(passwordHash) };
    });
  }

  /** Whose confirmed address the code went to. */
  private async owner(id: string): Promise<string | null> {
    const row = await this.takeCode.find(id, 'recovery');
    if (!row) return null;
    const address = this.sealer.open(row.sealed);
    const account = await this.database.row<{ id: string }>(
      `SELECT id FROM account WHERE disabled_at IS NULL
         AND ((mobile_lookup = ? AND mobile_confirmed_at IS NOT NULL)
           OR (LOWER(email) = ? AND email_confirmed_at IS NOT NULL))`,
      [row.target, address.toLowerCase()],
    );
    return account?.id ?? null;
  }
}
