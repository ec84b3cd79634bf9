import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Sealer } from '../database/sealed.js';
import { Journal } from '../journal/journal.js';
import { Refusal, missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import type { SignedIn } from '../web/sessions/open-session.js';
import { passwordMark } from '../web/sessions/password-mark.js';
import { Account } from './account.entity.js';
import { checkPassword } from './check-password.js';
import { hashPassword, passwordMatches } from './passwords.js';

/** A new password is the end of every session that another one opened; the caller opens a fresh one. */
@Injectable()
export class ChangePassword {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly journal: Journal,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(actor: Actor, given: { current: string; next: string }): Promise<SignedIn> {
    const account = await this.database.repo(Account).findOneBy({ id: actor.accountId });
    if (!account) throw missing();
    if (!(await passwordMatches(account.passwordHash, given.current))) {
      throw new Refusal('accounts.password.wrong', {}, 'current');
    }
    const { personName } = account;
    const mobile = this.sealer.open(account.mobileSealed);
    await checkPassword(given.next, { mobile, personName }, this.config, 'next');
    if (given.next === given.current) throw new Refusal('accounts.password.same', {}, 'next');
    const passwordHash = await hashPassword(given.next);
    await this.database.transaction(async () => {
      const now = await this.database.lock(Account, account.id);
      if (now.disabledAt) throw missing();
      // What was compared is no longer the password: it was changed or reset while this was hashed.
      if (now.passwordHash !== account.passwordHash) {
        throw new Refusal('accounts.password.changedMeanwhile', {}, 'current', 'conflict');
      }
      await this.database
        .repo(Account)
        .save(Object.assign(now, { passwordHash, mustChangePassword: false }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: actor.duties[0]?.role ?? 'Public',
        event: 'account.changePassword',
        subjectType: 'account',
        subjectId: actor.accountId,
      });
    });
    return { accountId: account.id, passwordMark: passwordMark(passwordHash) };
  }
}
