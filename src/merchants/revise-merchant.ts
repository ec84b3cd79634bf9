import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { Journal } from '../journal/journal.js';
import { Refusal, conflict, missing } from '../rules/refusal.js';
import { mayStatePersonId } from '../rules/registry/check-person-id.js';
import {
  type MerchantFacts,
  changedFields,
  recordFacts,
} from '../rules/registry/merchant-facts.js';
import { type Actor, merchantOf } from '../web/actor.js';
import type { UploadedFile } from '../web/http/uploaded-file.js';
import { ExemptionStatement } from './exemption-statement.js';
import { MerchantRecord } from './merchant-record.js';
import { MerchantVersion } from './merchant-version.entity.js';
import { lockMerchant } from './lock-merchant.js';
import { Merchant } from './merchant.entity.js';
import { refuseFirst } from './refuse-first.js';
import { creditCodeRule } from './register-merchant.js';

export interface MerchantRevision {
  readonly facts: MerchantFacts;
  /** The version that the person had before their eyes. */
  readonly version: number;
  readonly confirmed: boolean;
  /** A new statement; null keeps the one there is. */
  readonly exemptionStatement: UploadedFile | null;
}

/** A merchant corrects its own record; each change stands as a version. */
@Injectable()
export class ReviseMerchant {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly record: MerchantRecord,
    private readonly statement: ExemptionStatement,
  ) {}

  /** @throws Refusal of kind conflict when another save came first */
  async run(actor: Actor, given: MerchantRevision): Promise<void> {
    const id = merchantOf(actor);
    if (!id) throw missing();
    return this.database.transaction(async () => {
      const merchant = await lockMerchant(this.database, id);
      const { facts, problems, doubts } = await this.record.check(given.facts, id);
      refuseFirst(problems, given.confirmed ? [] : doubts);
      try {
        await this.database.transaction(async () => {
          if (merchant.version !== given.version) throw conflict();
          const changed = changedFields(recordFacts(merchant), recordFacts(facts));
          const codeKept = merchant.creditCode === facts.creditCode;
          const exemptionStatementId = await this.statement.keep(actor, merchant, given);
          const { personIdSealed, ...columns } = this.record.columns(facts);
          const keptId = mayStatePersonId(facts) ? merchant.personIdSealed : null;
          const saved = await this.database.repo(Merchant).save(
            Object.assign(merchant, columns, {
              exemptionStatementId,
              // The number is never shown again, so an empty field is no wish to remove it.
              personIdSealed: personIdSealed ?? keptId,
              creditCodeWarnings: codeKept ? merchant.creditCodeWarnings : [],
            }),
          );
          await this.database
            .repo(MerchantVersion)
            .insert(this.record.version(saved, facts, actor.accountId) as never);
          await this.journal.record({
            actorId: actor.accountId,
            actorRole: actor.duties[0]?.role ?? 'Agent',
            event: 'merchant.revise',
            subjectType: 'merchant',
            subjectId: id,
            details: { version: saved.version, changed },
            changesPublicPages: true,
          });
        });
      } catch (error) {
        if (isUniqueViolation(error, creditCodeRule)) {
          throw new Refusal('merchants.creditCode.taken', {}, 'creditCode');
        }
        throw error;
      }
    });
  }
}
