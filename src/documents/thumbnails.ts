import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { MOST_PIXELS, loadSharp } from './blind-copy/load-sharp.js';
import { DocumentFiles } from './document-files.js';

/** Pixels of a side: twice what is shown, for sharp screens, and too few to read anything private. */
const SIDE = 144;

/**
 * Small copies of pictures for lists, each under the hash of its picture. Made when the picture arrives, or when
 * somebody first looks for it; they can be thrown away at any time. One at a time: a picture takes memory.
 */
@Injectable()
export class Thumbnails {
  private readonly folder: string;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly files: DocumentFiles,
  ) {
    this.folder = join(config.dataDir, 'thumbnails');
  }

  /** Null for a picture that cannot be drawn. */
  async of(hash: string): Promise<Buffer | null> {
    return (await readFile(this.place(hash)).catch(() => null)) ?? this.make(hash);
  }

  make(hash: string): Promise<Buffer | null> {
    const turn = this.last.then(() => this.draw(hash)).catch(() => null);
    this.last = turn;
    return turn;
  }

  async remove(hash: string): Promise<void> {
    await rm(this.place(hash), { force: true });
  }

  private async draw(hash: string): Promise<Buffer> {
    const sharp = await loadSharp();
    const picture = sharp(await this.files.read(hash), { limitInputPixels: MOST_PIXELS });
    const small = await picture
      .autoOrient()
      .resize(SIDE, SIDE, { fit: 'cover', position: 'top' })
      .webp({ quality: 70 })
      .toBuffer();
    const place = this.place(hash);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    const temporary = `${place}.${randomBytes(6).toString('hex')}`;
    await writeFile(temporary, small, { mode: 0o600 });
    await rename(temporary, place);
    // The picture may have gone while it was drawn: a copy must not outlive it.
    if (!(await this.files.has(hash))) await this.remove(hash);
    return small;
  }

  private place(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash);
  }
}
