import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { isUniqueViolation } from '../../database/unique-violation.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Account } from '../account.entity.js';
import { OneTimeCode } from '../codes/one-time-code.entity.js';
import { TakeCode } from '../codes/take-code.js';
import { mobileTaken } from '../mobile-taken.js';
import { AfterMobile } from './after-mobile.js';
import { ownEntry } from './own-entry.js';

export interface TypedCodes {
  readonly oldId: string;
  readonly oldCode: string;
  readonly newId: string;
  readonly newCode: string;
}

/** Both codes came back: the person has the old number and the new one, and signs in with the new. */
@Injectable()
export class ChangeMobile {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly takeCode: TakeCode,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly follow: AfterMobile,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(actor: Actor, typed: TypedCodes): Promise<void> {
    const { accountId } = actor;
    try {
      await this.database.transaction(async () => {
        const account = await this.database.lock(Account, accountId);
        const old = { id: typed.oldId, code: typed.oldCode };
        const next = { id: typed.newId, code: typed.newCode };
        await this.database.lockAll(OneTimeCode, [old.id, next.id]);
        const from = await this.takeCode.run(old, 'oldMobile', accountId, 'oldCode');
        // It was changed in another window since: the code speaks of a number that is no longer theirs.
        if (from !== this.sealer.open(account.mobileSealed)) {
          throw new Refusal('accounts.code.wrong', {}, 'oldCode');
        }
        const mobile = await this.takeCode.run(next, 'newMobile', accountId, 'newCode');
        const mobileLookup = this.sealer.lookup(mobile);
        const mobileSealed = this.sealer.seal(mobile);
        const mobileConfirmedAt = this.clock.now();
        await this.database
          .repo(Account)
          .save(Object.assign(account, { mobileLookup, mobileSealed, mobileConfirmedAt }));
        await this.notify.accounts([accountId], {
          kind: 'account.mobileChanged',
          path: '/account',
        });
        await this.journal.record(ownEntry(actor, 'account.changeMobile'));
        await this.follow.run(actor);
      });
    } catch (error) {
      if (!isUniqueViolation(error, mobileTaken)) throw error;
      throw new Refusal('accounts.mobileInUse', {}, 'newCode');
    }
  }
}
