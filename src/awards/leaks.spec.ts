import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { type TestEntry, clearChecks, makeScoredCategory } from '../../test/support/award.js';
import { AwardOffice } from '../../test/support/award-office.js';
import { comparable } from '../../test/support/comparable.js';
import { crawl } from '../../test/support/crawl.js';
import { type Person, person } from '../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../test/support/programme.js';
import { TestApp } from '../../test/support/test-app.js';
import type { Visitor } from '../../test/support/visitor.js';
import { Figure } from '../applications/figure.entity.js';
import { ScoreAdjustment } from '../applications/score-adjustment.entity.js';
import { newId } from '../database/new-id.js';
import { Merchant } from '../merchants/merchant.entity.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';

/** Two places in G, so that of three one is left out. */
const rules: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories
    .filter(({ code }) => code === 'G')
    .map((category) => ({ ...category, quota: 2, passMark: 100 })),
};

/** What the register and the file of every merchant hold and nobody outside may read. */
const secrets = {
  head: '诸葛小柚',
  contact: '司徒联系',
  address: '柯城区保密路77号',
  code: 'MA2TEKT7',
  identity: '330802199001011234',
  tax: '23456789',
  reason: '举报人上官某反映其迟延发货',
  judge: '测试评委',
};

let app: TestApp;
let programme: TestProgramme;
let entries: TestEntry[];
let office: AwardOffice;
let merchants: Person[];

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'ScoresLocked', rules);
  entries = await makeScoredCategory(app, programme, rules, 'G', [0.9, 0.7, 0.5]);
  office = await AwardOffice.open(app, programme);
  merchants = [];
  for (const { merchantId, applicationId } of entries) {
    await app.database.repo(Merchant).update(merchantId, {
      merchantType: 'soleBusiness',
      creditCode: `92330803MA2TEKT7${merchants.length}J`,
      idValue: secrets.identity,
      headName: secrets.head,
      contactName: secrets.contact,
      registeredAddress: secrets.address,
      workingAddress: secrets.address,
    });
    await app.database.repo(ScoreAdjustment).insert({
      id: newId(),
      applicationId,
      kind: 'deduction',
      points: 50,
      reason: secrets.reason,
      decidedBy: merchantId,
      decidedAt: app.clock.now(),
    } as never);
    const tax = { applicationId, key: 'taxPaidWan' };
    await app.database.repo(Figure).update(tax, { claimed: secrets.tax, verified: secrets.tax });
    merchants.push(await person(app, 'merchant', [{ role: 'Agent', merchantId }], '同名经办人'));
  }
}, 120_000);
afterAll(() => app.stop());

/** Every text a reader without an account can reach, by link or by the addresses of the data files. */
async function publicTexts(...more: string[]): Promise<Map<string, string>> {
  const visitor = app.visitor();
  const { pages } = await crawl(visitor, ['/', ...more]);
  const texts = new Map<string, string>();
  for (const { path } of pages) {
    await visitor.get(path);
    texts.set(path, `${visitor.html}${visitor.content.toString('latin1')}`);
  }
  return texts;
}

const files = ['/feed.xml', '/sitemap.xml', '/awards/list.csv', '/awards/list.json', '/open-data'];

/** What an applicant sees of the own procedure, its titles and its inbox, without what names the own case. */
async function ownTexts(visitor: Visitor, entry: TestEntry): Promise<string[]> {
  const texts: string[] = [];
  const { applicationId, name, receipt } = entry;
  for (const path of ['/my', `/my/applications/${applicationId}`, '/messages']) {
    await visitor.get(path);
    const { status, headers } = visitor;
    expect([path, status, headers['cache-control'], headers.etag]).toEqual([
      path,
      200,
      'no-store',
      undefined,
    ]);
    texts.push(
      [applicationId, name, receipt].reduce(
        (text, own) => text.replaceAll(own, ''),
        comparable(visitor.html).replace(/data-account="\w+"/, ''),
      ),
    );
  }
  return texts;
}

const ids = () => entries.map(({ applicationId }) => applicationId);

