import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import {
  type Applicant,
  inTheWindow,
  makeApplicant,
  startDraft,
} from '../../test/support/applicant.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { type Person, divisionPerson, merchantPerson } from '../../test/support/people.js';
import { loadWorkingDays, makeProgramme } from '../../test/support/programme.js';
import { smallPdf, vastPng } from '../../test/support/small-files.js';
import { TestApp } from '../../test/support/test-app.js';
import { AccountQueries } from '../accounts/account.queries.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { DocumentFiles } from './document-files.js';
import { OpenDocument } from './open-document.js';
import { RemoveDocument } from './remove-document.js';
import { Thumbnails } from './thumbnails.js';

let app: TestApp;
let own: Applicant;
let draft: string;
let photo: Buffer;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo(inTheWindow);
  await loadWorkingDays(app);
  const programme = await makeProgramme(app, 'Open');
  own = await makeApplicant(app);
  draft = await startDraft(own, programme);
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#369' } })
    .jpeg()
    .toBuffer();
  await own.visitor.get(`${draft}/evidence`);
  await own.visitor.submit(`${draft}/evidence`, { indicator: 'G15' }, [
    { field: 'file', name: '店铺.jpg', content: photo },
    { field: 'file', name: '汇总.pdf', content: smallPdf },
  ]);
}, 120_000);
afterAll(() => app.stop());

async function actorOf({ accountId }: Person) {
  return (await app.app.get(AccountQueries).actor(accountId))!;
}

const document = async (name: string) =>
  (await app.database.row<{ id: string; hash: string; blindHash: string; ownerId: string }>(
    'SELECT id, hash, blind_hash, owner_id FROM document WHERE name = ?',
    [name],
  ))!;
const place = (hash: string) => join(app.place.dataDir, 'thumbnails', hash.slice(0, 2), hash);

describe('the small copy of a picture', () => {
  test('is made when the picture arrives, and stands in the list; other files have a sign', async () => {
    await own.visitor.get(`${draft}/evidence`);
    const [picture, paper] = await Promise.all([document('店铺.jpg'), document('汇总.pdf')]);
    const images = own.visitor.page.querySelectorAll('.file-thumbnail');
    expect(images.map((image) => image.getAttribute('src'))).toEqual([
      `/documents/${picture.id}/thumbnail`,
    ]);
    // Whoever asks for another waits for its turn.
    await app.app.get(Thumbnails).of(paper.hash);
    expect([existsSync(place(picture.hash)), existsSync(place(paper.hash))]).toEqual([true, false]);
    const { visitor } = own;
    await visitor.get(`/documents/${picture.id}/thumbnail`);
    expect([visitor.status, visitor.headers['content-type']]).toEqual([200, 'image/webp']);
    expect(visitor.headers['content-security-policy']).toContain('sandbox');
    await visitor.get(`/documents/${paper.id}/thumbnail`);
    expect(visitor.status).toBe(404);
    const small = await sharp((await app.app.get(Thumbnails).of(picture.hash))!).metadata();
    expect([small.width, small.height, small.format]).toEqual([144, 144, 'webp']);
  });

  test('is drawn again where it was thrown away, and none is where the file is damaged', async () => {
    const { hash } = await document('店铺.jpg');
    rmSync(place(hash));
    expect(await app.app.get(Thumbnails).of(hash)).not.toBeNull();
    expect(existsSync(place(hash))).toBe(true);
    const { hash: paper } = await document('汇总.pdf');
    expect(await app.app.get(Thumbnails).of(paper)).toBeNull();
  });

  test('does not outlive a picture that goes while it is drawn', async () => {
    const { hash } = await document('店铺.jpg');
    const content = await app.app.get(DocumentFiles).read(hash);
    const dataDir = mkdtempSync(join(tmpdir(), 'thumbnails-'));
    const config = { ...app.app.get<Config>(CONFIG), dataDir };
    const files = new DocumentFiles(config);
    await files.write(hash, content);
    const copy = join(dataDir, 'thumbnails', hash.slice(0, 2), hash);
    await new Thumbnails(config, files).make(hash);
    expect(existsSync(copy)).toBe(true);
    rmSync(copy);
    const read = files.read.bind(files);
    files.read = async (asked) => {
      const bytes = await read(asked);
      await files.remove(asked);
      return bytes;
    };
    await new Thumbnails(config, files).make(hash);
    expect(existsSync(copy)).toBe(false);
    rmSync(dataDir, { recursive: true });
  });

  test('is not drawn of a small file that would take all the memory', async () => {
    const files = app.app.get(DocumentFiles);
    const [small, vast] = ['a'.repeat(64), 'b'.repeat(64)];
    await files.write(small, vastPng(2000));
    await files.write(vast, vastPng(10_100));
    const drawn = await Promise.all([small, vast].map((hash) => app.app.get(Thumbnails).of(hash)));
    expect(drawn.map((copy) => copy !== null)).toEqual([true, false]);
  });

  test('opens for whom the picture opens, and for nobody else', async () => {
    const { id } = await document('店铺.jpg');
    const stranger = await merchantPerson(app, await makeMerchant(app), 'Agent');
    // Before it is handed in no office reads it either.
    const clerk = await divisionPerson(app, 'DivisionReviewer', '330802');
    for (const person of [stranger, clerk]) {
      const { visitor } = person;
      await visitor.get(`/documents/${id}/thumbnail`);
      expect(visitor.status).toBe(404);
      await expect(
        app.app.get(OpenDocument).run(await actorOf(person), id, '127.0.0.1'),
      ).rejects.toMatchObject({ kind: 'missing' });
    }
    const visitor = app.visitor();
    await visitor.get(`/documents/${id}/thumbnail`);
    expect(visitor.path).toMatch(/^\/sign-in/);
  });

  test('goes with the last row of its picture', async () => {
    const { id, hash, ownerId } = await document('店铺.jpg');
    await app.database.execute('DELETE FROM evidence_link WHERE document_id = ?', [id]);
    await app.app
      .get(RemoveDocument)
      .run(await actorOf(own), { ownerType: 'application', ownerId, documentId: id });
    expect(existsSync(place(hash))).toBe(false);
  });
});
