import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';

const dayMilliseconds = 86_400_000;

/**
 * Uploaded tables between preview and confirmation, by the hash of their content. They hold personal
 * data: the confirmation removes its own, and what nobody confirmed goes after a day.
 */
@Injectable()
export class PendingFiles {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'imports');
  }

  async keep(hash: string, content: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const name of await readdir(this.folder)) {
      // Whoever confirmed in the meantime took theirs away.
      const kept = await stat(join(this.folder, name)).catch(() => null);
      if (kept && Date.now() - kept.mtimeMs > dayMilliseconds) await this.forget(name);
    }
    // Whole or not at all: the same table may be taken while it is kept once more.
    const temporary = join(this.folder, `${hash}.${randomBytes(6).toString('hex')}`);
    await writeFile(temporary, content, { mode: 0o600 });
    await rename(temporary, join(this.folder, hash));
  }

  /** The content, or null when it was never shown, already entered or too old. */
  async take(hash: string): Promise<Buffer | null> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    try {
      return await readFile(join(this.folder, hash));
    } catch {
      return null;
    }
  }

  async forget(hash: string): Promise<void> {
    await rm(join(this.folder, hash), { force: true });
  }
}
