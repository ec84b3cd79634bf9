import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { recordTable } from '../../test/support/case-tables.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { smallOffice, smallPdf, smallPng } from '../../test/support/small-files.js';
import { TestApp } from '../../test/support/test-app.js';
import { uploadedFile } from '../../test/support/uploaded-file.js';
import { newId } from '../database/new-id.js';
import type { Actor } from '../web/actor.js';
import { Document } from './document.entity.js';
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

describe('the row of a stored file', () => {
  const row = (id: string) => app.database.repo(Document).findOneByOrFail({ id });
  const evidence = async (name: string, content: Buffer) => {
    const file = upload(name, content);
    const owner = { ownerType: 'application', ownerId: merchantId } as const;
    const prepared = await app.app.get(PrepareEvidence).upload(file);
    const pictureHash = prepared.blindCopy ? 'a'.repeat(16) : null;
    const given = { ...owner, file, evidence: { ...prepared, pictureHash } };
    return (await app.app.get(StoreDocument).run(agent, given)).documentId;
  };

  test('keeps what was made of evidence', async () => {
    expect(await row(await evidence('图.png', smallPng))).toMatchObject({
      blindHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      blindType: 'image/png',
      blindProblem: null,
      pictureHash: 'a'.repeat(16),
      uploadedBy: agent.accountId,
    });
    expect(await row(await evidence('表.docx', smallOffice('docx')))).toMatchObject({
      blindHash: null,
      blindType: null,
      blindProblem: 'office',
      pictureHash: null,
    });
  });

  test.each([
    ['图.png', smallPng, { blindType: 'image/png', blindProblem: null }],
    ['表.docx', smallOffice('docx'), { blindType: null, blindProblem: 'office' }],
  ])(
    'is completed where %s was stored without, and a copy that is there stays',
    async (name, content, made) => {
      const { documentId } = await store(name, content);
      expect(await row(documentId)).toMatchObject({ blindType: null, blindProblem: null });
      const prepare = app.app.get(PrepareEvidence);
      await prepare.again(documentId);
      expect(await row(documentId)).toMatchObject(made);
      const own = { blindHash: 'f'.repeat(64), blindType: 'image/jpeg' };
      await app.database.repo(Document).update({ id: documentId }, own);
      await prepare.again(documentId);
      expect(await row(documentId)).toMatchObject(own);
    },
  );

  test('has no account where a visitor stored it', async () => {
    const { documentId } = await app.app.get(StoreDocument).run(null, {
      ownerType: 'objection',
      ownerId: merchantId,
      file: upload('证据.pdf', smallPdf),
    });
    expect((await row(documentId)).uploadedBy).toBe('public');
  });

  test.each([
    ['C:\\资料\\扫描 件.pdf', '扫描 件.pdf'],
    ['a/b/扫描\u0007件.pdf', '扫描件.pdf'],
    [`${'长'.repeat(116)}.pdf`, `${'长'.repeat(116)}.pdf`],
    [`${'长'.repeat(117)}.pdf`, `${'长'.repeat(110)}${'长'.repeat(6)}.pdf`],
  ])('names %s without its folders, at most 120 characters', async (given, kept) => {
    const { documentId } = await store(given);
    expect((await row(documentId)).name).toBe(kept);
  });
});
