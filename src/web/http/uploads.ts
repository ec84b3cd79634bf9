import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, PayloadTooLargeException } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { TooManyUploads } from '../errors/too-many-uploads.js';
import type { IncomingFile } from './uploaded-file.js';

/** Requests with files that one account, or one address without account, may have under way. */
const atOnce = 2;
/** Bytes of all files of a request. */
export const together = 60 * 1_048_576;
const leftAlone = 3_600_000;

/** Files on their way in: on disk from the first byte, and gone again when the answer is made. */
@Injectable()
export class Uploads {
  private readonly folder: string;
  private readonly running = new Map<string, number>();

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'incoming');
  }

  /** @throws TooManyUploads while `whose` has as many under way as one may have */
  async open(whose: string): Promise<IncomingFiles> {
    const running = this.running.get(whose) ?? 0;
    if (running >= atOnce) throw new TooManyUploads(atOnce);
    this.running.set(whose, running + 1);
    try {
      await mkdir(this.folder, { recursive: true });
      const folder = await mkdtemp(join(this.folder, 'request-'));
      return new IncomingFiles(folder, () => this.leave(whose));
    } catch (error) {
      this.leave(whose);
      throw error;
    }
  }

  /** Removes what a killed process left behind; @param now milliseconds since 1970 */
  async removeOld(now: number): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const left = join(this.folder, name);
      const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: now }));
      if (now - mtimeMs > leftAlone) await rm(left, { recursive: true, force: true });
    }
  }

  private leave(whose: string): void {
    const running = (this.running.get(whose) ?? 1) - 1;
    if (running > 0) this.running.set(whose, running);
    else this.running.delete(whose);
  }
}

/** The files of one request. */
export class IncomingFiles {
  private count = 0;
  private bytes = 0;
  private closed = false;

  constructor(
    private readonly folder: string,
    private readonly leave: () => void,
  ) {}

  async save(
    part: { readonly fieldname: string; readonly filename: string },
    content: Readable & { readonly truncated?: boolean },
  ): Promise<IncomingFile> {
    const path = join(this.folder, String((this.count += 1)));
    await pipeline(content, (chunks) => this.counted(chunks), createWriteStream(path));
    const { size } = await stat(path);
    const { fieldname: field, filename: name } = part;
    if (!content.truncated) return { field, name, size, path, read: () => readFile(path) };
    // The form says so beside its own field; whoever does not look at the size cannot read it.
    const read = () => Promise.reject(new PayloadTooLargeException());
    return { field, name, size: size + 1, path: null, read };
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.leave();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async *counted(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.bytes += chunk.length;
      if (this.bytes > together) throw new PayloadTooLargeException();
      yield chunk;
    }
  }
}
