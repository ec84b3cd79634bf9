import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { OwnData } from '../accounts/own/own-data.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Sealer } from '../database/sealed.js';

type Row = Record<string, unknown> & {
  readonly id: string;
  readonly contactMobileSealed: string;
  readonly contactEmailSealed: string | null;
  readonly birthDateSealed: string | null;
  readonly personIdSealed: string | null;
};

/** Whoever acts for a merchant may take its record along, with the fields that are sealed at rest. */
@Injectable()
export class OwnMerchants implements OnModuleInit {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly ownData: OwnData,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  onModuleInit(): void {
    this.ownData.add('merchants', (accountId) => this.read(accountId));
  }

  private async read(accountId: string): Promise<unknown> {
    const rows = await this.database.rows<Row>(
      `SELECT m.* FROM merchant m JOIN duty d ON d.merchant_id = m.id
       WHERE d.account_id = ? AND d.ended_at IS NULL ORDER BY m.id`,
      [accountId],
    );
    return Promise.all(
      rows.map(async (row) => ({
        ...this.opened(row),
        shops: await this.of('shop', row.id),
        annualReturns: await this.of('annual_return', row.id),
      })),
    );
  }

  private opened(row: Row): Record<string, unknown> {
    const { contactMobileSealed, contactEmailSealed, birthDateSealed, personIdSealed, ...open } =
      row;
    const read = (sealed: string | null) => sealed && this.sealer.open(sealed);
    return {
      ...open,
      contactMobile: read(contactMobileSealed),
      contactEmail: read(contactEmailSealed),
      birthDate: read(birthDateSealed),
      personId: read(personIdSealed),
    };
  }

  private of(table: 'shop' | 'annual_return', merchantId: string): Promise<object[]> {
    return this.database.rows<object>(`SELECT * FROM ${table} WHERE merchant_id = ? ORDER BY id`, [
      merchantId,
    ]);
  }
}