/** The second is to be proposed, the third is not; nothing may tell them apart. */
async function expectAlike(): Promise<void> {
  const [proposed, leftOut] = [entries[1]!, entries[2]!];
  const [one, two] = [
    await ownTexts(merchants[1]!.visitor, proposed),
    await ownTexts(merchants[2]!.visitor, leftOut),
  ];
  expect(one).toEqual(two);
  const messages = await app.database.rows(
    'SELECT id FROM message WHERE account_id IN (?, ?)',
    merchants.slice(1).map(({ accountId }) => accountId),
  );
  expect(messages).toEqual([]);
}

describe('before the list is public', () => {
  test('L21: after the lock pages, titles and inboxes of all are alike, and nothing is kept by a cache', async () => {
    await office.lock('G');
    await expectAlike();
  });

  test('L25: a locked result does not move when another application leaves', async () => {
    const standings = () =>
      app.database.rows<{ applicationId: string; standing: number; outcome: string }>(
        `SELECT application_id, standing, composite_millionths, outcome, summary FROM standing
         ORDER BY standing`,
      );
    const ranking = async () => {
      const { visitor } = office.people.registrar;
      await visitor.get(office.standings('G'));
      return visitor.page
        .querySelectorAll('tbody tr')
        .map((row) => row.querySelectorAll('td.number').map((cell) => cell.text.trim()));
    };
    const before = [await standings(), await ranking()];
    const { visitor } = office.people.approver;
    await visitor.get(office.lists);
    await visitor.post(`${office.lists}/cancellations`, {
      _csrf: visitor.token,
      receiptNumber: entries[0]!.receipt,
      ground: 'V9',
      reason: '经查实提供虚假材料，取消参评资格。',
      hearing: 'on',
    });
    expect(visitor.errors).toEqual([]);
    expect([await standings(), await ranking()]).toEqual(before);
    expect((await standings()).map(({ standing, outcome }) => [standing, outcome])).toEqual([
      [1, 'proposed'],
      [2, 'proposed'],
      [3, 'notProposed'],
    ]);
  });

  test('L21 L25: after the deliberation too; the freed place went to nobody', async () => {
    await clearChecks(app, rules, ids(), 'K2');
    await office.deliberate();
    await expectAlike();
    const states = await app.database.rows<{ state: string }>(
      'SELECT state FROM application ORDER BY receipt_number',
    );
    expect(states.map(({ state }) => state)).toEqual(['Cancelled', 'Proposed', 'NotProposed']);
  });

  test('L21: the proposal is in nothing that a reader without an account can fetch', async () => {
    const texts = await publicTexts(...files);
    const found = [...texts].flatMap(([path, text]) =>
      entries.some(({ name, receipt }) => text.includes(name) || text.includes(receipt))
        ? [path]
        : [],
    );
    expect([texts.size > 10, found]).toEqual([true, []]);
  });
});

describe('after publication', () => {
  test('L10 L32: no page, print, CSV, JSON, feed or bundle has a field that is not public', async () => {
    const notice = await office.postPublicity();
    app.clock.moveTo('2026-06-09T02:00:00.000Z');
    await clearChecks(app, rules, ids(), 'K3');
    await office.closePublicity();
    await office.approve();
    const published = await office.publish('publication', '衢商务〔2026〕5号');
    await office.confer();
    const texts = await publicTexts(
      ...files,
      ...[notice, published].flatMap((path) => [
        path,
        `${path}.json`,
        `${path}.txt`,
        `${path}/print`,
        `${path}/list.csv`,
        `${path}/list.json`,
      ]),
      ...entries.map(({ merchantId }) => `/merchants/${merchantId}/data.json`),
    );
    const bundle = [...texts].find(([path]) => path.endsWith('bundle.json'));
    expect(JSON.parse(bundle![1])).toMatchObject({ categories: [{ category: 'G' }] });
    const leaks = [...texts].flatMap(([path, text]) =>
      Object.entries(secrets).flatMap(([field, value]) =>
        text.includes(value) ? [`${path} ${field}`] : [],
      ),
    );
    // Who judged is published with the results, on a page of its own and nowhere else.
    expect(leaks).toEqual([`/programmes/${programme.slug}/judges judge`]);
  });
});
