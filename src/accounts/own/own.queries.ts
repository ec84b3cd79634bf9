import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { type Channels, everyChannel } from '../../rules/delivery/channels.js';
import { missing } from '../../rules/refusal.js';
import { idleMinutes } from '../../web/sessions/idle-minutes.js';
import { maskedMobile } from '../people.queries.js';

export interface OwnAccount {
  readonly personName: string;
  readonly kind: string;
  readonly mobileMasked: string;
  readonly mobileConfirmedAt: string | null;
  readonly email: string | null;
  readonly emailConfirmedAt: string | null;
  readonly channels: Channels;
  readonly createdAt: string;
  readonly consentVersion: string | null;
  readonly privacyNoticeHash: string | null;
}

export interface OwnSession {
  readonly device: string;
  readonly openedAt: string | null;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

type Stored = Omit<OwnAccount, 'mobileMasked' | 'channels'> & {
  readonly mobileSealed: string;
  readonly channels: string | null;
};

/** What a person's own pages show of their account. */
@Injectable()
export class OwnQueries {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async account(id: string): Promise<OwnAccount> {
    const { mobileSealed, channels, ...row } = await this.stored(id);
    return {
      ...row,
      mobileMasked: maskedMobile(this.sealer.open(mobileSealed)),
      channels: channels ? (JSON.parse(channels) as Channels) : everyChannel,
    };
  }

  async sessions(id: string, currentHash: string): Promise<OwnSession[]> {
    const rows = await this.database.rows<{
      idHash: string;
      data: string;
      lastSeenAt: string;
      kind: string;
    }>(
      `SELECT s.id_hash, s.data, s.last_seen_at, a.kind FROM session s
       JOIN account a ON a.id = s.account_id WHERE s.account_id = ? ORDER BY s.last_seen_at DESC`,
      [id],
    );
    const alive = rows.filter(({ kind, lastSeenAt }) => {
      return Date.now() - Date.parse(lastSeenAt) <= idleMinutes(kind) * 60_000;
    });
    return alive.map(({ idHash, data, lastSeenAt }) => {
      const { device = '', openedAt = null } = JSON.parse(data) as Partial<OwnSession>;
      return { device, openedAt, lastSeenAt, current: idHash === currentHash };
    });
  }

  /**
   * Everything that this room holds of a person, with their own number in full. Which file a judge has seen
   * blind, and that a sheet repeats another, is what they are not to know.
   */
  async everything(id: string): Promise<Record<string, unknown>> {
    const { mobileSealed, channels, ...account } = await this.stored(id);
    const of = (sql: string) => this.database.rows<object>(sql, [id]);
    return {
      account: {
        ...account,
        mobile: this.sealer.open(mobileSealed),
        channels: channels ? (JSON.parse(channels) as Channels) : everyChannel,
      },
      duties: await of(
        `SELECT role, division_code, merchant_id, granted_at, ended_at FROM duty
         WHERE account_id = ? ORDER BY granted_at`,
      ),
      accesses: await of(
        `SELECT at, action, object_type, CASE WHEN result = 'blindJudge' THEN NULL ELSE object_id END
           AS object_id, result, address FROM access_log
         WHERE account_id = ? ORDER BY at`,
      ),
      messages: (
        (await of(
          `SELECT kind, variables, path, created_at, read_at FROM message
           WHERE account_id = ? ORDER BY created_at`,
        )) as { variables: string }[]
      ).map((one) => ({ ...one, variables: JSON.parse(one.variables) as unknown })),
      deliveries: await of(
        `SELECT channel, template, created_at, outcome, ended_at FROM delivery
         WHERE account_id = ? ORDER BY created_at`,
      ),
      acts: await of(
        `SELECT at, REPLACE(event, 'repeatSheet.', 'scoreSheet.') AS event, actor_role,
           REPLACE(subject_type, 'repeatSheet', 'scoreSheet') AS subject_type, subject_id
         FROM journal_entry WHERE actor_id = ? ORDER BY sequence`,
      ),
    };
  }

  private async stored(id: string): Promise<Stored> {
    const row = await this.database.row<Stored>(
      `SELECT person_name, kind, mobile_sealed, mobile_confirmed_at, email, email_confirmed_at,
              channels, created_at, consent_version, privacy_notice_hash
       FROM account WHERE id = ?`,
      [id],
    );
    if (!row) throw missing();
    return row;
  }
}
