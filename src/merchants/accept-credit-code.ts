import { Injectable } from '@nestjs/common';
import { CREDIT_CODE_FIRST_PAIRS } from '../../seeds/reference/credit-code-first-pairs.js';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { checkCreditCode } from '../rules/identifiers/credit-code.js';
import { conflict } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { lockMerchant } from './lock-merchant.js';

/** The office has seen the licence: the doubts about a credit code are settled. */
@Injectable()
export class AcceptCreditCode {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @param creditCode the code that was on the licence, as the page showed it */
  async run(actor: Actor, merchantId: string, creditCode: string): Promise<void> {
    await this.database.transaction(async () => {
      const merchant = await lockMerchant(this.database, merchantId);
      if (merchant.creditCode !== creditCode) throw conflict();
      const warnings = creditCodeWarnings(creditCode);
      // Past the entity, whose version would rise: the merchant's open form stays valid.
      await this.database.execute('UPDATE merchant SET credit_code_warnings = ? WHERE id = ?', [
        JSON.stringify(warnings),
        merchantId,
      ]);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'merchant.acceptCreditCode',
        subjectType: 'merchant',
        subjectId: merchantId,
        details: { warnings },
      });
    });
  }
}

/** Codes of the doubts about a credit code. */
export function creditCodeWarnings(creditCode: string | null): string[] {
  if (creditCode === null) return [];
  const options = { firstPairs: CREDIT_CODE_FIRST_PAIRS, divisionPrefix: '3308' };
  const result = checkCreditCode(creditCode, options);
  return result.ok ? result.warnings.map((warning) => warning.code) : [];
}
