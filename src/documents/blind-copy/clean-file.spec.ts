import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { smallOffice } from '../../../test/support/small-files.js';
import { cleanFile } from './clean-file.js';
import { pictureHash } from './picture-hash.js';

const secret = 'Liu Yizhou';
const exif = {
  IFD0: { Artist: secret, Copyright: secret, Software: 'Telephone of Liu Yizhou' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 58/1 0/1' },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" creator="${secret}"/></rdf:RDF></x:xmpmeta>`;

describe('a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('%s loses its maker and place', async (format) => {
    const original = await stripes().withExif(exif).withXmp(xmp).toFormat(format).toBuffer();
    expect(original.includes(secret)).toBe(true);
    const { content } = await cleanFile(original, `image/${format}`);
    expect(content!.includes(secret)).toBe(false);
    const facts = await sharp(content!).metadata();
    expect(facts).toMatchObject({ format, width: 60, height: 40 });
    expect([facts.exif, facts.xmp, facts.iptc, facts.comments]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('stays upright when the camera was turned', async () => {
    const turned = await stripes().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { content } = await cleanFile(turned, 'image/jpeg');
    expect(await sharp(content!).metadata()).toMatchObject({ width: 40, height: 60 });
  });

  it('that is damaged is withheld', async () => {
    const whole = await stripes().jpeg().toBuffer();
    expect(await cleanFile(whole.subarray(0, whole.length / 2), 'image/jpeg')).toEqual({
      content: null,
      problem: 'unreadable',
    });
  });
});

it('an office document is withheld: names stand in too many of its parts', async () => {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  expect(await cleanFile(smallOffice('docx'), type)).toEqual({ content: null, problem: 'office' });
});

describe('the hash of a picture', () => {
  it('is the same for a smaller copy in another format and unlike for another picture', async () => {
    const png = await photo(3).png().toBuffer();
    const smaller = await sharp(png).resize(120).jpeg({ quality: 60 }).toBuffer();
    const other = await photo(11).png().toBuffer();
    const [one, two, three] = [
      await pictureHash(png, 'image/png'),
      await pictureHash(smaller, 'image/jpeg'),
      await pictureHash(other, 'image/png'),
    ];
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(bits(one!, two!)).toBeLessThanOrEqual(5);
    expect(bits(one!, three!)).toBeGreaterThan(5);
  });

  it('is none for a blank page, a damaged picture and anything else', async () => {
    const blank = sharp({ create: { width: 90, height: 90, channels: 3, background: 'white' } });
    expect(await pictureHash(await blank.png().toBuffer(), 'image/png')).toBe(null);
    expect(await pictureHash(Buffer.from('no picture'), 'image/png')).toBe(null);
    expect(await pictureHash(Buffer.from('%PDF-1.4'), 'application/pdf')).toBe(null);
  });
});

function stripes() {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#357' } });
}

/** A smooth picture whose bright and dark places depend on the seed. */
function photo(seed: number) {
  const [width, height] = [240, 180];
  const pixels = Buffer.alloc(width * height);
  for (let i = 0; i < pixels.length; i += 1) {
    const [x, y] = [(i % width) / width, Math.floor(i / width) / height];
    pixels[i] = 128 + 60 * Math.sin(seed * x * 3 + y) + 60 * Math.cos(seed * y * 2 - x * 5);
  }
  return sharp(pixels, { raw: { width, height, channels: 1 } });
}

function bits(one: string, other: string): number {
  const difference = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  return difference.toString(2).replaceAll('0', '').length;
}
