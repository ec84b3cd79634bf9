import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';

/** The contents of uploaded files, each under its SHA-256, outside everything the web serves. */
@Injectable()
export class DocumentFiles {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'documents');
  }

  read(hash: string): Promise<Buffer> {
    return readFile(this.place(hash));
  }

  has(hash: string): Promise<boolean> {
    return access(this.place(hash)).then(
      () => true,
      () => false,
    );
  }

  /** Writes whole or not at all: a crash leaves a stray temporary file, never half a document. */
  async write(hash: string, content: Buffer): Promise<void> {
    const place = this.place(hash);
    await mkdir(dirname(place), { recursive: true });
    const temporary = `${place}.${randomBytes(6).toString('hex')}`;
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, place);
  }

  async remove(hash: string): Promise<void> {
    await rm(this.place(hash), { force: true });
  }

  private place(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash);
  }
}
