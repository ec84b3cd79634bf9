import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { declare, issueSheet, link, makeApplication, seat } from '../../test/support/evidence.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { divisionPerson, merchantPerson, office, person } from '../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../test/support/programme.js';
import { smallOffice, smallPdf, smallPng } from '../../test/support/small-files.js';
import { TestApp } from '../../test/support/test-app.js';
import type { Person } from '../../test/support/people.js';
import { AccountQueries } from '../accounts/account.queries.js';
import { newId } from '../database/new-id.js';
import { ConflictDeclaration } from '../judging/conflicts/conflict-declaration.entity.js';
import { Round } from '../programmes/round.entity.js';
import type { Actor } from '../web/actor.js';
import { PrepareEvidence } from './prepare-evidence.js';
import { RemoveDocument } from './remove-document.js';
import { StoreDocument } from './store-document.js';
import { uploadedFile } from '../../test/support/uploaded-file.js';

let app: TestApp;
let programme: TestProgramme;
let merchantId: string;
let agent: Person;
let stranger: Person;
let applicationId: string;

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'MaterialReview');
  merchantId = await makeMerchant(app);
  agent = await merchantPerson(app, merchantId);
  stranger = await merchantPerson(app, await makeMerchant(app));
  applicationId = await makeApplication(app, programme, merchantId, 'InReview');
});
afterAll(() => app.stop());

