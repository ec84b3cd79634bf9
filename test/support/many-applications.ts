import { DIVISION_CODES } from '../../src/rules/identifiers/divisions.js';
import { searchName } from '../../src/rules/registry/merchant-facts.js';
import { newId } from '../../src/database/new-id.js';
import { Application } from '../../src/applications/application.entity.js';
import { Figure } from '../../src/applications/figure.entity.js';
import { Merchant } from '../../src/merchants/merchant.entity.js';
import { SECTORS } from '../../src/rules/registry/vocabulary.js';
import { syntheticCreditCode } from '../../seeds/reference/synthetic-credit-code.js';
import type { ApplicationState } from '../../src/rules/lifecycle/application-states.js';
import { sampleClaims } from './submitted-application.js';
import type { TestApp } from './test-app.js';

const places = ['花园', '信安', '荷花', '府山', '双港', '石室', '沟溪', '华墅', '九华', '航埠'];
const goods = ['柑橘', '胡柚', '香榧', '山茶油', '清水鱼', '竹制品', '木门', '运动护具', '童装'];
const forms = [
  '电子商务有限公司',
  '农产品专业合作社',
  '家庭农场',
  '网络科技有限公司',
  '食品经营部',
];
const states: readonly ApplicationState[] = [
  ...Array.from({ length: 6 }, (): ApplicationState => 'ScreenedIn'),
  'Recommended',
  'Recommended',
  'Recommended',
  'Verified',
  'Verified',
  'ScreenedOut',
  'CorrectionRequested',
  'InDivisionReview',
  'NotRecommended',
  'Withdrawn',
];
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

/** A programme as a busy year fills it: applications of every division, category and state. */
export async function makeManyApplications(
  app: TestApp,
  programmeId: string,
  count: number,
): Promise<void> {
  const { database } = app;
  const now = app.clock.now();
  const categories = await database.rows<{ id: string; code: string }>(
    'SELECT id, code FROM category WHERE programme_id = ? ORDER BY position',
    [programmeId],
  );
  const verifier = (await database.row<{ accountId: string }>(
    "SELECT account_id FROM duty WHERE role = 'Verifier' ORDER BY id LIMIT 1",
  ))!.accountId;
  const sample = (await database.repo(Merchant).find({ take: 1 }))[0]!;
  const merchants: object[] = [];
  const applications: object[] = [];
  const figures: object[] = [];
  for (let at = 0; at < count; at += 1) {
    const [merchantId, id] = [newId(), newId()];
    const divisionCode = pick(DIVISION_CODES, at);
    const serial = Math.floor(at / 10);
    const name = `衢州${pick(places, at)}${pick(goods, at + serial)}${serial || ''}${pick(forms, at * 3 + serial)}`;
    merchants.push({
      ...Object.fromEntries(Object.entries(sample)),
      id: merchantId,
      name,
      searchName: searchName(name),
      creditCode: syntheticCreditCode('91', divisionCode.slice(0, 6), 5000 + at),
      divisionCode,
      sector: pick(SECTORS, at),
      version: 1,
    });
    const category = pick(categories, at);
    const state = pick(states, at);
    applications.push({
      id,
      programmeId,
      categoryId: category.id,
      merchantId,
      divisionCode,
      state,
      stateSince: now,
      receiptNumber: `QZ2026${category.code}${String(70_000 + at)}`,
      judgingNumber: null,
      snapshot: { merchant: { id: merchantId, name, divisionCode }, shops: [], returns: [] },
      answers: { texts: {}, rows: {}, penaltySelfReport: null },
      eligibility: null,
      eligibilityAt: null,
      submittedAt: now,
      correctionCount: 0,
      createdBy: merchantId,
      createdAt: now,
      version: 1,
    });
    for (const [key, claimed] of Object.entries(sampleClaims)) {
      const decided = state === 'Verified' || (state === 'ScreenedIn' && at % 3 === 0);
      figures.push({
        id: newId(),
        applicationId: id,
        key,
        claimed,
        verified: decided ? claimed : null,
        verdict: decided ? 'Accepted' : null,
        reason: null,
        verifierId: decided ? verifier : null,
        verifiedAt: decided ? now : null,
        secondReaderId: null,
        secondReadAt: null,
        version: 1,
      });
    }
  }
  await database.transaction(async () => {
    await insertAll(app, Merchant, merchants);
    await insertAll(app, Application, applications);
    await insertAll(app, Figure, figures);
  });
}

async function insertAll(app: TestApp, entity: new () => object, rows: readonly object[]) {
  for (let from = 0; from < rows.length; from += 100) {
    await app.database.repo(entity).insert(rows.slice(from, from + 100));
  }
}
