import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { recordTable } from '../../test/support/case-tables.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { smallPdf, smallPng } from '../../test/support/small-files.js';
import { TestApp } from '../../test/support/test-app.js';
import { uploadedFile } from '../../test/support/uploaded-file.js';
import { newId } from '../database/new-id.js';
import type { Actor } from '../web/actor.js';
import { Document } from './document.entity.js';
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

describe('documents', () => {
  const document = { subjectType: 'document' };
  const silent = { messages: [] };
  recordTable(
    () => app,
    [
      [
        'a stored file by its hash, never by its name',
        () => () => store(),
        {
          events: [
            {
              event: 'document.store',
              actorRole: 'Agent',
              ...document,
              details: {
                ownerType: 'merchant',
                ownerId: '<id>',
                hash: '<hash>',
                size: smallPdf.length,
              },
            },
          ],
          ...silent,
        },
      ],
      [
        'the fortieth file',
        async () => {
          await stored(39, 1);
          return async () => void (await store());
        },
        {
          events: [expect.objectContaining({ event: 'document.store' }) as never],
          ...silent,
        },
      ],
      [
        'a file beside the forty of another owner',
        async () => {
          await stored(40, 1);
          return async () => void (await store('执照.pdf', smallPdf, newId()));
        },
        {
          events: [expect.objectContaining({ event: 'document.store' }) as never],
          ...silent,
        },
      ],
      [
        'a file of exactly ten mebibytes',
        () => async () => void (await store('大.pdf', Buffer.concat([smallPdf], 10 * 1_048_576))),
        {
          events: [expect.objectContaining({ event: 'document.store' }) as never],
          ...silent,
        },
      ],
      ...(
        [
          ['a visitor without an account', () => null],
          ['somebody without a duty', () => ({ ...agent, duties: [] })],
        ] as const
      ).map(
        ([whose, actor]) =>
          [
            `a file of ${whose}`,
            () => () =>
              app.app.get(StoreDocument).run(actor(), {
                ownerType: 'objection',
                ownerId: merchantId,
                file: upload('证据.pdf', smallPdf),
              }),
            {
              events: [
                {
                  event: 'document.store',
                  actorRole: 'Public',
                  ...document,
                  details: {
                    ownerType: 'objection',
                    ownerId: '<id>',
                    hash: '<hash>',
                    size: smallPdf.length,
                  },
                },
              ],
              ...silent,
            },
          ] as const,
      ),
      [
        'a file that somebody without a duty takes away',
        async () => {
          const { documentId } = await store();
          const owner = { ownerType: 'merchant', ownerId: merchantId } as const;
          const nobody = { ...agent, duties: [] };
          return () => app.app.get(RemoveDocument).run(nobody, { ...owner, documentId });
        },
        {
          events: [
            {
              event: 'document.remove',
              actorRole: 'Public',
              ...document,
              details: { ownerType: 'merchant', ownerId: '<id>', hash: '<hash>' },
            },
          ],
          ...silent,
        },
      ],
      [
        'a file that is taken away',
        async () => {
          const { documentId } = await store();
          return () => remove(documentId);
        },
        {
          events: [
            {
              event: 'document.remove',
              actorRole: 'Agent',
              ...document,
              details: { ownerType: 'merchant', ownerId: '<id>', hash: '<hash>' },
            },
          ],
          ...silent,
        },
      ],
      [
        'a copy for blind rounds',
        async () => {
          const { documentId } = await store();
          return () => blind(documentId, '盲审.png', smallPng);
        },
        {
          events: [
            {
              event: 'document.blindCopy',
              actorRole: 'CityRegistrar',
              ...document,
              details: { hash: '<hash>', blindHash: '<hash>' },
            },
          ],
          ...silent,
        },
      ],
    ],
  );
});
