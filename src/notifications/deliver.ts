import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { RepeatedWork } from '../config/repeated-work.js';
import { anyOf } from '../database/any-of.js';
import { Database } from '../database/database.js';
import { ClaimLetter } from './claim-letter.js';
import { type Channel, Delivery, type Outcome } from './delivery.entity.js';
import { DeliverySignal } from './delivery-signal.js';
import { Dispatch } from './dispatch.js';
import { messageText, messagesLetter, noteLetter, smsText, whomToCall } from './letter-text.js';
import { type Item, ReadLetter } from './read-letter.js';
import { SendFault } from './send-fault.js';
import { SendMail } from './send-mail.js';
import { SendSms } from './send-sms.js';

const MINUTE = 60_000;
/** Letters of one look; the next one follows within the minute. */
const MOST = 200;

/** Sends what waits, after the acts that queued it have committed; nobody's request waits for it. */
@Injectable()
export class Deliver implements BeforeApplicationShutdown {
  private readonly looking = new RepeatedWork(() => this.run(), MINUTE);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly dispatch: Dispatch,
    private readonly claim: ClaimLetter,
    private readonly read: ReadLetter,
    private readonly mail: SendMail,
    private readonly sms: SendSms,
    private readonly signal: DeliverySignal,
  ) {}

  /** Looks at once, every minute, and whenever something was queued here. */
  start(onError: (error: unknown) => void): void {
    this.looking.startAtOnce(onError);
    this.signal.hear(() => this.looking.soon(onError));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.looking.stop();
  }

  /** @returns how many letters left. What failed stays, to be tried again later. */
  async run(now = new Date().toISOString()): Promise<number> {
    let sent = 0;
    for (const channel of ['mail', 'sms'] as const) {
      if (this.dispatch.has(channel)) sent += await this.sendAll(channel, now);
    }
    return sent;
  }

  private async sendAll(channel: Channel, now: string): Promise<number> {
    let sent = 0;
    for (let letters = 0; letters < MOST; letters += 1) {
      const ids = await this.claim.run(channel, now);
      if (ids.length === 0) break;
      const outcome = await this.sendOne(channel, ids);
      if (outcome === 'away') break;
      if (outcome === 'sent') sent += 1;
    }
    return sent;
  }

  private async sendOne(channel: Channel, ids: readonly string[]): Promise<'sent' | 'away' | null> {
    const { items, dropped } = await this.read.run(channel, ids);
    for (const { id, reason } of dropped) await this.end([id], 'dropped', reason);
    if (items.length === 0) return null;
    const kept = items.map(({ id }) => id);
    try {
      const receipt = channel === 'mail' ? await this.mailOf(items) : await this.smsOf(items[0]!);
      await this.end(kept, 'sent', null, receipt);
      return 'sent';
    } catch (error) {
      if (!(error instanceof SendFault)) throw error;
      if (error.kind === 'refused') await this.end(kept, 'failed', error.said);
      else await this.update(kept, { reason: error.said });
      return error.kind === 'away' ? 'away' : null;
    }
  }

  private async mailOf(items: readonly Item[]): Promise<object> {
    const [first] = items as readonly [Item];
    const { publicUrl } = this.config;
    const text = first.message
      ? messagesLetter(
          items.map(({ message }) => message!),
          publicUrl,
          whomToCall(this.config.office),
        )
      : noteLetter(first.template, first.variables, publicUrl);
    await this.mail.run(first.address, first.id, text);
    return {};
  }

  private smsOf({ id, address, template, variables, message }: Item): Promise<object> {
    if (!message) return this.sms.send(address, template, variables, id);
    const news = smsText(messageText('zh-CN', message));
    const url = `${this.config.publicUrl}${message.path}`;
    const { telephone } = whomToCall(this.config.office);
    return this.sms.send(address, template, { news, url, telephone }, id);
  }

  private end(ids: readonly string[], outcome: Outcome, reason: string | null, more = {}) {
    const endedAt = new Date().toISOString();
    return this.update(ids, { outcome, endedAt, reason, sealed: null, ...more });
  }

  private async update(ids: readonly string[], values: object): Promise<void> {
    await this.database.repo(Delivery).update({ id: anyOf(ids) }, values);
  }
}
