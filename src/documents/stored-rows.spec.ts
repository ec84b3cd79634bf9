import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { smallOffice, smallPdf, smallPng } from '../../test/support/small-files.js';
import { TestApp } from '../../test/support/test-app.js';
import { uploadedFile } from '../../test/support/uploaded-file.js';
import type { Actor } from '../web/actor.js';
import { Document } from './document.entity.js';
import { PrepareEvidence } from './prepare-evidence.js';
import { StoreDocument } from './store-document.js';

let app: TestApp;
let merchantId: string;
let agent: Actor;
beforeAll(async () => {
  app = await TestApp.start();
  merchantId = await makeMerchant(app);
  agent = acting('Agent', { merchantId });
});
afterAll(() => app.stop());

const upload = (name: string, content: Buffer) => uploadedFile('file', name, content);
const store = async (name: string, content: Buffer = smallPdf) =>
  app.app
    .get(StoreDocument)
    .run(agent, { ownerType: 'merchant', ownerId: merchantId, file: upload(name, content) });

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
