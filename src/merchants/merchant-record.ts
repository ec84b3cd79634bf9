import { Inject, Injectable } from '@nestjs/common';
import { CREDIT_CODE_FIRST_PAIRS } from '../../seeds/reference/credit-code-first-pairs.js';
import { Clock } from '../config/clock.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Sealer } from '../database/sealed.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import { nameKey } from '../rules/identifiers/name-skeleton.js';
import { type MerchantCheck, checkMerchant } from '../rules/registry/check-merchant.js';
import { type FieldProblem, problem } from '../rules/registry/field-problem.js';
import { type MerchantFacts, recordFacts, searchName } from '../rules/registry/merchant-facts.js';
import { shareDoubts } from '../rules/registry/record-doubts.js';
import { MerchantVersion } from './merchant-version.entity.js';
import type { Merchant } from './merchant.entity.js';

export interface CheckedRecord {
  readonly facts: MerchantFacts;
  readonly problems: readonly FieldProblem[];
  /** What the merchant may confirm as right; a record is not saved before that. */
  readonly doubts: readonly FieldProblem[];
}

export interface NamedMerchant {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
}

/** What registering, revising and importing a merchant have in common. */
@Injectable()
export class MerchantRecord {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /** The rules, with what only the database knows: codes and names that are taken, the parks. */
  async check(given: MerchantFacts, merchantId: string | null): Promise<CheckedRecord> {
    const { facts, problems, warnings } = this.checkAlone(given, await this.parks());
    const others = await this.database.rows<{ creditCode: string | null }>(
      'SELECT credit_code FROM merchant WHERE id <> ? AND credit_code = ? ORDER BY id',
      [merchantId ?? '', facts.creditCode ?? ''],
    );
    const taken = facts.creditCode !== null && others.length > 0;
    const alike = (await this.names()).get(nameKey(facts.name)) ?? [];
    const sameName = alike.some(({ id }) => id !== merchantId);
    const doubts = [
      ...warnings.map((one) => problem('creditCode', one.code, one.variables)),
      ...(sameName && !taken ? [problem('name', 'merchants.name.duplicate')] : []),
      ...shareDoubts(facts),
    ];
    const kept = merchantId ? await this.stored(merchantId) : {};
    return {
      facts,
      problems: taken
        ? [...problems, problem('creditCode', 'merchants.creditCode.taken')]
        : problems,
      // What stands in the register was confirmed when it was saved.
      doubts: doubts.filter(({ field }) => kept[field] !== facts[field as keyof MerchantFacts]),
    };
  }

  private async stored(merchantId: string): Promise<Readonly<Record<string, unknown>>> {
    const row = await this.database.row<Readonly<Record<string, unknown>>>(
      `SELECT name, credit_code, farm_goods_share_pct, local_origin_pct, principal_share_pct
       FROM merchant WHERE id = ?`,
      [merchantId],
    );
    return row ?? {};
  }

  /**
   * Everybody in the register by the key of the name. Computed when it is asked for: five thousand names
   * take some hundredths of a second, and nothing stored can be behind the names or the rule.
   */
  async names(): Promise<ReadonlyMap<string, readonly NamedMerchant[]>> {
    const rows = await this.database.rows<NamedMerchant>(
      'SELECT id, name, credit_code FROM merchant WHERE merged_into_id IS NULL ORDER BY id',
    );
    const found = new Map<string, NamedMerchant[]>();
    for (const row of rows) {
      const key = nameKey(row.name);
      const alike = found.get(key);
      if (alike) alike.push(row);
      else found.set(key, [row]);
    }
    return found;
  }

  /** The rules that need no other merchant. */
  checkAlone(given: MerchantFacts, parks: readonly string[]): MerchantCheck {
    return checkMerchant(given, {
      today: beijingDate(this.clock.now()),
      firstPairs: CREDIT_CODE_FIRST_PAIRS,
      parks,
    });
  }

  async parks(): Promise<string[]> {
    const rows = await this.database.rows<{ code: string }>('SELECT code FROM park ORDER BY code');
    return rows.map((row) => row.code);
  }

  /** The columns that facts fill; the rest of the row is the caller's. */
  columns(facts: MerchantFacts) {
    return {
      ...recordFacts(facts),
      goodsCategories: [...facts.goodsCategories],
      searchName: searchName(facts.name),
      contactMobileSealed: this.sealer.seal(facts.contactMobile),
      contactEmailSealed: this.seal(facts.contactEmail),
      birthDateSealed: this.seal(facts.birthDate),
      personIdSealed: this.seal(facts.personIdNo),
      changedAt: this.clock.now(),
    };
  }

  private seal(text: string | null): string | null {
    return text ? this.sealer.seal(text) : null;
  }

  open(sealed: string | null): string | null {
    return sealed ? this.sealer.open(sealed) : null;
  }

  /** The record as it stands after a change, numbered by the row's version. */
  version(merchant: Pick<Merchant, 'id' | 'version'>, facts: MerchantFacts, by: string | null) {
    return Object.assign(new MerchantVersion(), {
      id: newId(),
      merchantId: merchant.id,
      number: merchant.version,
      facts: { ...recordFacts(facts) },
      changedBy: by,
      changedAt: this.clock.now(),
    });
  }
}
