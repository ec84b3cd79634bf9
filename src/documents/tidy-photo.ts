import { open, readFile, writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Sharp } from 'sharp';
import { MOST_PIXELS, loadSharp } from './blind-copy/load-sharp.js';
import { stripPng, stripWebp } from './blind-copy/strip-chunks.js';
import { stripJpeg } from './blind-copy/strip-jpeg.js';

/** The longer side, in pixels, on which small print can still be read. */
const LONGEST = 3000;
const limits = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;

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
      const tidied = await tidy(content, kind).catch(() => withoutWords(content, kind));
      if (tidied !== content) await writeFile(path, tidied);
    });
    this.last = turn.catch(() => null);
    await turn;
  }
}

type PictureKind = 'jpeg' | 'png' | 'webp';

/** By its first bytes, so that nothing else is read into memory. */
async function pictureKind(path: string): Promise<PictureKind | null> {
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

async function tidy(content: Buffer, kind: PictureKind): Promise<Buffer> {
  const sharp = await loadSharp();
  const { width, height, pages, orientation, ...words } = await sharp(content, {}).metadata();
  const tells = Boolean(words.exif ?? words.xmp ?? words.iptc ?? words.comments?.length);
  if (width * height > MOST_PIXELS) return withoutWords(content, kind);
  // One that moves goes on moving, at its size.
  if ((pages ?? 1) > 1)
    return tells ? redrawn(sharp(content, { ...limits, animated: true })) : content;
  const isLarge = Math.max(width, height) > LONGEST;
  const isTurned = (orientation ?? 1) > 1;
  if (!isLarge && !isTurned) {
    // Not a pixel is changed where only words are taken out.
    if (kind === 'jpeg') return withoutWords(content, kind);
    if (!tells) return content;
  }
  const upright = sharp(content, limits).autoOrient();
  return redrawn(upright.resize(LONGEST, LONGEST, { fit: 'inside', withoutEnlargement: true }));
}

function redrawn(picture: Sharp): Promise<Buffer> {
  return picture.jpeg({ quality: 88, force: false }).webp({ quality: 88, force: false }).toBuffer();
}

const strippers = { jpeg: stripJpeg, png: stripPng, webp: stripWebp };

/** For a picture that is not drawn anew, be it too large or damaged. */
function withoutWords(content: Buffer, kind: PictureKind): Buffer {
  return strippers[kind](content) ?? content;
}
