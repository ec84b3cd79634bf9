import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { WORKING_DAY_YEARS } from '../../seeds/reference/working-days.js';
import { newId } from '../../src/database/new-id.js';
import { Category } from '../../src/programmes/category.entity.js';
import { LegalBasis } from '../../src/programmes/legal-basis.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { Round } from '../../src/programmes/round.entity.js';
import { Journal } from '../../src/journal/journal.js';
import { RuleVersion } from '../../src/programmes/rule-version.entity.js';
import { WorkingDayYear } from '../../src/programmes/working-day-year.entity.js';
import type { ProgrammeState } from '../../src/rules/lifecycle/programme-states.js';
import { hashOf } from '../../src/rules/provenance/sha256-hex.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import type { TestApp } from './test-app.js';

export interface TestProgramme {
  readonly id: string;
  readonly slug: string;
  readonly categoryIds: Readonly<Record<string, string>>;
  /** `G.material` → round id. */
  readonly roundIds: Readonly<Record<string, string>>;
}

/** The working days of every year with data; most rules need them. */
export async function loadWorkingDays(app: TestApp): Promise<void> {
  await app.database.repo(WorkingDayYear).save(
    WORKING_DAY_YEARS.map(({ year, holidays, makeUpDays }) => ({
      year,
      holidays: [...holidays],
      makeUpDays: [...makeUpDays],
      source: 'test',
      changedBy: null,
      changedAt: app.clock.now(),
    })),
  );
}

/** A programme of 2026 in a given state with frozen rules, three categories and two rounds each. */
export async function makeProgramme(
  app: TestApp,
  state: ProgrammeState,
  rules: RuleSet = PRESET_NOW,
): Promise<TestProgramme> {
  const { database } = app;
  const now = app.clock.now();
  const id = newId();
  const slug = `p-${id}`;
  const ruleVersionId = newId();
  await database.transaction(async () => {
    await database.repo(Programme).insert({
      id,
      slug,
      name: '2026年示范网商评选',
      year: 2026,
      dataYear: 2025,
      state,
      host: '测试主办单位',
      scope: '全市网商',
      cycle: '每年一次',
      funds: '不收取任何费用',
      calendar: [
        { phase: 'Open', from: '2026-08-03', to: '2026-09-30', workingDays: 42 },
        { phase: 'DivisionReview', from: '2026-10-08', to: '2026-10-22', workingDays: 10 },
        { phase: 'MaterialReview', from: '2026-11-09', to: '2026-11-20', workingDays: 10 },
      ],
      ruleVersionId,
      copiedFromId: null,
      historicalNote: null,
      preparedBy: null,
      createdAt: now,
      stateSince: now,
      cancellationReason: null,
      version: 1,
    });
    await database.repo(LegalBasis).insert({
      id: newId(),
      programmeId: id,
      number: 1,
      type: 'approvedDemonstration',
      approvingOrgan: '测试批准机关',
      documentNumber: '测政发〔2026〕1号',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      scanId: null,
      preparedBy: id,
      approvedBy: id,
      approvedAt: now,
      version: 1,
    });
    await database.repo(RuleVersion).insert({
      id: ruleVersionId,
      programmeId: id,
      number: 1,
      rules,
      hash: hashOf(rules),
      reason: '首版',
      authorId: null,
      createdAt: now,
      frozenAt: now,
    });
    await app.app.get(Journal).record({
      actorId: null,
      actorRole: 'System',
      event: 'programme.announce',
      subjectType: 'programme',
      subjectId: id,
      programmeId: id,
      details: { ruleVersion: 1, rules: hashOf(rules) },
    });
  });
  const categoryIds: Record<string, string> = {};
  const roundIds: Record<string, string> = {};
  for (const [position, category] of rules.categories.entries()) {
    const categoryId = newId();
    categoryIds[category.code] = categoryId;
    await database.repo(Category).insert({
      id: categoryId,
      programmeId: id,
      code: category.code,
      nameZh: category.name.zh,
      nameEn: category.name.en,
      position,
    });
    for (const kind of ['material', 'defence'] as const) {
      const roundId = newId();
      roundIds[`${category.code}.${kind}`] = roundId;
      await database.repo(Round).insert({
        id: roundId,
        programmeId: id,
        categoryId,
        kind,
        state: 'Planned',
        blind: false,
        repeats: false,
        otherScores: 'never',
        opensOn: '2026-11-09',
        closesOn: '2026-11-20',
        closedAt: null,
        lockedAt: null,
        version: 1,
      });
    }
  }
  return { id, slug, categoryIds, roundIds };
}
