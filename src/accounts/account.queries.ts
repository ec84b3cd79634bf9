import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import type { Role } from '../rules/lifecycle/roles.js';
import type { Actor } from '../web/actor.js';
import type { ActorSource } from '../web/http/actor-source.js';
import type { SignedIn } from '../web/sessions/open-session.js';
import { passwordMark } from '../web/sessions/password-mark.js';
import { missing } from '../rules/refusal.js';

interface DutyRow {
  personName: string;
  kind: Actor['kind'];
  mustChangePassword: number;
  unreadMessages: number;
  role: Role | null;
  divisionCode: string | null;
  merchantId: string | null;
  programmeId: string | null;
  windowId: string | null;
  receiptNumber: string;
  windowMerchantId: string;
  merchantName: string | null;
}

@Injectable()
export class AccountQueries implements ActorSource {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Documents that an account opened, by its lines in the access log since an instant of the machine. */
  async documentsOpened(accountId: string, since: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.rows<{ objectId: string }>(
      `SELECT DISTINCT object_id FROM access_log
       WHERE at >= ? AND account_id = ? AND action = 'document.view'`,
      [since, accountId],
    );
    return new Set(rows.map(({ objectId }) => objectId));
  }

  /** The account with its duties in force, or null when it is unknown or disabled. */
  async actor(accountId: string): Promise<Actor | null> {
    const rows = await this.database.rows<DutyRow>(
      `SELECT a.person_name, a.kind, a.must_change_password,
              (SELECT COUNT(*) FROM message m WHERE m.account_id = a.id AND m.read_at IS NULL)
                AS unread_messages,
              d.role, d.division_code, d.merchant_id, d.programme_id,
              w.id AS window_id, w.receipt_number, w.merchant_id AS window_merchant_id,
              m.name AS merchant_name
       FROM account a LEFT JOIN duty d ON d.account_id = a.id AND d.ended_at IS NULL
       LEFT JOIN window_entry w ON w.entered_by = a.id AND w.opened_on = ? AND w.closed_at IS NULL
       LEFT JOIN merchant m ON m.id = w.merchant_id
       WHERE a.id = ? AND a.disabled_at IS NULL ORDER BY d.granted_at, d.id`,
      [beijingDate(this.clock.now()), accountId],
    );
    const first = rows[0];
    if (!first) return null;
    return {
      accountId,
      name: first.personName,
      kind: first.kind,
      mustChangePassword: first.mustChangePassword === 1,
      unreadMessages: first.unreadMessages,
      duties: rows.flatMap(({ role, divisionCode, merchantId, programmeId }) =>
        role ? [{ role, divisionCode, merchantId, programmeId }] : [],
      ),
      ...(first.windowId && {
        window: {
          id: first.windowId,
          receiptNumber: first.receiptNumber,
          merchantId: first.windowMerchantId,
          merchantName: first.merchantName,
        },
      }),
    };
  }

  /** For a session that no password was asked for: who has just registered or was picked. */
  async signedIn(accountId: string): Promise<SignedIn> {
    const row = await this.database.row<{ passwordHash: string }>(
      'SELECT password_hash FROM account WHERE id = ?',
      [accountId],
    );
    if (!row) throw missing();
    return { accountId, passwordMark: passwordMark(row.passwordHash) };
  }

  /** Demo people by duty, one row a duty, for the sign-in page of a demonstration only. */
  demoPeople(): Promise<DemoPerson[]> {
    return this.database.rows<DemoPerson>(
      `SELECT a.id, a.person_name, d.role, d.division_code, m.name AS merchant_name
       FROM account a LEFT JOIN duty d ON d.account_id = a.id AND d.ended_at IS NULL
       LEFT JOIN merchant m ON m.id = d.merchant_id
       WHERE a.demo = 1 AND a.disabled_at IS NULL
       ORDER BY a.id, d.granted_at, d.id`,
    );
  }
}

export interface DemoPerson {
  readonly id: string;
  readonly personName: string;
  /** Null for a new account that has not registered a merchant yet. */
  readonly role: Role | null;
  readonly divisionCode: string | null;
  readonly merchantName: string | null;
}
