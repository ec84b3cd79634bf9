import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import type { ApplicationState } from '../../rules/lifecycle/application-states.js';
import { editionAmongSeveral, ofRunning } from '../../programmes/running-editions.js';
import { missing } from '../../rules/refusal.js';
import type { Capacity } from './window-entry.entity.js';

export interface WindowRow {
  readonly id: string;
  readonly receiptNumber: string;
  readonly merchantId: string;
  /** Null until the merchant is registered. */
  readonly merchantName: string | null;
  readonly capacity: Capacity;
  readonly sheetId: string;
  readonly enteredBy: string;
  readonly clerk: string;
  readonly openedAt: string;
  readonly openedOn: string;
  readonly closedAt: string | null;
  readonly person: { readonly name: string; readonly telephone: string };
}

export interface EnteredApplication {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly state: ApplicationState;
  readonly receiptNumber: string | null;
  /** Null where only one runs. */
  readonly edition: string | null;
}

/** Entries at the window with what the merchant has by now. */
@Injectable()
export class WindowQueries {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async byId(id: string): Promise<WindowRow> {
    const row = await this.database.row<Omit<WindowRow, 'person'> & { personSealed: string }>(
      `SELECT w.id, w.receipt_number, w.merchant_id, m.name AS merchant_name, w.capacity, w.sheet_id,
              w.entered_by, c.person_name AS clerk, w.opened_at, w.opened_on, w.closed_at,
              w.person_sealed
       FROM window_entry w JOIN account c ON c.id = w.entered_by
       LEFT JOIN merchant m ON m.id = w.merchant_id WHERE w.id = ?`,
      [id],
    );
    if (!row) throw missing();
    const { personSealed, ...rest } = row;
    return { ...rest, person: JSON.parse(this.sealer.open(personSealed)) as WindowRow['person'] };
  }

  /** What stands in the register of the merchant: shops, and years with a return. */
  async register(merchantId: string): Promise<{ shops: number; years: readonly number[] }> {
    const shops = await this.database.row<{ count: number }>(
      'SELECT COUNT(*) AS count FROM shop WHERE merchant_id = ?',
      [merchantId],
    );
    const years = await this.database.rows<{ year: number }>(
      'SELECT year FROM annual_return WHERE merchant_id = ? ORDER BY year DESC',
      [merchantId],
    );
    return { shops: shops?.count ?? 0, years: years.map(({ year }) => year) };
  }

  /** Applications of the merchant in what runs. */
  applications(merchantId: string): Promise<EnteredApplication[]> {
    return this.database.rows<EnteredApplication>(
      `SELECT a.id, c.name_zh, c.name_en, a.state, a.receipt_number,
              ${editionAmongSeveral('a.programme_id')} AS edition
       FROM application a JOIN category c ON c.id = a.category_id
       WHERE a.merchant_id = ? AND ${ofRunning('a.programme_id')}
       ORDER BY c.position, a.id`,
      [merchantId],
    );
  }
}
