import { deflateSync } from 'node:zlib';
import {
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFString,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { cleanFile } from './clean-file.js';

const secret = 'Liu Yizhou';
const exif = { IFD0: { Artist: secret, Copyright: secret, Software: 'Telephone of Liu Yizhou' } };
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description creator="${secret}"/></x:xmpmeta>`;

describe('a PDF', () => {
  it('loses properties, XMP, bookmarks, tags, comments and what its pictures tell', async () => {
    const original = await tellingPdf();
    const told = await allText(original);
    expect(told.match(/Liu Yizhou/g)!.length).toBeGreaterThanOrEqual(12);
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

  it('keeps what was laid over a page as it is seen, without its fields, words and names', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([300, 200]);
    const field = document.getForm().createTextField(secret);
    field.setText('QZ-2026-0117');
    field.addToPage(page, { x: 20, y: 20, width: 120, height: 20 });
    const ticked = document.getForm().createCheckBox('ticked');
    ticked.addToPage(page, { x: 200, y: 20, width: 12, height: 12 });
    ticked.check();
    const empty = document.getForm().createCheckBox('empty');
    empty.addToPage(page, { x: 230, y: 20, width: 12, height: 12 });
    annotate(page, { Subtype: 'Text', Contents: PDFString.of(`said by ${secret}`) });
    annotate(page, { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of(secret) } });
    annotate(page, { Subtype: 'FreeText', F: 2, Contents: PDFString.of(secret) });
    const { content, problem } = await cleanFile(await bytesOf(document), 'application/pdf');
    expect(problem).toBe(null);
    const clean = await PDFDocument.load(content!, { updateMetadata: false });
    expect(clean.getForm().getFields()).toEqual([]);
    expect(clean.getPage(0).node.Annots()).toBe(undefined);
    const told = await allText(content!);
    expect(told).not.toContain(secret);
    expect(told).not.toContain('said');
    expect(drawnText(clean)).toContain(Buffer.from('QZ-2026').toString('hex').toUpperCase());
    expect(drawnText(clean).match(/\/Look\S* Do/g)).toHaveLength(3);
  });

  it('fits a look into its place, turned and scaled as a reader would', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([300, 200]);
    const { context } = document;
    const look = context.register(
      context.stream('0 0 10 20 re f', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 10, 20],
        Matrix: [0, 1, -1, 0, 0, 0],
      }),
    );
    annotate(page, { Subtype: 'Stamp', Rect: [140, 60, 100, 50], AP: { N: look } });
    const { content } = await cleanFile(await bytesOf(document), 'application/pdf');
    const clean = await PDFDocument.load(content!, { updateMetadata: false });
    // Turned by a quarter, the box lies from −20 to 0 and from 0 to 10; its place is 40 wide and 10 high.
    expect(drawnText(clean)).toContain('2 0 0 1 140 50 cm');
  });

  it.each<[string, (document: PDFDocument) => unknown]>([
    ['an attached file', (document) => document.attach(Buffer.from('x'), 'list.txt')],
    [
      'a marking without a look of its own',
      (document) => annotate(document.getPage(0), { Subtype: 'FreeText' }),
    ],
    [
      'a recording',
      (document) => annotate(document.getPage(0), { Subtype: 'Screen', AP: { N: {} } }),
    ],
    [
      'a filled field that the reader draws',
      (document) =>
        annotate(document.getPage(0), { Subtype: 'Widget', FT: 'Tx', V: PDFString.of('7') }),
    ],
    [
      'a form that only some readers draw',
      (document) => inCatalog(document, 'AcroForm', { Fields: [], XFA: PDFString.of('<x/>') }),
    ],
    ['a collection', (document) => inCatalog(document, 'Collection', { View: 'T' })],
    ['a file that goes with it', (document) => inCatalog(document, 'AF', [])],
    [
      'a layer that is switched off',
      (document) => {
        const layer = document.context.register(document.context.obj({ Type: 'OCG' }));
        inCatalog(document, 'OCProperties', { OCGs: [layer], D: { OFF: [layer] } });
      },
    ],
    [
      'layers that are all switched off',
      (document) => inCatalog(document, 'OCProperties', { OCGs: [], D: { BaseState: 'OFF' } }),
    ],
  ])('with %s is withheld', async (_, furnish) => {
    const document = await PDFDocument.create();
    document.addPage();
    await furnish(document);
    expect(await cleanFile(await bytesOf(document), 'application/pdf')).toEqual({
      content: null,
      problem: 'parts',
    });
  });

  it('with an empty field, layers that are all seen and nothing attached is copied', async () => {
    const document = await PDFDocument.create();
    annotate(document.addPage(), { Subtype: 'Widget', FT: 'Tx' });
    inCatalog(document, 'OCProperties', { OCGs: [], D: { OFF: [], BaseState: 'ON' } });
    inCatalog(document, 'Names', { Dests: {} });
    const { content } = await cleanFile(await bytesOf(document), 'application/pdf');
    const clean = await PDFDocument.load(content!, { updateMetadata: false });
    expect(clean.catalog.keys().map(String).toSorted()).toEqual(['/Pages', '/Type']);
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

async function tellingPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor(secret);
  document.setTitle(`Report of ${secret}`);
  document.setCreator(secret);
  document.setProducer(secret);
  const page = document.addPage([300, 200]);
  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#357' } })
    .withExif(exif)
    .jpeg()
    .toBuffer();
  page.drawImage(await document.embedJpg(jpeg), { x: 10, y: 10 });
  const { context } = document;
  const text = PDFString.of(secret);
  const metadata = context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), context.register(metadata));
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Maker: { Private: text } }));
  page.node.set(PDFName.of('Thumb'), context.register(context.stream(secret, {})));
  const comment = { Subtype: 'Text', Rect: [0, 0, 9, 9], T: text, Contents: 'ok' };
  const signature = {
    Type: 'Sig',
    Name: text,
    ByteRange: [0, 1, 2, 3],
    Contents: PDFHexString.of('00'),
  };
  page.node.set(PDFName.of('Annots'), context.obj([comment]));
  document.catalog.set(PDFName.of('Signed'), context.register(context.obj(signature)));
  inCatalog(document, 'Outlines', { First: { Title: text, Dest: [0] }, Count: 1 });
  inCatalog(document, 'StructTreeRoot', { K: { S: 'Figure', Alt: text } });
  inCatalog(document, 'PageLabels', { Nums: [0, { P: text }] });
  inCatalog(document, 'OpenAction', { S: 'JavaScript', JS: text });
  inCatalog(document, 'Shop', text);
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

function inCatalog(document: PDFDocument, key: string, value: object): void {
  const object = value instanceof PDFString ? value : document.context.obj(value as never);
  document.catalog.set(PDFName.of(key), object);
}

function annotate(page: PDFPage, entries: object): void {
  const { context } = page.doc;
  const annotation = { Type: 'Annot', Rect: [0, 0, 10, 10], ...entries };
  page.node.addAnnot(context.register(context.obj(annotation as never)));
}

async function bytesOf(document: PDFDocument): Promise<Buffer> {
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** What the streams of a file draw. */
function drawnText(document: PDFDocument): string {
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && !object.dict.has(PDFName.of('Width'))
        ? [Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')]
        : [],
    )
    .join('\n');
}
