import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Sealer } from '../database/sealed.js';
import { missing } from '../rules/refusal.js';
import type { AccountKind } from './account.entity.js';

export interface PersonRow {
  readonly id: string;
  readonly personName: string;
  readonly kind: AccountKind;
  /** Only the first three and the last two digits. */
  readonly mobileMasked: string;
  readonly createdAt: string;
  readonly disabledAt: string | null;
}

export interface PersonDuty {
  readonly id: string;
  readonly accountId: string;
  readonly role: string;
  readonly divisionCode: string | null;
  readonly merchantName: string | null;
  readonly grantedAt: string;
}

export interface AccessRow {
  readonly id: string;
  readonly at: string;
  readonly personName: string | null;
  readonly action: string;
  readonly objectType: string | null;
  readonly objectId: string | null;
  readonly result: string;
  readonly address: string | null;
}

type Sealed = Omit<PersonRow, 'mobileMasked'> & { readonly mobileSealed: string };
const perPage = 50;

/** Accounts and their duties for the administrator; telephone numbers leave only masked. */
@Injectable()
export class PeopleQueries {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async page(kind: AccountKind, name: string | null, page: number) {
    const like = `%${(name ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const rows = await this.database.rows<Sealed>(
      `SELECT id, person_name, kind, mobile_sealed, created_at, disabled_at FROM account
       WHERE kind = ? AND person_name LIKE ? ESCAPE '\\'
       ORDER BY CASE WHEN disabled_at IS NULL THEN 0 ELSE 1 END, person_name, id LIMIT ? OFFSET ?`,
      [kind, like, perPage + 1, (page - 1) * perPage],
    );
    const people = rows.slice(0, perPage).map((row) => this.masked(row));
    return { people, more: rows.length > perPage };
  }

  async byId(id: string): Promise<PersonRow> {
    const row = await this.database.row<Sealed>(
      `SELECT id, person_name, kind, mobile_sealed, created_at, disabled_at FROM account WHERE id = ?`,
      [id],
    );
    if (!row) throw missing();
    return this.masked(row);
  }

  async dutiesOf(accountIds: readonly string[]): Promise<PersonDuty[]> {
    if (!accountIds.length) return [];
    return this.database.rows<PersonDuty>(
      `SELECT d.id, d.account_id, d.role, d.division_code, d.granted_at, m.name AS merchant_name
       FROM duty d LEFT JOIN merchant m ON m.id = d.merchant_id
       WHERE d.ended_at IS NULL AND d.account_id IN (${accountIds.map(() => '?').join(', ')})
       ORDER BY d.granted_at, d.id`,
      accountIds,
    );
  }

  async accesses(page: number): Promise<{ rows: AccessRow[]; more: boolean }> {
    const rows = await this.database.rows<AccessRow>(
      `SELECT l.id, l.at, a.person_name, l.action, l.object_type, l.object_id, l.result, l.address
       FROM access_log l LEFT JOIN account a ON a.id = l.account_id
       ORDER BY l.at DESC, l.id LIMIT ? OFFSET ?`,
      [perPage + 1, (page - 1) * perPage],
    );
    return { rows: rows.slice(0, perPage), more: rows.length > perPage };
  }

  private masked({ mobileSealed, ...person }: Sealed): PersonRow {
    const mobile = this.sealer.open(mobileSealed);
    return { ...person, mobileMasked: maskedMobile(mobile) };
  }
}

/** Enough to know one's own by; of an account that was closed nothing is left. */
export function maskedMobile(mobile: string): string {
  return mobile && `${mobile.slice(0, 3)}******${mobile.slice(-2)}`;
}
