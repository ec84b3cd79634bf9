import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { maskIdentityNumber } from '../rules/identifiers/identity-number.js';
import { missing } from '../rules/refusal.js';
import type { RecordFacts } from '../rules/registry/merchant-facts.js';
import type { RelatedPerson } from './merchant.entity.js';
import { MerchantRecord } from './merchant-record.js';

/** A register record as it stands, sealed fields opened: for its merchant and the office only. */
export interface MerchantRow extends RecordFacts {
  readonly id: string;
  readonly contactMobile: string;
  readonly contactEmail: string | null;
  readonly birthDate: string | null;
  /** Only its last four characters. */
  readonly personIdMasked: string | null;
  readonly exemptionStatementId: string | null;
  readonly creditCodeWarnings: readonly string[];
  readonly relatedPersons: readonly RelatedPerson[];
  readonly registeredAt: string;
  /** Null while the registration waits for the office or a code to its mobile. */
  readonly acceptedAt: string | null;
  /** The record that this one only points to. */
  readonly mergedIntoId: string | null;
  readonly changedAt: string;
  readonly version: number;
}

export interface ShopRow {
  readonly id: string;
  readonly platform: string;
  readonly shopName: string;
  readonly url: string;
  readonly icp: string | null;
  readonly shopNo: string | null;
  readonly openedOn: string;
  readonly sameSubject: number;
  readonly subjectNote: string | null;
  readonly authorisationId: string | null;
  readonly licenceShotId: string | null;
  readonly mainGoods: string | null;
  readonly deliveryPromise: string | null;
  readonly status: string;
  readonly version: number;
}

export interface RelationRow {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly relatedId: string | null;
  readonly relation: string;
  readonly confirmedAt: string | null;
  /** The other side says the same of this merchant. */
  readonly mutual: number;
}

/** What another merchant says of this one. */
export interface IncomingRelation {
  readonly merchantId: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly relation: string;
  readonly confirmedAt: string | null;
}

export interface ParkRow {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Reads of one merchant's record, its shops and ties. */
@Injectable()
export class MerchantQueries {
  constructor(
    private readonly database: Database,
    private readonly record: MerchantRecord,
  ) {}

  /** @throws Refusal of kind missing */
  async byId(id: string): Promise<MerchantRow> {
    const row = await this.database.row<StoredMerchant>('SELECT * FROM merchant WHERE id = ?', [
      id,
    ]);
    if (!row) throw missing();
    const { contactMobileSealed, contactEmailSealed, birthDateSealed, personIdSealed, ...rest } =
      row;
    const personIdNo = this.record.open(personIdSealed);
    return {
      ...rest,
      headNamePublic: row.headNamePublic === 1,
      goodsCategories: JSON.parse(row.goodsCategories) as string[],
      creditCodeWarnings: JSON.parse(row.creditCodeWarnings) as string[],
      relatedPersons: JSON.parse(row.relatedPersons ?? '[]') as RelatedPerson[],
      contactMobile: this.record.open(contactMobileSealed) ?? '',
      contactEmail: this.record.open(contactEmailSealed),
      birthDate: this.record.open(birthDateSealed),
      personIdMasked: personIdNo && maskIdentityNumber(personIdNo),
    };
  }

  shops(merchantId: string): Promise<ShopRow[]> {
    return this.database.rows<ShopRow>(
      'SELECT * FROM shop WHERE merchant_id = ? ORDER BY opened_on, id',
      [merchantId],
    );
  }

  relations(merchantId: string): Promise<RelationRow[]> {
    return this.database.rows<RelationRow>(
      `SELECT r.id, r.name, r.credit_code, COALESCE(r.related_id, o.id) AS related_id, r.relation,
              r.confirmed_at,
              CASE WHEN EXISTS (SELECT 1 FROM related_merchant b
                                WHERE b.merchant_id = COALESCE(r.related_id, o.id)
                                  AND (b.related_id = m.id OR b.credit_code = m.credit_code))
                   THEN 1 ELSE 0 END AS mutual
       FROM related_merchant r JOIN merchant m ON m.id = r.merchant_id
       LEFT JOIN merchant o ON o.credit_code = r.credit_code
       WHERE r.merchant_id = ? ORDER BY r.name, r.id`,
      [merchantId],
    );
  }

  /** What others say of a merchant and it does not say itself. */
  relationsOf(merchantId: string): Promise<IncomingRelation[]> {
    return this.database.rows<IncomingRelation>(
      `SELECT r.merchant_id, o.name, o.credit_code, r.relation, r.confirmed_at
       FROM merchant m
       JOIN related_merchant r ON r.related_id = m.id OR r.credit_code = m.credit_code
       JOIN merchant o ON o.id = r.merchant_id
       WHERE m.id = ? AND r.merchant_id <> m.id
         AND NOT EXISTS (SELECT 1 FROM related_merchant b WHERE b.merchant_id = m.id
                         AND (b.related_id = o.id OR b.credit_code = o.credit_code))
       ORDER BY o.name, r.id`,
      [merchantId],
    );
  }

  parks(): Promise<ParkRow[]> {
    return this.database.rows<ParkRow>(
      'SELECT code, name_zh, name_en FROM park ORDER BY since_year, code',
    );
  }
}

type Json = 'goodsCategories' | 'creditCodeWarnings' | 'relatedPersons';
type Opened = 'contactMobile' | 'contactEmail' | 'birthDate' | 'personIdMasked';
type StoredMerchant = Omit<MerchantRow, Json | 'headNamePublic' | Opened> & {
  readonly headNamePublic: number;
  readonly goodsCategories: string;
  readonly creditCodeWarnings: string;
  readonly relatedPersons: string | null;
  readonly contactMobileSealed: string;
  readonly contactEmailSealed: string | null;
  readonly birthDateSealed: string | null;
  readonly personIdSealed: string | null;
};
