import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { ANCHORED, anchorIndicators } from '../../../test/support/anchors.js';
import { link } from '../../../test/support/evidence.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { verifiedApplication } from '../../../test/support/judging.js';
import { type Person, office } from '../../../test/support/people.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { smallPng } from '../../../test/support/small-files.js';
import { TestApp } from '../../../test/support/test-app.js';
import { uploadedFile } from '../../../test/support/uploaded-file.js';
import type { Fields } from '../../../test/support/visitor.js';
import { StoreDocument } from '../../documents/store-document.js';
import { AnchorSheetQueries } from './anchor-sheet.queries.js';
import { AnchorDossier } from './anchor-dossier.entity.js';

let app: TestApp;
let round: JudgedRound;
let registrar: Person;
let approver: Person;
let source: string;
beforeAll(async () => {
  app = await TestApp.start();
  const past = await makeProgramme(app, 'Published', ANCHORED);
  const { code } = anchorIndicators[0]!;
  const file = await verifiedApplication(app, past, 'G', {
    name: '衢州旧商号',
    headName: '甄往年',
    texts: { [code]: '衢州旧商号（原名三衢山货行）的甄往年办了三期培训，联系电话13800001234。' },
  });
  source = file.applicationId;
  const { documentId } = await app.app.get(StoreDocument).run(acting('Agent', file), {
    ownerType: 'application',
    ownerId: source,
    file: uploadedFile('file', '培训照片.png', smallPng),
  });
  await link(app, source, documentId, code);
  await app.database.execute('UPDATE document SET blind_hash = hash, blind_type = content_type');
  await app.database.execute('UPDATE programme SET year = 2025 WHERE id = ?', [past.id]);
  await app.database.execute("UPDATE round SET state = 'Locked' WHERE programme_id = ?", [past.id]);
  const snapshot = JSON.stringify({ merchant: { name: '三衢山货行' } });
  await app.database.execute(
    "UPDATE application SET judging_number = '0417', snapshot = ? WHERE id = ?",
    [snapshot, source],
  );
  round = await JudgedRound.declaring(app, 1, ANCHORED);
  await round.everybodyDeclares();
  registrar = await office(app, 'CityRegistrar');
  approver = await office(app, 'Approver');
}, 120_000);
afterAll(() => app.stop());

const room = () => `/office/anchors/${round.programme.id}`;
const half = ({ weight }: { weight: number }) => String(Math.round(weight / 2 / 50) * 50);
const filled = (own: (code: string) => Fields = () => ({})): Fields =>
  Object.assign(
    {},
    ...anchorIndicators.map((one) => ({
      [`points-${one.code}`]: half(one),
      [`reason-${one.code}`]: `${one.code}的理由只给评委看`,
      ...own(one.code),
    })),
  ) as Fields;

async function anchor(number: number): Promise<AnchorDossier> {
  return app.database.repo(AnchorDossier).findOneByOrFail({ number });
}

