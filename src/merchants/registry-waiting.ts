import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

type Waits<Value> = Readonly<Record<'newMerchants' | 'doubtedReturns', Value>>;
export type WaitingInRegistry = Waits<number>;

export interface NewMerchantRow {
  readonly id: string;
  readonly name: string;
  readonly merchantType: string;
  readonly creditCode: string | null;
  readonly divisionCode: string;
  readonly town: string;
  readonly headName: string;
  readonly registeredAt: string;
}

export interface DoubtedRow {
  readonly id: string;
  readonly merchantId: string;
  readonly name: string;
  readonly divisionCode: string;
  readonly year: number;
}

/** Registrations and returns that somebody put in and the office has not looked at. */
const NEW = 'm.accepted_at IS NULL AND m.merged_into_id IS NULL';
const DOUBTED = 'r.doubted = 1 AND m.merged_into_id IS NULL';

/** What waits for the registrar, of every programme or of none; the oldest first. */
@Injectable()
export class RegistryWaiting {
  constructor(private readonly database: Database) {}

  /** How many, and since when the oldest has waited. */
  async waiting(): Promise<{ counts: WaitingInRegistry; oldest: Waits<string | null> }> {
    const returns = `annual_return r JOIN merchant m ON m.id = r.merchant_id
      WHERE ${DOUBTED} AND r.checked_at IS NULL`;
    const row = await this.database.row<
      WaitingInRegistry & { readonly registeredAt: string | null; readonly filedAt: string | null }
    >(
      `SELECT (SELECT COUNT(*) FROM merchant m WHERE ${NEW}) AS new_merchants,
              (SELECT MIN(m.registered_at) FROM merchant m WHERE ${NEW}) AS registered_at,
              (SELECT COUNT(*) FROM ${returns}) AS doubted_returns,
              (SELECT MIN(r.filed_at) FROM ${returns}) AS filed_at`,
    );
    const { registeredAt, filedAt, ...counts } = row!;
    return { counts, oldest: { newMerchants: registeredAt, doubtedReturns: filedAt } };
  }

  newMerchants(most: number): Promise<NewMerchantRow[]> {
    return this.merchants(NEW, `ORDER BY m.registered_at, m.id LIMIT ${most}`, []);
  }

  /** What one press accepted, for the list after it. */
  acceptedAt(instant: string, by: string): Promise<NewMerchantRow[]> {
    const where = 'm.accepted_at = ? AND m.accepted_by = ?';
    return this.merchants(where, 'ORDER BY m.registered_at, m.id', [instant, by]);
  }

  /** @param returned whether the merchant has the next word */
  doubted(returned: boolean, most: number): Promise<DoubtedRow[]> {
    return this.database.rows<DoubtedRow>(
      `SELECT r.id, r.merchant_id, m.name, m.division_code, r.year FROM annual_return r
       JOIN merchant m ON m.id = r.merchant_id
       WHERE ${DOUBTED} AND r.checked_at IS ${returned ? 'NOT ' : ''}NULL
       ORDER BY r.filed_at, r.id LIMIT ${most}`,
    );
  }

  private merchants(where: string, order: string, values: string[]): Promise<NewMerchantRow[]> {
    return this.database.rows<NewMerchantRow>(
      `SELECT m.id, m.name, m.merchant_type, m.credit_code, m.division_code, m.town, m.head_name,
              m.registered_at FROM merchant m WHERE ${where} ${order}`,
      values,
    );
  }
}
