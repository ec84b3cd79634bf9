import { Inject, Injectable } from '@nestjs/common';
import { Account } from '../accounts/account.entity.js';
import { Duty } from '../accounts/duty.entity.js';
import { GrantDuty } from '../accounts/grant-duty.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Sealer } from '../database/sealed.js';
import { checkMobile } from '../rules/identifiers/contact-identifiers.js';
import type { MERCHANT_ROLES } from '../rules/lifecycle/roles.js';
import { Refusal, missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { Merchant } from './merchant.entity.js';

/** The claim of a registered merchant, settled at the office window: an account acts for it from now. */
@Injectable()
export class AdmitAgent {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly grantDuty: GrantDuty,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(
    actor: Actor,
    merchantId: string,
    given: { mobile: string; role: (typeof MERCHANT_ROLES)[number] },
  ): Promise<void> {
    const mobile = checkMobile(given.mobile);
    if (!mobile.ok) throw new Refusal(mobile.code, {}, 'mobile');
    await this.database.transaction(async () => {
      if (!(await this.database.repo(Merchant).existsBy({ id: merchantId }))) throw missing();
      const mobileLookup = this.sealer.lookup(mobile.value);
      const where = { mobileLookup };
      const known = await this.database.repo(Account).findOne({ where, select: { id: true } });
      const account = known && (await this.database.lock(Account, known.id));
      const { mergedIntoId } = await this.database.lock(Merchant, merchantId);
      if (mergedIntoId) throw new Refusal('merchants.admit.merged');
      if (!account || account.kind !== 'merchant' || account.disabledAt !== null) {
        throw new Refusal('merchants.admit.unknown', {}, 'mobile');
      }
      const duties = await this.database.repo(Duty).findBy({ accountId: account.id });
      if (duties.some((duty) => duty.merchantId !== null && duty.endedAt === null)) {
        throw new Refusal('merchants.admit.acting', {}, 'mobile');
      }
      const role = 'CityRegistrar';
      await this.grantDuty.run(
        { accountId: actor.accountId, role },
        { accountId: account.id, role: given.role, merchantId },
      );
    });
  }
}
