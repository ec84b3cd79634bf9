import { Injectable } from '@nestjs/common';
import { Account } from '../accounts/account.entity.js';
import { Duty } from '../accounts/duty.entity.js';
import { GrantDuty } from '../accounts/grant-duty.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { Journal } from '../journal/journal.js';
import type { MERCHANT_ROLES } from '../rules/lifecycle/roles.js';
import { Refusal } from '../rules/refusal.js';
import type { MerchantFacts } from '../rules/registry/merchant-facts.js';
import type { Actor } from '../web/actor.js';
import type { UploadedFile } from '../web/http/uploaded-file.js';
import { ExemptionStatement } from './exemption-statement.js';
import { MerchantRecord } from './merchant-record.js';
import { MerchantVersion } from './merchant-version.entity.js';
import { Merchant } from './merchant.entity.js';
import { refuseFirst } from './refuse-first.js';

export interface NewMerchant {
  readonly facts: MerchantFacts;
  readonly role: (typeof MERCHANT_ROLES)[number];
  /** The person has seen the doubts and says that the facts are right. */
  readonly confirmed: boolean;
  readonly exemptionStatement: UploadedFile | null;
}

/** An account without a merchant enters one in the register and acts for it from then on. */
@Injectable()
export class RegisterMerchant {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly record: MerchantRecord,
    private readonly grantDuty: GrantDuty,
    private readonly statement: ExemptionStatement,
  ) {}

  async run(actor: Actor, given: NewMerchant): Promise<{ merchantId: string }> {
    if (actor.kind !== 'merchant') throw new Refusal('merchants.alreadyActing');
    return this.database.transaction(async () => {
      // Two windows of one account enter one merchant, and the window of the office admits it to none.
      const account = await this.database.lock(Account, actor.accountId);
      if (await this.actsAlready(actor)) throw new Refusal('merchants.alreadyActing');
      const { facts, problems, doubts } = await this.record.check(given.facts, null);
      refuseFirst(problems, given.confirmed ? [] : doubts);
      const columns = this.record.columns(facts);
      const merchant: Merchant = Object.assign(new Merchant(), {
        ...columns,
        id: actor.window?.merchantId ?? newId(),
        creditCodeWarnings: [],
        exemptionStatementId: null,
        relatedPersons: [],
        mergedIntoId: null,
        // Whoever came to the window was seen there; anybody else has shown that the number is theirs.
        acceptedAt: actor.clerk || account.mobileConfirmedAt ? columns.changedAt : null,
        acceptedBy: actor.clerk ? actor.accountId : null,
        registeredAt: columns.changedAt,
        version: 1,
      });
      try {
        await this.database.transaction(async () => {
          merchant.exemptionStatementId = await this.statement.keep(actor, merchant, given);
          await this.database.repo(Merchant).insert(merchant);
          await this.database
            .repo(MerchantVersion)
            .insert(this.record.version(merchant, facts, actor.accountId) as never);
          await this.journal.record({
            actorId: actor.accountId,
            actorRole: given.role,
            event: 'merchant.register',
            subjectType: 'merchant',
            subjectId: merchant.id,
            details: { divisionCode: facts.divisionCode, merchantType: facts.merchantType },
            changesPublicPages: true,
          });
          // The clerk at the window typed it in and acts for nobody afterwards.
          if (actor.clerk) return;
          await this.grantDuty.run(
            { accountId: actor.accountId, role: given.role },
            { accountId: actor.accountId, role: given.role, merchantId: merchant.id },
          );
        });
      } catch (error) {
        if (isUniqueViolation(error, creditCodeRule)) {
          throw new Refusal('merchants.creditCode.taken', {}, 'creditCode');
        }
        throw error;
      }
      return { merchantId: merchant.id };
    });
  }

  private async actsAlready({ accountId, clerk, window }: Actor): Promise<boolean> {
    if (clerk) return this.database.repo(Merchant).existsBy({ id: window!.merchantId });
    const duties = await this.database.repo(Duty).findBy({ accountId });
    return duties.some(({ merchantId, endedAt }) => merchantId !== null && endedAt === null);
  }
}

export const creditCodeRule = {
  table: 'merchant',
  columns: ['credit_code'],
  name: 'merchant_credit_code_unique',
};
