import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Sealer } from '../database/sealed.js';
import { leavesAlways } from '../rules/delivery/channels.js';
import type { Channel } from './delivery.entity.js';
import { KnownTargets } from './known-targets.js';
import type { LetterPart } from './letter-text.js';

/** A delivery with all that is sent of it. */
export interface Item {
  readonly id: string;
  readonly address: string;
  readonly template: string;
  readonly variables: Readonly<Record<string, string | number>>;
  /** Null for a code or a test. */
  readonly message: LetterPart | null;
}

interface Row {
  readonly id: string;
  readonly template: string;
  readonly sealed: string | null;
  readonly urgent: number;
  readonly kind: string | null;
  readonly variables: string;
  readonly path: string;
  readonly readAt: string | null;
  readonly mobileSealed: string | null;
  readonly mobileConfirmedAt: string | null;
  readonly email: string | null;
  readonly emailConfirmedAt: string | null;
  readonly disabledAt: string | null;
}

interface Sealed {
  readonly address: string;
  readonly variables: Readonly<Record<string, string | number>>;
}

/** Reads what a claimed letter says and where it goes, by the address that its person has now. */
@Injectable()
export class ReadLetter {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly targets: KnownTargets,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /** What is no longer to be sent comes back apart, each with its reason. */
  async run(channel: Channel, ids: readonly string[]) {
    const rows = await this.database.rows<Row>(
      `SELECT d.id, d.template, d.sealed, d.urgent, m.kind, m.variables, m.path, m.read_at,
              a.mobile_sealed, a.mobile_confirmed_at, a.email, a.email_confirmed_at, a.disabled_at
       FROM delivery d LEFT JOIN message m ON m.id = d.message_id
       LEFT JOIN account a ON a.id = d.account_id
       WHERE d.id IN (${ids.map(() => '?').join(', ')}) ORDER BY d.created_at, d.id`,
      ids,
    );
    const items: Item[] = [];
    const dropped: { readonly id: string; readonly reason: string }[] = [];
    for (const row of rows) {
      const item = row.kind ? this.message(channel, row) : await this.note(channel, row);
      if (typeof item === 'string') dropped.push({ id: row.id, reason: item });
      else items.push(item);
    }
    return { items, dropped };
  }

  private message(channel: Channel, row: Row): Item | 'read' | 'noAddress' {
    if (row.readAt && row.urgent === 0 && !leavesAlways(row.kind!)) return 'read';
    const address = channel === 'mail' ? mailOf(row) : this.mobileOf(row);
    if (!address || row.disabledAt) return 'noAddress';
    return {
      id: row.id,
      address,
      template: row.template,
      variables: {},
      message: {
        kind: row.kind!,
        variables: JSON.parse(row.variables) as LetterPart['variables'],
        path: row.path,
      },
    };
  }

  /**
   * A code for a recovery is queued for whatever address somebody typed, so that the page takes as long
   * and says the same for each; here it goes on only to an address that an account has confirmed.
   */
  private async note(channel: Channel, row: Row): Promise<Item | 'noAddress' | 'noAccount'> {
    if (!row.sealed) return 'noAddress';
    const { address, variables } = JSON.parse(this.sealer.open(row.sealed)) as Sealed;
    const item = { id: row.id, address, template: row.template, variables, message: null };
    const known =
      row.template === 'code.recovery'
        ? await this.isKnown(channel, address)
        : await this.targets.knows(row.template, this.sealer.lookup(address));
    return known ? item : 'noAccount';
  }

  private async isKnown(channel: Channel, address: string): Promise<boolean> {
    const [which, value] =
      channel === 'mail'
        ? ['email_confirmed_at IS NOT NULL AND LOWER(email)', address.toLowerCase()]
        : ['mobile_confirmed_at IS NOT NULL AND mobile_lookup', this.sealer.lookup(address)];
    const row = await this.database.row(
      `SELECT id FROM account WHERE disabled_at IS NULL AND ${which} = ?`,
      [value],
    );
    return row !== null;
  }

  private mobileOf({ mobileSealed, mobileConfirmedAt }: Row): string | null {
    return mobileSealed && mobileConfirmedAt ? this.sealer.open(mobileSealed) : null;
  }
}

function mailOf({ email, emailConfirmedAt }: Row): string | null {
  return emailConfirmedAt ? email : null;
}