describe('anchors, from the registrar to the judge’s first file', () => {
  test('the board sends the registrar to the room', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office?programme=${round.programme.id}`);
    expect(visitor.page.querySelector(`a[href="${room()}"]`)?.text).toContain('准备定标材料');
  });

  test('one is taken from an earlier file, without the merchant', async () => {
    const { visitor } = registrar;
    await visitor.get(room());
    expect(visitor.text).toContain('2025年 0417号 衢州旧商号');
    const categoryId = round.programme.categoryIds.G!;
    await visitor.submit(room(), { categoryId, [`source-${categoryId}`]: source });
    expect(visitor.errors).toEqual([]);
    const { evidence } = await anchor(1);
    const { code } = anchorIndicators[0]!;
    expect(evidence[code]!.documents).toHaveLength(1);
    const texts = JSON.stringify(evidence);
    expect(texts).toContain('办了三期培训');
    for (const name of ['旧商号', '山货行', '甄往年', '13800001234'])
      expect(texts).not.toContain(name);
    expect(visitor.text).not.toContain('甄往年');
  });

  test('what is owed comes back beside its field when it is handed over', async () => {
    const { visitor } = registrar;
    const path = `/office/anchor-dossiers/${(await anchor(1)).id}`;
    await visitor.get(path);
    await visitor.submit(path, { ...filled(), after: 'handOver' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual(
      anchorIndicators
        .slice(1)
        .map(({ code }) => `${code}没有评委能看的材料，请填写文字或者保留文件。`),
    );
    const texts = filled((code) => ({ [`text-${code}`]: `${code}的材料` }));
    await visitor.submit(path, { ...texts, after: 'handOver' });
    expect(visitor.text).toContain('定标材料已提交审批人复核');
  });

  test('another is written by hand', async () => {
    const { visitor } = registrar;
    await visitor.get(room());
    await visitor.submit(room(), { categoryId: round.programme.categoryIds.G! });
    const path = `/office/anchor-dossiers/${(await anchor(2)).id}`;
    await visitor.submit(path, {
      ...filled((code) => ({ [`text-${code}`]: `手写的${code}` })),
      after: 'handOver',
    });
    expect(visitor.errors).toEqual([]);
  });

  test('the approver is led to them, gives one back and confirms both', async () => {
    const { visitor } = approver;
    await visitor.get(`/office?programme=${round.programme.id}`);
    const task = visitor.page
      .querySelectorAll('.task')
      .find(({ text }) => /复核定标材料/.test(text));
    expect(task?.text).toContain('2');
    expect(task?.querySelector('a')?.getAttribute('href')).toBe(room());
    const [first, second] = [await anchor(1), await anchor(2)];
    await visitor.get(`/office/anchor-dossiers/${second.id}`);
    await visitor.submit('/return', { reason: '' });
    expect(visitor.status).toBe(422);
    await visitor.submit('/return', { reason: '理由还要写明次数' });
    expect(visitor.text).toContain('定标材料已退回登记员');
    const own = registrar.visitor;
    await own.get(`/office/anchor-dossiers/${second.id}`);
    expect(own.text).toContain('理由还要写明次数');
    await own.submit(`/office/anchor-dossiers/${second.id}`, { after: 'handOver' });
    for (const { id } of [first, second]) {
      await visitor.get(`/office/anchor-dossiers/${id}`);
      await visitor.submit('/confirmation');
      expect(visitor.text).toContain('定标材料已复核。一个类别复核满2份，评委才开始打分');
    }
    await round.openRound();
  });

  test('a judge’s files wait, with a link to the anchors', async () => {
    const { visitor } = round.judges[0]!;
    const sheet = await round.sheet(1);
    await visitor.get('/judging');
    const first = `/judging/anchors/${(await anchor(1)).id}`;
    expect(visitor.page.querySelector('.button-primary')?.getAttribute('href')).toBe(first);
    expect(visitor.page.querySelector(`a[href="/judging/sheets/${sheet.id}"]`)).toBeNull();
    await visitor.get(`/judging/sheets/${sheet.id}`);
    expect(visitor.status).toBe(409);
    expect(visitor.text).toContain('还有2份定标材料没有打分或者没有对照参考分');
  });

  test('the judge reads no reference before submitting, and it beside the own points afterwards', async () => {
    const { visitor, accountId } = round.judges[0]!;
    for (const number of [1, 2]) {
      const path = `/judging/anchors/${(await anchor(number)).id}`;
      await visitor.get(path);
      expect(visitor.text).not.toContain('理由只给评委看');
      const scores = Object.fromEntries(
        anchorIndicators.map((one) => [`score-${one.code}`, String(Number(half(one)) + 50)]),
      );
      await visitor.submit(path, {
        [`score-${anchorIndicators[0]!.code}`]: half(anchorIndicators[0]!),
        after: 'submit',
      });
      expect(visitor.status).toBe(422);
      expect(visitor.errors).toEqual([
        `${anchorIndicators[1]!.code}还没有完成。请补齐分数和评语后再提交。`,
      ]);
      await visitor.submit(path, { ...scores, after: 'next' });
      expect(visitor.errors).toEqual([]);
      expect(visitor.text).not.toContain('理由只给评委看');
      const read = await app.app.get(AnchorSheetQueries).one(accountId, (await anchor(number)).id);
      expect([read!.points, read!.reasons]).toEqual([{}, {}]);
      await visitor.submit(path, { ...scores, after: 'submit' });
      expect(visitor.text).toContain('您的打分与参考分');
      expect(visitor.text).toContain('理由只给评委看');
      const differences = visitor.page
        .querySelectorAll('td[data-label="相差"]')
        .map(({ text }) => text);
      expect(differences).toEqual(anchorIndicators.map(() => '+0.50'));
      await visitor.submit('/acknowledgement');
    }
    expect(visitor.text).toContain('定标材料已全部完成');
    const sheet = await round.sheet(1);
    await visitor.get(`/judging/sheets/${sheet.id}`);
    expect(visitor.status).toBe(200);
  });

  test('from then on the anchors are frozen, and another judge reads nothing of it', async () => {
    const { visitor } = registrar;
    const { id } = await anchor(1);
    await visitor.get(`/office/anchor-dossiers/${id}`);
    expect(visitor.text).toContain('不再变动');
    expect(visitor.page.querySelector('form[action$="/withdrawal"]')).toBeNull();
    const other = round.judges[1]!.visitor;
    await other.get(`/judging/anchors/${id}`);
    expect(other.text).not.toContain('理由只给评委看');
    await other.get(`/office/anchor-dossiers/${id}`);
    expect(other.status).toBe(404);
  });
});
