import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { ConflictDeclaration } from '../../src/judging/conflicts/conflict-declaration.entity.js';
import { Removal } from '../../src/judging/removals/removal.entity.js';
import { newId } from '../../src/database/new-id.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import { makeScoredCategory, clearChecks, type TestEntry } from '../support/award.js';
import { AwardOffice } from '../support/award-office.js';
import { crawl } from '../support/crawl.js';
import { divisionPerson, merchantPerson, office, signedIn } from '../support/people.js';
import { loadWorkingDays, makeProgramme } from '../support/programme.js';
import { TestApp } from '../support/test-app.js';
import type { Visitor } from '../support/visitor.js';

/** What the office calls them; nothing of the presets' names is left in it. */
const names = {
  G: { zh: '甲组商家', en: 'Group A traders' },
  Y: { zh: '乙组商家', en: 'Group B traders' },
  N: { zh: '丙组商家', en: 'Group C traders' },
};
const renamed: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories.map((category) => ({
    ...category,
    name: names[category.code],
    quota: 2,
    passMark: 100,
  })),
};
const onlyG = { ...renamed, categories: renamed.categories.filter(({ code }) => code === 'G') };
/** The product is called after the award that it was made for, and so is what the office titles here. */
const product = ['示范网商评选', '示范网商名单', 'Exemplary Online Merchants'];
const old = [
  ...PRESET_NOW.categories.flatMap(({ name }) => [name.zh, name.en]),
  // As earlier sentences of the program shortened them.
  '农村网商',
  'Exemplary merchant',
  'Young merchant',
  'Rural merchant',
  'Farm brands',
];

let app: TestApp;
let award: AwardOffice;
let entries: TestEntry[];
let programmeId: string;
let judgeId: string;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  await makeProgramme(app, 'Archived', renamed);
  const programme = await makeProgramme(app, 'ScoresLocked', onlyG);
  programmeId = programme.id;
  entries = await makeScoredCategory(app, programme, onlyG, 'G', [0.9, 0.7, 0.5]);
  const seat = (await app.database.row<{ id: string; accountId: string }>(
    `SELECT s.id, d.account_id FROM seat s JOIN expert e ON e.id = s.expert_id
     JOIN duty d ON d.account_id = e.account_id WHERE s.programme_id = ? ORDER BY s.number`,
    [programmeId],
  ))!;
  judgeId = seat.accountId;
  await app.database.repo(ConflictDeclaration).insert({
    id: newId(),
    seatId: seat.id,
    applicationId: entries[2]!.applicationId,
    state: 'cleared',
    ground: '7',
    explanation: '曾在同一次培训听课。',
    hits: [],
    declaredAt: app.clock.now(),
    decidedBy: seat.accountId,
    decidedAt: app.clock.now(),
    decisionReason: '不影响公正。',
    version: 1,
  } as never);
  await app.database.repo(Removal).insert({
    id: newId(),
    programmeId,
    categoryId: programme.categoryIds.G!,
    seatId: seat.id,
    applicationId: null,
    state: 'Declined',
    ground: null,
    reason: '提出后查无此事。',
    promote: false,
    nextSeatId: null,
    proposedBy: seat.accountId,
    proposedAt: app.clock.now(),
    decidedBy: seat.accountId,
    decidedAt: app.clock.now(),
    decisionReason: '查无此事。',
    version: 1,
  } as never);
  award = await AwardOffice.open(app, programme);
  await award.lock('G');
  await clearChecks(app, onlyG, ids(), 'K2');
  await award.deliberate();
  await award.postPublicity('2026年名单公示');
  app.clock.moveTo('2026-06-09T02:00:00.000Z');
  await clearChecks(app, onlyG, ids(), 'K3');
  await award.closePublicity();
  await award.approve();
  await award.publish('publication', '测商务〔2026〕5号');
  await award.confer();
}, 180_000);
afterAll(() => app.stop());

const ids = () => entries.map(({ applicationId }) => applicationId);

/** A workbook holds the cells of the CSV beside it. Where a title may be cut is no part of it, nor its language. */
const contentOf = (visitor: Visitor) =>
  `${visitor.html}${visitor.content.toString('utf8')}`
    .replaceAll('<wbr>', '')
    .replaceAll(/<span lang="zh-CN">([^<]*)<\/span>/g, '$1');

/** Pages and files that still say an old name, and how many were read. */
async function readAll(visitor: Visitor, start: readonly string[], lang: string) {
  await visitor.get(`${start[0]!}?lang=${lang}`);
  const found: string[] = [];
  let named = 0;
  const look = (path: string) => {
    const text = product.reduce((left, name) => left.replaceAll(name, ''), contentOf(visitor));
    found.push(...old.filter((name) => text.includes(name)).map((name) => `${path} ${name}`));
    if (text.includes(lang === 'en' ? names.G.en : names.G.zh)) named += 1;
  };
  const { pages } = await crawl(visitor, start, { look, limit: 400 });
  return { found, pages: pages.length, named };
}

const files = ['/feed.xml', '/awards/list.csv', '/awards/list.json', '/open-data'];

describe.each(['zh-CN', 'en'])('after the categories were renamed, in %s', (lang) => {
  test('nothing public says an old name', async () => {
    const { found, pages, named } = await readAll(app.visitor(), ['/', ...files], lang);
    expect(found).toEqual([]);
    expect(pages).toBeGreaterThan(30);
    expect(named).toBeGreaterThan(5);
  });

  test.each([
    ['registrar', '/office', 60],
    ['approver', '/office', 40],
    ['publisher', '/office', 20],
    ['first', '/office', 15],
    ['supervisor', '/supervision', 40],
  ] as const)(
    'nothing that the %s opens or takes away says one',
    async (who, start, atLeast) => {
      const { visitor } = award.people[who];
      const more =
        who === 'registrar'
          ? ['/office/experts', '/office/conflicts', '/office/removals', '/office/programmes/new']
          : [];
      const { found, pages, named } = await readAll(visitor, [start, ...more], lang);
      expect(found).toEqual([]);
      expect(pages).toBeGreaterThan(atLeast);
      expect(named).toBeGreaterThan(3);
    },
    120_000,
  );

  test('nor what a screener, a verifier, a division, a merchant or a judge opens', async () => {
    const people = [
      [(await office(app, 'Screener', 'Verifier')).visitor, '/office'],
      [(await divisionPerson(app, 'DivisionReviewer', '330802')).visitor, '/division'],
      [(await merchantPerson(app, entries[0]!.merchantId)).visitor, '/my'],
      [await signedIn(app, judgeId), '/judging'],
    ] as const;
    for (const [visitor, start] of people) {
      const { found, pages } = await readAll(visitor, [start], lang);
      expect(found).toEqual([]);
      expect(pages).toBeGreaterThan(3);
    }
  }, 120_000);
});
