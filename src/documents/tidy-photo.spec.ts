import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { zipSync } from 'fflate';
import sharp from 'sharp';
import { smallOffice, smallPdf, smallPng, unpackingTo } from '../../test/support/small-files.js';
import { sniffDocument } from './sniff-document.js';
import { TidyPhoto } from './tidy-photo.js';
import { unpacksBeyond } from './unpacks-beyond.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'photo-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function tidied(content: Buffer): Promise<Buffer> {
  const path = join(folder, 'one');
  writeFileSync(path, content);
  await new TidyPhoto().run(path);
  return readFileSync(path);
}

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#678' } });
/** Where it was taken, as a telephone writes it. */
const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '23/1 7/1 0/1' } };

describe('a picture, as it is kept', () => {
  test('stands upright, is no larger than anybody reads it, and does not tell where it was taken', async () => {
    const taken = await photo(4000, 2000)
      .jpeg()
      .withMetadata({ orientation: 6, exif: place })
      .toBuffer();
    expect(taken.includes('Exif')).toBe(true);
    const kept = await tidied(taken);
    const { width, height, exif, orientation } = await sharp(kept).metadata();
    expect([width, height, exif, orientation]).toEqual([1500, 3000, undefined, undefined]);
  });

  test('of a good size loses its words and not a pixel', async () => {
    const taken = await photo(300, 200).jpeg().withExif(place).toBuffer();
    const kept = await tidied(taken);
    expect(kept.includes('Exif')).toBe(false);
    expect(await sharp(kept).raw().toBuffer()).toEqual(await sharp(taken).raw().toBuffer());
  });

  test.each(['png', 'webp'] as const)('as %s loses them too', async (kind) => {
    const taken = await photo(300, 200).toFormat(kind).withExif(place).toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const { exif, format } = await sharp(await tidied(taken)).metadata();
    expect([exif, format]).toEqual([undefined, kind]);
  });

  test.each([
    ['a PDF', smallPdf],
    ['an office file', smallOffice('xlsx')],
    ['a small picture without words', smallPng],
    ['a picture that cannot be read', Buffer.from('\xff\xd8\xff broken picture', 'latin1')],
    ['next to nothing', Buffer.from('a')],
  ])('%s stays as it is', async (_, content) => {
    expect(await tidied(content)).toEqual(content);
  });
});

describe('a file', () => {
  test("in a telephone's own format names the setting of the camera", async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1');
    await expect(sniffDocument(heic, 'IMG_1.HEIC', 'file')).rejects.toMatchObject({
      code: 'documents.heic',
      field: 'file',
      variables: { name: 'IMG_1.HEIC' },
    });
  });

  test('that unpacks to hundreds of megabytes is refused, whatever size it states', async () => {
    const bomb = unpackingTo(210_000_000);
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(sniffDocument(bomb, '总表.xlsx', 'file')).rejects.toMatchObject({
      code: 'documents.unpacked',
    });
  });

  test('is counted to the byte, over all its parts', async () => {
    const two = Buffer.from(zipSync({ a: new Uint8Array(600), b: new Uint8Array(400) }));
    expect([await unpacksBeyond(two, 999), await unpacksBeyond(two, 1000)]).toEqual([true, false]);
  });
});