describe('what may be stored', () => {
  test('L06: each kind on the list, by its content', async () => {
    const files = { 'a.pdf': smallPdf, 'b.PNG': smallPng, 'c.xlsx': smallOffice('xlsx') };
    for (const [name, content] of Object.entries(files)) await store(name, content);
    await store('d.docx', smallOffice('docx'));
    const rows = await app.database.rows<{ name: string; contentType: string }>(
      'SELECT name, content_type FROM document WHERE owner_id = ? ORDER BY name',
      [merchantId],
    );
    expect(rows).toEqual([
      { name: 'a.pdf', contentType: 'application/pdf' },
      { name: 'b.PNG', contentType: 'image/png' },
      {
        name: 'c.xlsx',
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
      {
        name: 'd.docx',
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      },
    ]);
  });

  test.each([
    ['page.pdf', Buffer.from('<html><script>alert(1)</script></html>'), 'documents.kind'],
    ['drawing.pdf', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'documents.kind'],
    ['photo.pdf', smallPng, 'documents.extension'],
    ['none', smallPdf, 'documents.extension'],
    ['empty.pdf', Buffer.alloc(0), 'documents.empty'],
    ['big.pdf', Buffer.concat([smallPdf, Buffer.alloc(10 * 1_048_576)]), 'documents.tooLarge'],
  ])('%s is refused and leaves nothing', async (name, content, code) => {
    const before = await count();
    await expect(store(name, content)).rejects.toMatchObject({ code, field: 'file' });
    expect(await count()).toBe(before);
  });

  test('forty files for one owner and no more', async () => {
    const owner = newId();
    for (let i = 0; i < 40; i += 1) await store(`${i}.pdf`, smallPdf, owner);
    await expect(store('41.pdf', smallPdf, owner)).rejects.toMatchObject({
      code: 'documents.tooMany',
    });
  });

  test('one content lies once on disk, whole, until its last row goes', async () => {
    const content = Buffer.concat([smallPdf, Buffer.from('%only here\n')]);
    const first = await store('one.pdf', content);
    const second = await store('two.pdf', content);
    const { hash } = (await app.database.row<{ hash: string }>(
      'SELECT hash FROM document WHERE id = ?',
      [first],
    ))!;
    const folder = join(app.place.dataDir, 'documents', hash.slice(0, 2));
    expect(readdirSync(folder).filter((name) => name.startsWith(hash))).toEqual([hash]);
    const remove = app.app.get(RemoveDocument);
    const actor = await actorOf(agent);
    const owner = { ownerType: 'merchant', ownerId: merchantId } as const;
    await remove.run(actor, { ...owner, documentId: first });
    expect(readdirSync(folder)).toContain(hash);
    await remove.run(actor, { ...owner, documentId: second });
    expect(readdirSync(folder)).not.toContain(hash);
  });
});

describe('who may open a document', () => {
  test('L05: the merchant sees its own; another merchant sees what an unknown address shows', async () => {
    const id = await store('receipt.pdf', smallPdf, applicationId, 'application');
    await agent.visitor.get(`/documents/${id}`);
    expect(agent.visitor.status).toBe(200);
    expect(agent.visitor.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "inline; filename*=UTF-8''receipt.pdf",
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
    });
    await stranger.visitor.get('/documents/nothing-is-here');
    const unknown = stranger.visitor.text;
    await stranger.visitor.get(`/documents/${id}`);
    expect([stranger.visitor.status, stranger.visitor.text]).toEqual([404, unknown]);
  });

  test('an office document is saved, never shown inside the site', async () => {
    const id = await store('list.xlsx', smallOffice('xlsx'));
    await agent.visitor.get(`/documents/${id}`);
    expect(agent.visitor.headers['content-disposition']).toMatch(/^attachment;/);
  });

  test('its own division and the city office, each with a line in the access log', async () => {
    const id = await store('proof.pdf', smallPdf, applicationId, 'application');
    const own = await divisionPerson(app, 'DivisionReviewer', '330802');
    const other = await divisionPerson(app, 'DivisionReviewer', '330881');
    const verifier = await office(app, 'Verifier');
    const statuses = [];
    for (const { visitor } of [own, other, verifier]) {
      await visitor.get(`/documents/${id}`);
      statuses.push(visitor.status);
    }
    expect(statuses).toEqual([200, 404, 200]);
    const lines = await app.database.rows<{ accountId: string; result: string }>(
      "SELECT account_id, result FROM access_log WHERE action = 'document.view' AND object_id = ? ORDER BY at, id",
      [id],
    );
    expect(lines).toEqual([
      { accountId: own.accountId, result: 'division' },
      { accountId: verifier.accountId, result: 'office' },
    ]);
  });

  test("nobody but the merchant opens a draft's documents", async () => {
    const draft = await makeApplication(app, programme, await makeMerchant(app), 'Draft');
    const id = await store('draft.pdf', smallPdf, draft, 'application');
    const verifier = await office(app, 'Verifier');
    await verifier.visitor.get(`/documents/${id}`);
    expect(verifier.visitor.status).toBe(404);
  });

  test('only those who handle an objection see its papers', async () => {
    const id = await store('complaint.pdf', smallPdf, newId(), 'objection');
    const statuses = [];
    for (const role of ['Approver', 'Verifier'] as const) {
      const { visitor } = await office(app, role);
      await visitor.get(`/documents/${id}`);
      statuses.push(visitor.status);
    }
    expect(statuses).toEqual([200, 404]);
  });

  test('a judge: declared free, round open, expert indicators only, neutral name when blind', async () => {
    const judge = await person(app, 'judge', [{ role: 'Judge', programmeId: programme.id }]);
    const seatId = await seat(app, programme, judge.accountId);
    const proof = await store('柳一舟-公益.pdf', smallPdf, applicationId, 'application');
    const ledger = await store('ledger.pdf', smallPdf, applicationId, 'application');
    await link(app, applicationId, proof, 'G13');
    await link(app, applicationId, ledger, 'G1');
    const seen = async (id: string) => (await judge.visitor.get(`/documents/${id}`)).status;
    const rounds = app.database.repo(Round);
    const roundId = programme.roundIds['G.material']!;

    expect(await seen(proof)).toBe(404);
    await declare(app, applicationId, seatId, 'none');
    const { accountId } = judge;
    await issueSheet(app, { applicationId, seatId, accountId, roundId });
    expect(await seen(proof)).toBe(404);
    await rounds.update({ id: roundId }, { state: 'Open', blind: true });
    expect(await seen(proof)).toBe(200);
    expect(judge.visitor.headers['content-disposition']).toBe(
      `inline; filename*=UTF-8''${proof}.pdf`,
    );
    expect(await seen(ledger)).toBe(404);
    await app.database.repo(ConflictDeclaration).update({ seatId }, { state: 'recused' });
    expect(await seen(proof)).toBe(404);
    await app.database.repo(ConflictDeclaration).update({ seatId }, { state: 'cleared' });
    expect(await seen(proof)).toBe(200);
    await rounds.update({ id: roundId }, { state: 'Locked' });
    expect(await seen(proof)).toBe(404);
  });
});

type Owner = 'merchant' | 'application' | 'objection';

async function store(
  name: string,
  content: Buffer,
  ownerId = merchantId,
  ownerType: Owner = 'merchant',
): Promise<string> {
  const file = uploadedFile('file', name, content);
  const evidence =
    ownerType === 'application' ? await app.app.get(PrepareEvidence).upload(file) : undefined;
  const stored = await app.app
    .get(StoreDocument)
    .run(await actorOf(agent), { ownerType, ownerId, file, evidence });
  return stored.documentId;
}

async function actorOf({ accountId }: Person): Promise<Actor> {
  return (await app.app.get(AccountQueries).actor(accountId))!;
}

async function count(): Promise<number> {
  const row = await app.database.row<{ count: number }>('SELECT COUNT(*) AS count FROM document');
  return row!.count;
}
