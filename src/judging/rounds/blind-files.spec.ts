import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { attestDraw } from '../../../test/support/attest.js';
import { link } from '../../../test/support/evidence.js';
import {
  type SeatedJudge,
  declareNone,
  seatPanel,
  verifiedApplication,
} from '../../../test/support/judging.js';
import { type Person, office } from '../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { PrepareEvidence } from '../../documents/prepare-evidence.js';
import { StoreDocument } from '../../documents/store-document.js';
import { Round } from '../../programmes/round.entity.js';
import { uploadedFile } from '../../../test/support/uploaded-file.js';

const author = 'Zhuge Xiaoyou';
let app: TestApp;
let programme: TestProgramme;
let registrar: Person;
let judges: SeatedJudge[];
let applicationId: string;
let page: string;
let photoId: string;
let reportId: string;
let lockedId: string;
let photo: Buffer;
let report: Buffer;

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'Drawing');
  const roundId = programme.roundIds['G.material']!;
  page = `/office/rounds/${roundId}`;
  await app.database.repo(Round).update({ id: roundId }, { blind: true });
  registrar = await office(app, 'CityRegistrar');
  ({ applicationId } = await verifiedApplication(app, programme, 'G'));
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#357' } })
    .withExif({ IFD0: { Artist: author } })
    .jpeg()
    .toBuffer();
  report = await pdf();
  photoId = await evidence('诸葛小柚-照片.jpg', photo, 'G13', true);
  // As it lay there before copies were made: the opening makes it.
  reportId = await evidence('诸葛小柚-报告.pdf', report, 'G11', false);
  lockedId = await evidence('诸葛小柚-加密.pdf', await pdf('geheim'), 'G13', true);
  judges = await seatPanel(app, programme, 'G', 5, 1);
  await attestDraw(app, programme.id);
  await registrar.visitor.get(`/office/panels/${programme.id}`);
  await registrar.visitor.submit('/declaration');
  for (const judge of judges) await declareNone(judge);
});
afterAll(() => app.stop());

test('the office is told before the opening which file judges will not get, and what to do', async () => {
  const { visitor } = registrar;
  await visitor.get(page);
  expect(visitor.text).toContain('诸葛小柚-加密.pdf');
  expect(visitor.text).toContain(
    '是加密的PDF，无法清除其中的身份信息。请提供未加密的PDF，或把各页另存为图片。',
  );
  await visitor.submit('/opening');
  expect([visitor.status, visitor.errors]).toEqual([
    422,
    ['有1个文件不能提供给评委。请先补充盲审副本，或勾选确认后再开启。'],
  ]);
  expect(visitor.text).not.toContain('诸葛小柚-报告.pdf');
});

test('a copy that cannot be cleaned either is refused', async () => {
  const { visitor } = registrar;
  await visitor.get(page);
  const field = `file-${lockedId}`;
  await visitor.submit(`/blind-copies/${lockedId}`, {}, [
    { field, name: 'copy.pdf', content: await pdf('geheim') },
  ]);
  expect(visitor.status).toBe(422);
  expect(visitor.errors[0]).toMatch(/^“copy\.pdf”是加密的PDF/);
  await visitor.submit(`/blind-copies/${lockedId}`);
  expect([visitor.status, visitor.errors]).toEqual([422, ['请选择盲审副本。']]);
  const foreign = { [`file-${photoId}`]: '' };
  await visitor.post(`${page}/blind-copies/${photoId}`, { _csrf: visitor.token, ...foreign });
  expect(visitor.status).toBe(404);
});

test('L18: judges get files without author, place or name; what cannot be cleaned stays closed', async () => {
  await registrar.visitor.get(page);
  await registrar.visitor.submit('/opening', { withoutFiles: 'yes' });
  expect(registrar.visitor.status).toBe(200);
  const { visitor } = judges[0]!;
  const sheet = await app.database.row<{ id: string }>(
    'SELECT id FROM score_sheet WHERE account_id = ? AND application_id = ?',
    [judges[0]!.accountId, applicationId],
  );
  await visitor.get(`/judging/sheets/${sheet!.id}`);
  expect(visitor.text).toContain('（含身份信息，盲审不提供）');
  const links = visitor.page.querySelectorAll('a').map((one) => one.getAttribute('href') ?? '');
  expect(links.filter((href) => href.startsWith('/documents/')).toSorted()).toEqual(
    [`/documents/${photoId}`, `/documents/${reportId}`].toSorted(),
  );

  const seenPhoto = await download(judges[0]!, photoId);
  expect(seenPhoto.name).toBe(`inline; filename*=UTF-8''${photoId}.jpg`);
  expect(seenPhoto.content.includes(author)).toBe(false);
  expect((await sharp(seenPhoto.content).metadata()).exif).toBe(undefined);
  const seenReport = await PDFDocument.load((await download(judges[0]!, reportId)).content, {
    updateMetadata: false,
  });
  expect([seenReport.getAuthor(), seenReport.getTitle()]).toEqual([undefined, undefined]);
  await visitor.get(`/documents/${lockedId}`);
  expect(visitor.status).toBe(404);
});

test("the office's original is the merchant's, byte by byte", async () => {
  for (const [id, original] of [
    [photoId, photo],
    [reportId, report],
  ] as const) {
    expect((await download(registrar, id)).content.equals(original)).toBe(true);
  }
});

test('after the office supplies a copy, judges get that one', async () => {
  const { visitor } = registrar;
  await visitor.get(page);
  await visitor.submit(`/blind-copies/${lockedId}`, {}, [
    { field: `file-${lockedId}`, name: 'copy.jpg', content: photo },
  ]);
  expect([visitor.status, visitor.errors]).toEqual([200, []]);
  const seen = await download(judges[0]!, lockedId);
  expect(seen.name).toBe(`inline; filename*=UTF-8''${lockedId}.jpg`);
  expect(seen.content.includes(author)).toBe(false);
  const entry = await app.database.row<{ details: string }>(
    "SELECT details FROM journal_entry WHERE event = 'document.blindCopy'",
  );
  expect(Object.keys(JSON.parse(entry!.details) as object)).toEqual(['hash', 'blindHash']);
});

async function evidence(name: string, content: Buffer, indicator: string, prepared: boolean) {
  const file = uploadedFile('file', name, content);
  const made = prepared ? await app.app.get(PrepareEvidence).upload(file) : undefined;
  const { documentId } = await app.app
    .get(StoreDocument)
    .run(null, { ownerType: 'application', ownerId: applicationId, file, evidence: made });
  await link(app, applicationId, documentId, indicator);
  return documentId;
}

/** The answer's bytes: what the visitor's text would garble. */
async function download({ visitor }: Person, id: string) {
  await visitor.get(`/documents/${id}`);
  expect(visitor.status).toBe(200);
  return { content: visitor.content, name: visitor.headers['content-disposition'] };
}

async function pdf(password?: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor(author);
  document.setTitle(`Report of ${author}`);
  document.addPage([100, 100]);
  if (password) document.encrypt({ userPassword: password, ownerPassword: password });
  return Buffer.from(await document.save());
}
