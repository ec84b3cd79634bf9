import { newId } from '../../src/database/new-id.js';
import { Application } from '../../src/applications/application.entity.js';
import { Figure } from '../../src/applications/figure.entity.js';
import { VetoCheck } from '../../src/applications/veto-check.entity.js';
import { Expert } from '../../src/judging/experts/expert.entity.js';
import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { Seat } from '../../src/judging/panel/seat.entity.js';
import { Round } from '../../src/programmes/round.entity.js';
import { contradictionItemOf } from '../../src/rules/rounds/defence-record.js';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
import { categoryRules, sheetIndicators } from '../../src/rules/scoring/category-sheets.js';
import type { CategoryCode, RuleSet } from '../../src/rules/scoring/rule-set.js';
import { makeMerchant } from './merchant.js';
import { person } from './people.js';
import { recordSignature } from './signing.js';
import type { TestProgramme } from './programme.js';
import type { TestApp } from './test-app.js';

export interface TestEntry {
  readonly applicationId: string;
  readonly merchantId: string;
  readonly receipt: string;
  readonly name: string;
}

/**
 * Merchants in review with five signed sheets a round; `shares` is the part of each weight that all
 * judges give, or that each of the five gives.
 */
export async function makeScoredCategory(
  app: TestApp,
  programme: TestProgramme,
  rules: RuleSet,
  code: CategoryCode,
  shares: readonly (number | readonly number[])[],
  names: readonly string[] = [],
): Promise<TestEntry[]> {
  const { database } = app;
  const categoryId = programme.categoryIds[code]!;
  const now = app.clock.now();
  const category = categoryRules(rules, code);
  const seats = await makePanel(app, programme, categoryId);
  await database.repo(Round).update({ categoryId }, { state: 'Open' });
  const entries: TestEntry[] = [];
  for (const [at, share] of shares.entries()) {
    const applicationId = newId();
    const name = names[at] ?? `${code}类测试网商${at + 1}`;
    const merchantId = await makeMerchant(app, { name });
    const receipt = `2026-${code}-${String(at + 1).padStart(4, '0')}`;
    entries.push({ applicationId, merchantId, receipt, name });
    await database.repo(Application).insert({
      id: applicationId,
      programmeId: programme.id,
      categoryId,
      merchantId,
      divisionCode: '330802',
      state: 'InReview',
      stateSince: now,
      receiptNumber: receipt,
      snapshot: { shops: [] } as never,
      answers: { texts: {}, rows: {}, penaltySelfReport: null } as never,
      submittedAt: now,
      correctionCount: 0,
      createdBy: merchantId,
      createdAt: now,
    });
    const figures = Object.entries({ netWan: '900000', taxPaidWan: '2345', insuredYearEnd: '30' });
    for (const [key, value] of figures) {
      await database.repo(Figure).insert({
        id: newId(),
        applicationId,
        key,
        claimed: value,
        verified: value,
        verdict: 'Accepted',
      });
    }
    const item = contradictionItemOf(category);
    if (item) await recordDefenceOf(app, applicationId, item);
    for (const kind of ['material', 'defence'] as const) {
      const sheet =
        kind === 'material' ? kind : category.composite.defence > 0 ? kind : 'insideDefence';
      const indicators = sheetIndicators(rules, category, sheet);
      if (!indicators.length) continue;
      const scored = (part: number) =>
        Object.fromEntries(
          indicators.map((one) => [one.code, Math.floor((one.weight * part) / 50) * 50]),
        );
      const sheets = await Promise.all(
        seats.map(async ({ seatId, accountId }, position) => {
          const scores = scored(typeof share === 'number' ? share : share[position]!);
          const id = newId();
          const total = Object.values(scores).reduce((sum, one) => sum + one, 0);
          const signed = { id, accountId, scores, total };
          const chainHead = await recordSignature(app, programme.id, signed);
          return {
            id,
            roundId: programme.roundIds[`${code}.${kind}`]!,
            applicationId,
            seatId,
            accountId,
            position,
            state: 'Signed' as const,
            scores,
            comments: {},
            total,
            savedAt: now,
            signedAt: now,
            chainHead,
          };
        }),
      );
      await database.repo(ScoreSheet).insert(sheets);
    }
  }
  return entries;
}

/** Two people have noted that a defence kept its time. */
async function recordDefenceOf(app: TestApp, applicationId: string, item: string): Promise<void> {
  for (const key of ['overtimeSeconds', `tick.${item}`]) {
    await app.database.repo(Figure).insert({
      id: newId(),
      applicationId,
      key,
      verified: '0',
      verdict: 'Accepted',
      verifierId: newId(),
      verifiedAt: app.clock.now(),
      secondReaderId: newId(),
      secondReadAt: app.clock.now(),
    });
  }
}

/** Fresh credit queries without a hit, for one check point. */
export async function clearChecks(
  app: TestApp,
  rules: RuleSet,
  applicationIds: readonly string[],
  checkPoint: 'K2' | 'K3',
): Promise<void> {
  const now = app.clock.now();
  for (const applicationId of applicationIds) {
    await app.database.repo(VetoCheck).insert(
      rules.vetoRules.map(({ code }) => ({
        id: newId(),
        applicationId,
        checkPoint,
        rule: code,
        source: 'test',
        asOf: beijingDate(now),
        result: 'Clear' as const,
        checkerId: applicationId,
        checkedAt: now,
      })),
    );
  }
}

async function makePanel(app: TestApp, programme: TestProgramme, categoryId: string) {
  const seats: { seatId: string; accountId: string }[] = [];
  for (let number = 1; number <= 5; number += 1) {
    const { accountId } = await person(app, 'judge', [{ role: 'Judge' }]);
    const expertId = newId();
    await app.database.repo(Expert).insert({
      id: expertId,
      accountId,
      name: `测试评委${number}`,
      field: '电子商务',
      organisation: '测试大学',
      organisationType: 'university',
      categories: [],
      active: true,
      addedAt: app.clock.now(),
    });
    const seatId = newId();
    await app.database.repo(Seat).insert({
      id: seatId,
      programmeId: programme.id,
      categoryId,
      number,
      expertId,
      chair: number === 1,
      alternate: false,
      reason: '测试',
      seatedBy: accountId,
      seatedAt: app.clock.now(),
    });
    seats.push({ seatId, accountId });
  }
  return seats;
}
