import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { missingIn } from '../../test/support/refusals.js';
import { smallOffice, smallPdf, smallPng, unpackingTo } from '../../test/support/small-files.js';
import { TestApp } from '../../test/support/test-app.js';
import { uploadedFile } from '../../test/support/uploaded-file.js';
import { newId } from '../database/new-id.js';
import type { Actor } from '../web/actor.js';
import { Document } from './document.entity.js';
import { OpenThumbnail } from './open-thumbnail.js';
import { OpenDocument } from './open-document.js';
import { PrepareEvidence } from './prepare-evidence.js';
import { RemoveDocument } from './remove-document.js';
import { StoreDocument } from './store-document.js';
import { SupplyBlindCopy } from './supply-blind-copy.js';

let app: TestApp;
let merchantId: string;
let agent: Actor;
const registrar = acting('CityRegistrar');
beforeAll(async () => {
  app = await TestApp.start();
  merchantId = await makeMerchant(app);
  agent = acting('Agent', { merchantId });
});
afterAll(() => app.stop());

const upload = (name: string, content: Buffer) => uploadedFile('file', name, content);
const store = async (name = '执照.pdf', content: Buffer = smallPdf, ownerId = merchantId) =>
  app.app
    .get(StoreDocument)
    .run(agent, { ownerType: 'merchant', ownerId, file: upload(name, content) });
const remove = (documentId: string, ownerId = merchantId) =>
  app.app.get(RemoveDocument).run(agent, { ownerType: 'merchant', ownerId, documentId });
const blind = (documentId: string, name: string, content: Buffer) =>
  app.app.get(SupplyBlindCopy).run(registrar, documentId, upload(name, content));
/** Rows of files that are not on the disk: only their number and size are looked at. */
async function stored(count: number, size: number): Promise<void> {
  const { documentId } = await store();
  const documents = app.database.repo(Document);
  const first = await documents.findOneByOrFail({ id: documentId });
  await documents.insert(
    Array.from({ length: count - 1 }, () =>
      Object.assign(new Document(), first, { id: newId(), size }),
    ),
  );
}
/** A few kilobytes that open to 65 MB. */
function growingPdf(): Buffer {
  const bomb = deflateSync(Buffer.alloc(65 * mebibyte));
  const head = `%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${bomb.length}>>stream\n`;
  return Buffer.concat([Buffer.from(head), bomb, Buffer.from('\nendstream endobj\n%%EOF')]);
}
const file = { field: 'file' };
const mebibyte = 1_048_576;

describe('a file', () => {
  refusalTable(
    () => app,
    [
      [
        'without content',
        () => () => store('空.pdf', Buffer.alloc(0)),
        { code: 'documents.empty', ...file, variables: { name: '空.pdf' } },
      ],
      [
        'one byte above ten mebibytes',
        () => () => store('大.pdf', Buffer.concat([Buffer.from(smallPdf)], 10 * mebibyte + 1)),
        { code: 'documents.tooLarge', ...file, variables: { name: '大.pdf' } },
      ],
      [
        'that is a page under the name of a document',
        () => () => store('页.pdf', Buffer.from('<html><script>alert(1)</script></html>')),
        { code: 'documents.kind', ...file },
      ],
      [
        "that is a telephone's own kind of photo",
        () => () =>
          store('IMG_1.HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1')),
        { code: 'documents.heic', ...file, variables: { name: 'IMG_1.HEIC' } },
      ],
      [
        'that unpacks to hundreds of megabytes',
        () => () => store('总表.xlsx', unpackingTo(210_000_000)),
        { code: 'documents.unpacked', ...file, variables: { name: '总表.xlsx' } },
      ],
      [
        'whose name says another kind than its content',
        () => () => store('照片.pdf', smallPng),
        { code: 'documents.extension', ...file, variables: { name: '照片.pdf', extension: 'png' } },
      ],
      [
        'that would be the forty-first of its owner',
        async () => {
          await stored(40, 1);
          return () => store();
        },
        { code: 'documents.tooMany', ...file, variables: { most: 40 } },
      ],
      [
        'that would lift its owner above two hundred mebibytes',
        async () => {
          await stored(21, 10 * mebibyte);
          return () => store();
        },
        { code: 'documents.tooMuch', ...file },
      ],
      ['taken away that nobody stored', () => () => remove(newId()), missingIn('database')],
      [
        'taken away by another owner',
        async () => {
          const { documentId } = await store();
          return () => remove(documentId, newId());
        },
        missingIn('remove-document'),
      ],
      [
        'opened that nobody stored',
        () => () => app.app.get(OpenDocument).run(agent, newId(), '192.0.2.1'),
        missingIn('readable-document'),
      ],
      [
        'opened by another merchant',
        async () => {
          const { documentId } = await store();
          const stranger = acting('Agent', { merchantId: await makeMerchant(app) });
          return () => app.app.get(OpenDocument).run(stranger, documentId, '192.0.2.1');
        },
        missingIn('readable-document'),
      ],
      [
        'shown small that is no picture',
        async () => {
          const { documentId } = await store();
          return () => app.app.get(OpenThumbnail).run(agent, documentId);
        },
        missingIn('open-thumbnail'),
      ],
      [
        'prepared anew that nobody stored',
        () => () => app.app.get(PrepareEvidence).again(newId()),
        missingIn('prepare-evidence'),
      ],
      [
        'for blind rounds beside nothing',
        () => () => blind(newId(), '盲审.png', smallPng),
        missingIn('database'),
      ],
      [
        'for blind rounds of a kind that cannot be cleaned',
        async () => {
          const { documentId } = await store();
          return () => blind(documentId, '盲审.docx', smallOffice('docx'));
        },
        { code: 'documents.blind.office', ...file, variables: { name: '盲审.docx' } },
      ],
      [
        'for blind rounds that asks for a password',
        async () => {
          const { documentId } = await store();
          const locked = await PDFDocument.create();
          locked.addPage();
          locked.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' });
          const content = Buffer.from(await locked.save());
          return () => blind(documentId, '盲审.pdf', content);
        },
        { code: 'documents.blind.encrypted', ...file, variables: { name: '盲审.pdf' } },
      ],
      [
        'for blind rounds that shows more than its pages hold',
        async () => {
          const { documentId } = await store();
          const full = await PDFDocument.create();
          full.addPage();
          await full.attach(Buffer.from('x'), '清单.txt');
          const content = Buffer.from(await full.save());
          return () => blind(documentId, '盲审.pdf', content);
        },
        { code: 'documents.blind.parts', ...file, variables: { name: '盲审.pdf' } },
      ],
      [
        'for blind rounds that grows beyond measure when opened',
        async () => {
          const { documentId } = await store();
          return () => blind(documentId, '盲审.pdf', growingPdf());
        },
        { code: 'documents.blind.tooLarge', ...file, variables: { name: '盲审.pdf' } },
      ],
      [
        'for blind rounds that cannot be read',
        async () => {
          const { documentId } = await store();
          return () => blind(documentId, '盲审.png', smallPng.subarray(0, smallPng.length - 30));
        },
        { code: 'documents.blind.unreadable', ...file },
      ],
    ],
  );
});
