import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
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

describe('a PDF', () => {
  it('loses properties, XMP, comments, attachments and what its pictures tell', async () => {
    const original = await tellingPdf();
    const told = await allText(original);
    expect(told.match(/Liu Yizhou/g)!.length).toBeGreaterThanOrEqual(8);
    const { content } = await cleanFile(original, 'application/pdf');
    const clean = await PDFDocument.load(content!, { updateMetadata: false });
    expect(await allText(content!)).not.toContain(secret);
    expect([clean.getAuthor(), clean.getTitle(), clean.getProducer(), clean.getCreator()]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(content!.toString('latin1')).not.toMatch(/\/(Info|Metadata|Thumb|PieceInfo|EF)\b/);
    expect(clean.getPageCount()).toBe(1);
  });

  it('keeps the names of the fields of a form, and of comments only what they say', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage();
    const field = document.getForm().createTextField('合同编号');
    field.addToPage(page);
    const note = document.context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [0, 0, 10, 10],
      T: PDFString.of(secret),
      Contents: PDFString.of('said'),
    });
    page.node.addAnnot(document.context.register(note));
    const original = Buffer.from(await document.save({ useObjectStreams: false }));
    const { content } = await cleanFile(original, 'application/pdf');
    const clean = await PDFDocument.load(content!, { updateMetadata: false });
    expect(
      clean
        .getForm()
        .getFields()
        .map((one) => one.getName()),
    ).toEqual(['合同编号']);
    expect(content!.includes(secret)).toBe(false);
    expect(content!.includes('said')).toBe(true);
  });

  it('that is encrypted is withheld', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' });
    const locked = Buffer.from(await document.save());
    expect(await cleanFile(locked, 'application/pdf')).toEqual({
      content: null,
      problem: 'encrypted',
    });
  });

  it('that grows beyond measure when opened is withheld', async () => {
    const bomb = deflateSync(Buffer.alloc(65 * 1_048_576));
    const head = `%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${bomb.length}>>stream\n`;
    const file = Buffer.concat([Buffer.from(head), bomb, Buffer.from('\nendstream endobj\n%%EOF')]);
    expect(await cleanFile(file, 'application/pdf')).toEqual({
      content: null,
      problem: 'tooLarge',
    });
  });

  it('that has no pages to read is withheld', async () => {
    const torn = Buffer.from('%PDF-1.4\nnothing here\n%%EOF');
    expect(await cleanFile(torn, 'application/pdf')).toEqual({
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

async function tellingPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor(secret);
  document.setTitle(`Report of ${secret}`);
  document.setCreator(secret);
  document.setProducer(secret);
  await document.attach(Buffer.from(secret), `${secret}.txt`);
  const page = document.addPage([300, 200]);
  const jpeg = await stripes().withExif(exif).jpeg().toBuffer();
  page.drawImage(await document.embedJpg(jpeg), { x: 10, y: 10 });
  const { context } = document;
  const text = PDFString.of(secret);
  const metadata = context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), context.register(metadata));
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Maker: { Private: text } }));
  page.node.set(PDFName.of('Thumb'), context.register(context.stream(secret, {})));
  const comment = { Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], T: text, Contents: 'ok' };
  const signature = {
    Type: 'Sig',
    Name: text,
    ByteRange: [0, 1, 2, 3],
    Contents: PDFHexString.of('00'),
  };
  page.node.set(PDFName.of('Annots'), context.obj([comment]));
  document.catalog.set(PDFName.of('Signed'), context.register(context.obj(signature)));
  context.register(context.obj({ Note: PDFString.of(`${secret} in an older version`) }));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** The file with its strings, its hidden UTF-16 and its streams opened. */
async function allText(file: Buffer): Promise<string> {
  const document = await PDFDocument.load(file, { updateMetadata: false });
  const parts = [file.toString('latin1')];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    parts.push(...strings(object));
  }
  return parts.join('\n');
}

function strings(object: unknown): string[] {
  if (object instanceof PDFHexString || object instanceof PDFString) return [object.decodeText()];
  if (object === null || typeof object !== 'object') return [];
  if ('asArray' in object) return (object as { asArray(): unknown[] }).asArray().flatMap(strings);
  if ('dict' in object && object.dict instanceof Map) {
    return [...(object.dict as Map<unknown, unknown>).values()].flatMap(strings);
  }
  return 'dict' in object ? strings(object.dict) : [];
}
