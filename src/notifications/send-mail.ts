import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import type { LetterText } from './letter-text.js';
import { SendFault } from './send-fault.js';

const SECONDS = 1_000;

/** Hands a letter to the mail server of SMTP_URL. */
@Injectable()
export class SendMail implements OnApplicationShutdown {
  private transport: Transporter | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * @param id the same at every try: a server or a reader that has this letter already knows it again
   * @throws SendFault
   */
  async run(to: string, id: string, { subject, text, html }: LetterText): Promise<void> {
    this.transport ??= await openTransport(this.config.smtpUrl!);
    const host = new URL(this.config.publicUrl).hostname;
    const { office, mailFrom: address } = this.config;
    try {
      await this.transport.sendMail({
        from: { name: office.name, address },
        to,
        subject,
        text,
        html,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw faultOf(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

/** Read with the first mail: a server that sends none never loads the mail program. */
async function openTransport(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: 20 * SECONDS,
    greetingTimeout: 20 * SECONDS,
    socketTimeout: 60 * SECONDS,
  });
}

/** What the server said to this address or these words concerns the letter; all else the server. */
function faultOf(error: unknown): SendFault {
  const { message, responseCode, command } = error as {
    message: string;
    responseCode?: number;
    command?: string;
  };
  const ofLetter = responseCode !== undefined && ['RCPT TO', 'DATA'].includes(command ?? '');
  if (!ofLetter) return new SendFault('away', message);
  return new SendFault(responseCode >= 500 ? 'refused' : 'later', message);
}
