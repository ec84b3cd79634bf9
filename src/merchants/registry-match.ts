import type { Database } from '../database/database.js';
import { nameKey } from '../rules/identifiers/name-skeleton.js';
import {
  type MerchantFacts,
  type RecordFacts,
  RECORD_FIELDS,
} from '../rules/registry/merchant-facts.js';
import { isSamePerson } from '../rules/registry/same-person.js';
import type { MerchantRecord, NamedMerchant } from './merchant-record.js';

export interface KnownMerchant {
  readonly id: string;
  readonly version: number;
  /** The record that this one only points to. */
  readonly mergedIntoId: string | null;
  readonly facts: RecordFacts;
  readonly contactMobile: string;
  readonly contactEmail: string | null;
}

export interface FoundMerchants {
  /** The merchant that a row speaks of; null for a new one. */
  of(facts: MerchantFacts): KnownMerchant | null;
  /** Whether a person without a credit code is registered under an id that is not among these. */
  ofAnother(facts: MerchantFacts, own: ReadonlySet<string>): boolean;
  /** Everybody in the register, by the key of the name. */
  readonly names: ReadonlyMap<string, readonly NamedMerchant[]>;
}

/** Finds the merchants of the register that the rows of a file speak of, a few hundred a query. */
export class RegistryMatch {
  constructor(
    private readonly database: Database,
    private readonly record: MerchantRecord,
  ) {}

  /** By credit code; a person without one by name and mobile number or address. */
  async find(rows: readonly MerchantFacts[]): Promise<FoundMerchants> {
    const names = await this.record.names();
    const byCode = new Map<string, KnownMerchant>();
    const codes = rows.flatMap(({ creditCode }) => creditCode ?? []);
    for (const stored of await this.rows('credit_code', codes)) {
      byCode.set(stored.creditCode!, this.known(stored));
    }
    const exempt = rows
      .filter(({ creditCode }) => creditCode === null)
      .flatMap(({ name }) => names.get(nameKey(name ?? '')) ?? [])
      .filter(({ creditCode }) => creditCode === null);
    const people = (await this.rows('id', [...new Set(exempt.map(({ id }) => id))])).map((one) =>
      this.known(one),
    );
    const person = (facts: MerchantFacts, without?: ReadonlySet<string>) =>
      people.find(
        ({ id, facts: stored, contactMobile }) =>
          !without?.has(id) && isSamePerson({ ...stored, contactMobile }, facts),
      );
    return {
      names,
      ofAnother: (facts, own) => person(facts, own) !== undefined,
      of: (facts) =>
        (facts.creditCode === null ? person(facts) : byCode.get(facts.creditCode)) ?? null,
    };
  }

  private async rows(column: 'credit_code' | 'id', keys: readonly string[]) {
    const rows: Stored[] = [];
    for (let at = 0; at < keys.length; at += 500) {
      const chunk = keys.slice(at, at + 500);
      const marks = chunk.map(() => '?').join(', ');
      rows.push(
        ...(await this.database.rows<Stored>(
          `SELECT * FROM merchant WHERE ${column} IN (${marks}) ORDER BY id`,
          chunk,
        )),
      );
    }
    return rows;
  }

  private known(stored: Stored): KnownMerchant {
    const plain = {
      ...stored,
      headNamePublic: stored.headNamePublic === 1,
      goodsCategories: JSON.parse(stored.goodsCategories) as string[],
    } as unknown as RecordFacts;
    const facts = Object.fromEntries(RECORD_FIELDS.map((key) => [key, plain[key]]));
    const contactMobile = this.record.open(stored.contactMobileSealed) ?? '';
    const { id, version, mergedIntoId } = stored;
    const contactEmail = this.record.open(stored.contactEmailSealed);
    return {
      id,
      version,
      mergedIntoId,
      contactMobile,
      contactEmail,
      facts: facts as unknown as RecordFacts,
    };
  }
}

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly mergedIntoId: string | null;
  readonly creditCode: string | null;
  readonly headNamePublic: number;
  readonly goodsCategories: string;
  readonly contactMobileSealed: string;
  readonly contactEmailSealed: string | null;
}
