import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What a text message was when it came to the provider. */
export interface ArrivedSms {
  readonly id: string;
  readonly number: string;
  readonly template: string;
  readonly variables: Readonly<Record<string, string | number>>;
  readonly secret: string | undefined;
}

/** A mail server and an SMS provider on this machine, and what has arrived at them. */
export class PostOffice {
  readonly mails: ParsedMail[] = [];
  readonly texts: ArrivedSms[] = [];
  /** What the mail server answers to a letter instead of taking it. */
  mailRefusal: { readonly code: number; readonly at: 'address' | 'letter' } | null = null;
  /** What the provider answers instead of 200. */
  smsStatus = 200;
  /** What it answers to one that it takes. */
  receipt: string | null = null;

  private readonly smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(this.said('address')),
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        const refusal = this.said('letter');
        if (!refusal) this.mails.push(mail);
        done(refusal);
      });
    },
  });
  private readonly provider = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (this.smsStatus === 200) {
        const secret = request.headers.authorization;
        this.texts.push({ ...(JSON.parse(body) as ArrivedSms), secret });
      }
      response.writeHead(this.smsStatus, { 'content-type': 'application/json' });
      const receipt = { id: `sms-${this.texts.length}`, cost: 0.045 };
      response.end(this.receipt ?? JSON.stringify(receipt));
    });
  });

  private constructor() {}

  static async open(): Promise<PostOffice> {
    const office = new PostOffice();
    await new Promise<void>((resolve) => {
      office.smtp.listen(0, '127.0.0.1', resolve);
    });
    await new Promise<void>((resolve) => {
      office.provider.listen(0, '127.0.0.1', resolve);
    });
    return office;
  }

  /** What a program is started with to send through here. */
  get environment() {
    const { port } = this.smtp.server.address() as AddressInfo;
    const { port: sms } = this.provider.address() as AddressInfo;
    return {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'office@city.invalid',
      SMS_URL: `http://127.0.0.1:${sms}/send`,
      SMS_SECRET: 'known-by-this',
    };
  }

  /** The code in the last message that arrived, of either kind. */
  lastCode(way: 'mail' | 'sms'): string {
    const said =
      way === 'mail' ? (this.mails.at(-1)?.text ?? '') : String(this.texts.at(-1)?.variables.code);
    return /\d{6}/.exec(said)![0];
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.smtp.close(resolve);
    });
    await new Promise<void>((resolve) => {
      this.provider.close(() => resolve());
      this.provider.closeAllConnections();
    });
  }

  private said(at: 'address' | 'letter'): Error | null {
    if (this.mailRefusal?.at !== at) return null;
    return Object.assign(new Error('not taken'), { responseCode: this.mailRefusal.code });
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
