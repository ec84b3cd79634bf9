import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { zipSync } from 'fflate';
import sharp from 'sharp';
import { smallOffice, smallPdf, smallPng, unpackingTo } from '../../test/support/small-files.js';
import { stripPng, stripWebp } from './blind-copy/strip-chunks.js';
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

  test('that moves goes on moving, without them', async () => {
    const frames = await Promise.all([40, 60].map((width) => photo(width, 40).png().toBuffer()));
    const film = sharp(frames, { join: { animated: true } });
    const taken = await film.webp().withExif(place).toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const { pages, exif } = await sharp(await tidied(taken)).metadata();
    expect([pages, exif]).toEqual([2, undefined]);
  });

  test('that is damaged or larger than any is drawn loses them as well', async () => {
    const taken = await sharp({
      create: {
        width: 4000,
        height: 2000,
        channels: 3,
        noise: { type: 'gaussian', sigma: 30 },
        background: '#678',
      },
    })
      .jpeg()
      .withExif(place)
      .toBuffer();
    const damaged = taken.subarray(0, taken.length / 2);
    const large = await photo(11_000, 10_000).jpeg({ quality: 1 }).withExif(place).toBuffer();
    for (const content of [damaged, large]) {
      expect(content.includes('Exif')).toBe(true);
      expect((await tidied(content)).includes('Exif')).toBe(false);
    }
  }, 60_000);

  test.each(['png', 'webp'] as const)(
    'as %s loses them where it is larger than any is drawn, where it breaks off, and what lies behind it',
    async (kind) => {
      const drawn =
        kind === 'png' ? photo(11_000, 10_000).png({ palette: true }) : photo(400, 300).webp();
      const taken = await drawn.withExif(place).withXmp('<x>at home</x>').toBuffer();
      const strip = { png: stripPng, webp: stripWebp }[kind];
      const kept = kind === 'png' ? await tidied(taken) : strip(taken);
      const words = /Exif|EXIF|eXIf|iTXt|XMP |at home/;
      expect(taken.toString('latin1')).toMatch(words);
      expect(kept.toString('latin1')).not.toMatch(words);
      const { exif, xmp, width } = await sharp(kept, { limitInputPixels: false }).metadata();
      expect([exif, xmp, width]).toEqual([undefined, undefined, kind === 'png' ? 11_000 : 400]);
      if (kind === 'webp') {
        const pixels = (content: Buffer) => sharp(content).raw().toBuffer();
        expect(await pixels(kept)).toEqual(await pixels(taken));
      }
      const behind = Buffer.concat([taken, Buffer.from('+23.12+113.25/')]);
      expect(strip(behind)).toEqual(kept);
      // Words before the end of the picture, and then nothing more.
      const broken = taken.subarray(0, taken.length - 9);
      expect((await tidied(broken)).toString('latin1')).not.toMatch(words);
    },
    60_000,
  );

  test.each([false, true])('loses the film behind it (progressive: %s)', async (progressive) => {
    const taken = await photo(300, 200).jpeg({ progressive }).toBuffer();
    const film = Buffer.concat([Buffer.from('ftypmp42 +23.12+113.25/'), smallPng]);
    const kept = await tidied(Buffer.concat([taken, film]));
    expect(kept.includes('+23.12')).toBe(false);
    expect(kept.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    expect(await sharp(kept).raw().toBuffer()).toEqual(await sharp(taken).raw().toBuffer());
  });

  test('as png loses the remarks of a drawing program', async () => {
    const taken = await photo(300, 200).png().toBuffer();
    const remark = Buffer.from('tEXtComment\0taken at home', 'latin1');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(remark.length - 4);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(remark));
    const at = taken.indexOf('IDAT') - 4;
    const told = Buffer.concat([taken.subarray(0, at), length, remark, sum, taken.subarray(at)]);
    expect((await sharp(told).metadata()).comments).toHaveLength(1);
    expect((await tidied(told)).includes('taken at home')).toBe(false);
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

/** Deflated blocks without a byte in them (RFC 1951, 3.2.4). */
function emptyBlocks(count: number): Buffer {
  const blocks = Buffer.alloc(count * 5, Buffer.from([0, 0, 0, 0xff, 0xff]));
  return Buffer.concat([blocks, Buffer.from([3, 0])]);
}

/** An archive of one part under so many names. */
function namedAgain(part: Buffer, method: number, times: number): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  const names = Array.from({ length: times }, (_, at) => {
    const name = Buffer.from(String(at));
    const row = Buffer.alloc(46);
    row.writeUInt32LE(0x02014b50);
    row.writeUInt16LE(method, 10);
    row.writeUInt32LE(part.length, 20);
    row.writeUInt16LE(name.length, 28);
    return Buffer.concat([row, name]);
  });
  const list = Buffer.concat(names);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(times, 10);
  end.writeUInt32LE(local.length + part.length, 16);
  return Buffer.concat([local, part, list, end]);
}

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

  test.each([
    ['packed to nothing', 8, emptyBlocks(1_000_000)],
    ['not packed', 0, Buffer.alloc(1_000_000)],
  ])(
    'whose list names one part again and again, %s, is refused at once',
    async (_, method, part) => {
      const began = performance.now();
      const file = namedAgain(part, method, 40_000);
      expect(file.length).toBeLessThan(10_000_000);
      expect(await unpacksBeyond(file, 200_000_000)).toBe(true);
      expect(performance.now() - began).toBeLessThan(5000);
    },
  );

  test('is counted to the byte, over all its parts', async () => {
    const two = Buffer.from(zipSync({ a: new Uint8Array(600), b: new Uint8Array(400) }));
    expect([await unpacksBeyond(two, 999), await unpacksBeyond(two, 1000)]).toEqual([true, false]);
  });
});
