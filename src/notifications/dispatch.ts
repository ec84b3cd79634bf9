import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Sealer } from '../database/sealed.js';
import { type Channels, channelsOf, isUrgent } from '../rules/delivery/channels.js';
import { type Channel, Delivery } from './delivery.entity.js';
import { DeliverySignal } from './delivery-signal.js';

/** Words for an address, known before the account is: a code, a test. */
export interface Note {
  readonly channel: Channel;
  readonly template: string;
  readonly address: string;
  readonly variables: Readonly<Record<string, string | number>>;
  readonly accountId: string | null;
}

interface Person {
  readonly id: string;
  readonly emailConfirmedAt: string | null;
  readonly mobileConfirmedAt: string | null;
  readonly channels: string | null;
}

/**
 * Queues what is to leave the house in the caller's transaction. Only what is written while a server is
 * set up and for an address that is confirmed: whoever sets up mail later does not send the past.
 */
@Injectable()
export class Dispatch {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly signal: DeliverySignal,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /** Whether this channel leads anywhere at all. */
  has(channel: Channel): boolean {
    return (channel === 'mail' ? this.config.smtpUrl : this.config.smsUrl) !== null;
  }

  async messages(
    messages: readonly { readonly id: string; readonly accountId: string; readonly kind: string }[],
  ): Promise<void> {
    if (!this.has('mail') && !this.has('sms')) return;
    const people = await this.people(messages.map(({ accountId }) => accountId));
    const rows = messages.flatMap(({ id, accountId, kind }) => {
      const person = people.get(accountId);
      if (!person) return [];
      const channels = channelsOf(kind, {
        mail: this.has('mail') && person.emailConfirmedAt !== null,
        sms: this.has('sms') && person.mobileConfirmedAt !== null,
        channels: person.channels ? (JSON.parse(person.channels) as Channels) : null,
      });
      return channels.map((channel) => ({
        ...row(channel, 'message', accountId),
        messageId: id,
        urgent: isUrgent(kind),
      }));
    });
    await this.queue(rows);
  }

  async note({ channel, template, address, variables, accountId }: Note): Promise<void> {
    const sealed = this.sealer.seal(JSON.stringify({ address, variables }));
    await this.queue([{ ...row(channel, template, accountId), sealed, urgent: true }]);
  }

  private async queue(rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    await this.database.repo(Delivery).insert(rows as never);
    await this.database.afterCommit(() => this.signal.ring());
  }

  private async people(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<Person>(
      `SELECT id, email_confirmed_at, mobile_confirmed_at, channels FROM account
       WHERE disabled_at IS NULL AND id IN (${ids.map(() => '?').join(', ')})`,
      ids,
    );
    return new Map(rows.map((one) => [one.id, one]));
  }
}

function row(channel: Channel, template: string, accountId: string | null) {
  const now = new Date().toISOString();
  return {
    id: newId(),
    channel,
    template,
    accountId,
    messageId: null,
    sealed: null,
    createdAt: now,
    dueAt: now,
    attempts: 0,
    triedAt: null,
    letterId: null,
    outcome: null,
    endedAt: null,
    reason: null,
    cost: null,
    providerId: null,
  };
}
