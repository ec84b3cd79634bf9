import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Applicant,
  agreed,
  fillDraft,
  makeApplicant,
  openWindow,
  startDraft,
  summaryOf,
} from '../../../../test/support/applicant.js';
import { type Person, office } from '../../../../test/support/people.js';
import type { TestProgramme } from '../../../../test/support/programme.js';
import { smallPdf, smallPng } from '../../../../test/support/small-files.js';
import type { TestApp } from '../../../../test/support/test-app.js';
import type { Fields } from '../../../../test/support/visitor.js';
import { newRecord } from '../../../../test/support/new-record.js';

let app: TestApp;
let programme: TestProgramme;
let clerk: Person;
beforeAll(async () => {
  ({ app, programme } = await openWindow());
  clerk = await office(app, 'CityRegistrar');
});
afterAll(() => app.stop());

const came: Fields = { person: '江小桔', telephone: '13905700099', capacity: 'head' };
const paper = { field: 'sheet', name: '申报表.pdf', content: smallPdf };

/** What a clerk's acts in a merchant's name say in the journal: who, in which role, from which paper. */
async function typed(from: number) {
  const rows = await app.database.rows<{ event: string; actorRole: string; details: string }>(
    `SELECT event, actor_role, details FROM journal_entry
     WHERE actor_id = ? AND sequence > ? ORDER BY sequence`,
    [clerk.accountId, from],
  );
  return rows.map(({ event, actorRole, details }) => ({
    event,
    actorRole,
    window: (JSON.parse(details) as { window?: string }).window,
  }));
}
const lastEntry = async () =>
  (await app.database.row<{ sequence: number }>('SELECT sequence FROM chain_head'))!.sequence;

test('without an entry at the window a clerk reads no page of a merchant', async () => {
  const { visitor } = clerk;
  for (const path of ['/my/merchant', '/my/shops', '/my/applications/new']) {
    expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
  }
});

test('a clerk registers a merchant who came, with the merchant’s own form and its checks', async () => {
  const { visitor } = clerk;
  const from = await lastEntry();
  await visitor.get('/office/window');
  await visitor.get('/office/window/new');
  await visitor.submit('/office/window', came);
  expect([visitor.status, visitor.errors]).toEqual([
    422,
    ['没有签字材料不能代填，请上传来人所持材料的扫描件。'],
  ]);
  await visitor.submit('/office/window', came, [paper]);
  const entry = visitor.path;
  const number = summaryOf(visitor)['接待编号']!;
  expect(number).toMatch(/^CK\d{14}$/);
  await visitor.get('/my/shops');
  expect(visitor.status).toBe(404);
  await visitor.get('/my/merchant');
  expect(visitor.html).toContain(`窗口代填${number}：正在为“尚未登记的网商”录入`);
  await visitor.submit('/my/merchant', { ...newRecord, creditCode: '91330802MA2TEKT7OX' });
  expect([visitor.status, visitor.errors.length]).toEqual([422, 1]);
  await visitor.submit('/my/merchant', newRecord);
  expect(visitor.path).toBe(entry);
  expect(summaryOf(visitor)['网商']).toBe(newRecord.name);
  await visitor.get('/my/shops/new');
  const shop = { platform: 'taobao', shopName: '江畔店', url: 'https://shop9.taobao.com/' };
  await visitor.submit(
    '/my/shops/new',
    { ...shop, 'openedOn.year': '2020', 'openedOn.month': '3', 'openedOn.day': '1' },
    [{ field: 'licenceShot', name: '首页.png', content: smallPng }],
  );
  expect(visitor.path).toBe('/my/shops');
  await visitor.get(entry);
  await visitor.submit('/closing');
  expect((await visitor.get('/my/shops')).status).toBe(404);
  const agent = (event: string) => ({ event, actorRole: 'Agent', window: number });
  const own = (event: string, window?: string) => ({ event, actorRole: 'CityRegistrar', window });
  expect(await typed(from)).toEqual([
    own('document.store'),
    own('window.open', number),
    agent('merchant.register'),
    agent('document.store'),
    agent('shop.add'),
    own('window.close', number),
  ]);
  const duties = await app.database.rows('SELECT role FROM duty WHERE account_id = ?', [
    clerk.accountId,
  ]);
  expect(duties).toEqual([{ role: 'CityRegistrar' }]);
});

test('a clerk applies for a merchant of the register, and its representative is told', async () => {
  const representative = await makeApplicant(app);
  const { visitor } = clerk;
  await visitor.get(`/office/registry/${representative.merchantId}`);
  const link = visitor.page.querySelectorAll('main a').find((one) => one.text.includes('窗口'))!;
  await visitor.get(link.getAttribute('href')!);
  await visitor.submit('/office/window', came, [paper]);
  const entry = visitor.path;
  const number = summaryOf(visitor)['接待编号']!;
  const from = await lastEntry();
  const typing: Applicant = { ...representative, visitor };
  const path = await startDraft(typing, programme);
  await fillDraft(typing, path);
  await visitor.get(`${path}/declarations`);
  await visitor.submit('/submission', agreed);
  expect(visitor.status).toBe(422);
  await visitor.submit('/evidence', {}, [{ field: 'file', name: '签署页.pdf', content: smallPdf }]);
  await visitor.submit('/submission', agreed);
  expect([visitor.path, visitor.errors]).toEqual([path, []]);
  expect(await typed(from)).toEqual(
    ['application.saveDraft', 'document.store', 'application.submit'].map((event) => ({
      event,
      actorRole: 'Agent',
      window: number,
    })),
  );
  await visitor.get(entry);
  expect(visitor.text).toContain('QZ2026G00001');
  await representative.visitor.get('/messages');
  expect(representative.visitor.text).toContain(`接待编号${number}`);
  expect(representative.visitor.text).toContain('申报QZ2026G00001已受理');
  await visitor.get(`/office/applications/${path.split('/').at(-1)!}`);
  expect(summaryOf(visitor)['窗口代填']).toContain(number);
});

test('the entry ends with its day, and another clerk reads it without filling in', async () => {
  const { visitor } = clerk;
  const entry = (await visitor.get('/my')).path;
  const supervisor = await office(app, 'Supervisor');
  await supervisor.visitor.get(entry);
  expect(supervisor.visitor.page.querySelectorAll('main a[href^="/my"]')).toEqual([]);
  app.clock.moveTo('2026-09-11T02:00:00.000Z');
  expect((await visitor.get('/my/shops')).status).toBe(404);
  await visitor.get('/office/window?state=ended');
  expect(visitor.page.querySelectorAll('main tbody tr')).toHaveLength(1);
});
