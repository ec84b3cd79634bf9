import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestApp } from './test-app.js';
import type { Visitor } from './visitor.js';

export interface Sent {
  readonly path: string;
  /** Whose cookies go along; null for a stranger. */
  readonly by: Visitor | null;
  readonly fields?: Readonly<Record<string, string>>;
  /** Bytes of each file. */
  readonly files: readonly number[];
  readonly address?: string;
}

export interface Answer {
  readonly status: number;
  readonly html: string;
}

const boundary = 'large-upload-boundary';
const megabyte = Buffer.alloc(1_048_576, 'a');

/**
 * A multipart form whose files are made up while they are sent, so that the sender takes no memory.
 * Fields go first, as a browser sends them.
 */
export class LargeUpload {
  readonly answer: Promise<Answer>;
  private readonly request: ClientRequest;
  private open = true;

  constructor(
    app: TestApp,
    private readonly sent: Sent,
  ) {
    const { port } = app.app.getHttpServer().address() as AddressInfo;
    const cookies = ['biaogan', 'biaogan-form'].map((name) => sent.by?.cookie(name));
    this.request = request({
      port,
      host: '127.0.0.1',
      path: sent.path,
      method: 'POST',
      agent: false,
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        cookie: cookies.filter(Boolean).join('; '),
        ...(sent.address ? { 'x-forwarded-for': sent.address } : {}),
      },
    });
    this.answer = new Promise((resolve, reject) => {
      this.request.once('error', reject);
      this.request.once('response', (message: IncomingMessage) => {
        this.open = false;
        let html = '';
        message.setEncoding('utf8').on('data', (text: string) => (html += text));
        message.once('end', () => resolve({ status: message.statusCode ?? 0, html }));
      });
    });
    this.answer.catch(() => undefined);
  }

  /** Sends all of it, or as much as is listened to. */
  async send(): Promise<Answer> {
    await this.begin();
    await this.end();
    return this.answer;
  }

  /** Everything but the last line. */
  async begin(): Promise<void> {
    for (const [name, value] of Object.entries(this.sent.fields ?? {})) {
      await this.write(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
    }
    for (const size of this.sent.files) {
      const name = 'Content-Disposition: form-data; name="evidence"; filename="a.pdf"';
      await this.write(`--${boundary}\r\n${name}\r\nContent-Type: application/pdf\r\n\r\n`);
      for (let left = size; left > 0; left -= megabyte.length) {
        await this.write(left < megabyte.length ? megabyte.subarray(0, left) : megabyte);
      }
      await this.write('\r\n');
    }
  }

  async end(): Promise<void> {
    await this.write(`--${boundary}--\r\n`);
    if (!this.request.destroyed) this.request.end();
  }

  abort(): void {
    this.request.destroy();
  }

  private async write(chunk: string | Buffer): Promise<void> {
    if (!this.open || this.request.destroyed) return;
    if (this.request.write(chunk)) return;
    await Promise.race([once(this.request, 'drain'), this.answer.catch(() => null), pause(20_000)]);
  }
}

/** The most memory that buffers took beyond the beginning while `work` ran, in bytes. */
export async function buffersDuring(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().arrayBuffers;
  let most = before;
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  }, 5);
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  return most - before;
}
