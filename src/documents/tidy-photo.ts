import { open, readFile, writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { MOST_PIXELS, loadSharp } from './blind-copy/load-sharp.js';
import { stripJpeg } from './blind-copy/strip-jpeg.js';

/** The longer side, in pixels, on which small print can still be read. */
const LONGEST = 3000;

/**
 * A picture as it is kept: upright, no larger than anybody reads it, and without where and with what it was
 * taken. One at a time, since a picture takes memory.
 */
@Injectable()
export class TidyPhoto {
  private last: Promise<unknown> = Promise.resolve();

  /** Writes the file anew; anything but a picture stays, and so does one that cannot be read. */
  async run(path: string): Promise<void> {
    const kind = await pictureKind(path);
    if (!kind) return;
    const turn = this.last.then(async () => {
      const content = await readFile(path);
      const tidied = await tidy(content, kind).catch(() => content);
      if (tidied !== content) await writeFile(path, tidied);
    });
    this.last = turn.catch(() => null);
    await turn;
  }
}

/** By its first bytes, so that nothing else is read into memory. */
async function pictureKind(path: string): Promise<'jpeg' | 'png' | 'webp' | null> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(12), 0, 12, 0);
    const first = buffer.toString('latin1');
    if (first.startsWith('\xff\xd8\xff')) return 'jpeg';
    if (first.startsWith('\x89PNG')) return 'png';
    return first.startsWith('RIFF') && first.endsWith('WEBP') ? 'webp' : null;
  } finally {
    await file.close();
  }
}

async function tidy(content: Buffer, kind: string): Promise<Buffer> {
  const sharp = await loadSharp();
  const { width, height, pages, orientation, exif, xmp, iptc } = await sharp(
    content,
    {},
  ).metadata();
  if ((pages ?? 1) > 1 || width * height > MOST_PIXELS) return content;
  const isLarge = Math.max(width, height) > LONGEST;
  const isTurned = (orientation ?? 1) > 1;
  const tells = Boolean(exif ?? xmp ?? iptc);
  if (!isLarge && !isTurned) {
    // Not a pixel is changed where only words are taken out.
    if (kind === 'jpeg') return stripJpeg(content) ?? content;
    if (!tells) return content;
  }
  const drawn = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize(LONGEST, LONGEST, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 88, force: false })
    .webp({ quality: 88, force: false });
  return drawn.toBuffer();
}
