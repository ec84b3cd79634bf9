import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { translate } from '../text/catalogue.js';
import { Message } from './message.entity.js';

interface Waiting {
  readonly id: string;
  readonly kind: string;
  readonly variables: string;
  readonly path: string;
  readonly attempts: number;
  readonly email: string;
}

const mostAttempts = 5;
const batch = 50;

/**
 * Mails the messages of accounts that gave an address, after their transaction has committed. A
 * message is claimed by counting its attempt, so two processes never send the same one.
 */
@Injectable()
export class DeliverMail implements OnApplicationShutdown {
  private transport: Transporter | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** Sends what waits; @returns how many mails left. Failures stay and are tried again later. */
  async run(): Promise<number> {
    const { smtpUrl } = this.config;
    if (!smtpUrl) return 0;
    let sent = 0;
    for (const message of await this.waiting()) {
      if (!(await this.claim(message))) continue;
      this.transport ??= await openTransport(smtpUrl);
      if (await this.send(this.transport, message)) sent += 1;
    }
    return sent;
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private waiting(): Promise<Waiting[]> {
    return this.database.rows<Waiting>(
      `SELECT m.id, m.kind, m.variables, m.path, m.attempts, a.email
       FROM message m JOIN account a ON a.id = m.account_id
       WHERE m.mailed_at IS NULL AND m.attempts < ${mostAttempts}
         AND a.email IS NOT NULL AND a.disabled_at IS NULL
       ORDER BY m.created_at, m.id LIMIT ${batch}`,
    );
  }

  /** Takes a mail before it is sent, so that no second process or run finds it waiting meanwhile. */
  private async claim({ id, attempts }: Waiting): Promise<boolean> {
    const claimed = await this.database
      .repo(Message)
      .update({ id, attempts }, { attempts: attempts + 1, mailedAt: new Date().toISOString() });
    return claimed.affected === 1;
  }

  private async send(transport: Transporter, message: Waiting): Promise<boolean> {
    const variables = JSON.parse(message.variables) as Record<string, string | number>;
    const news = translate('zh-CN', `message.${message.kind}`, variables);
    try {
      await transport.sendMail({
        from: this.config.mailFrom,
        to: message.email,
        subject: translate('zh-CN', 'mail.subject'),
        text: translate('zh-CN', 'mail.body', {
          news,
          url: `${this.config.publicUrl}${message.path}`,
        }),
      });
    } catch {
      await this.database.repo(Message).update({ id: message.id }, { mailedAt: null });
      return false;
    }
    return true;
  }
}

/** Read with the first mail: a server that sends none never loads the mail program. */
async function openTransport(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport(url);
}
