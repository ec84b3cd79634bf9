import { setTimeout as wait } from 'node:timers/promises';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { StandingLock } from '../../src/awards/standings/standing-lock.entity.js';
import { Calculations } from '../../src/jobs/calculation-jobs.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import { type TestEntry, makeScoredCategory } from './award.js';
import { type Person, office } from './people.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from './programme.js';
import { TestApp } from './test-app.js';

/** Two places in each category. */
export const twoPlaces: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories
    .filter(({ code }) => code !== 'N')
    .map((category) => ({ ...category, quota: 2, passMark: 100 })),
};

/** Five judges; the fifth lifts the third merchant and sinks the others. */
const shares = [
  [0.9, 0.88, 0.92, 0.9, 0.6],
  [0.8, 0.82, 0.8, 0.78, 0.5],
  [0.7, 0.72, 0.7, 0.74, 1],
  [0.5, 0.52, 0.48, 0.5, 0.4],
];
const names = ['甲网商', '乙网商', '丙网商', '丁网商'];

/** Four merchants in category G and one in Y, scored and waiting for their lock. */
export class AnalysedCategory {
  private constructor(
    readonly app: TestApp,
    readonly programme: TestProgramme,
    readonly entries: readonly TestEntry[],
    readonly tabulator: Person,
    readonly approver: Person,
  ) {}

  static async make(): Promise<AnalysedCategory> {
    const app = await TestApp.start();
    app.clock.moveTo('2026-06-01T02:00:00.000Z');
    await loadWorkingDays(app);
    const programme = await makeProgramme(app, 'ScoresLocked', twoPlaces);
    const entries = await makeScoredCategory(app, programme, twoPlaces, 'G', shares, names);
    await makeScoredCategory(app, programme, twoPlaces, 'Y', [0.8]);
    const [tabulator, approver] = [await office(app, 'Tabulator'), await office(app, 'Approver')];
    return new AnalysedCategory(app, programme, entries, tabulator, approver);
  }

  /** The page of a category's standings. */
  path(code: 'G' | 'Y'): string {
    return `/office/standings/${this.programme.categoryIds[code]}`;
  }

  /** Locks a category through its pages and waits for what the lock has computed. */
  async lock(code: 'G' | 'Y'): Promise<StandingLock> {
    const { app, tabulator } = this;
    const second = await office(app, 'Tabulator');
    const supervisor = await office(app, 'Supervisor');
    await tabulator.visitor.get(this.path(code));
    await tabulator.visitor.submit('/computation', { spreadNote: '第五席位与其他席位差距较大。' });
    const hash = /[0-9a-f]{64}/.exec(tabulator.visitor.text)![0];
    await second.visitor.get(this.path(code));
    await second.visitor.submit('/confirmation', { hash });
    await supervisor.visitor.get(this.path(code));
    await supervisor.visitor.submit('/lock');
    const categoryId = this.programme.categoryIds[code]!;
    const lock = await app.database.repo(StandingLock).findOneByOrFail({ categoryId });
    for (;;) {
      const job = await app.app.get(Calculations).latest('standings.analysis', lock.id);
      if (job?.state === 'done') return lock;
      await wait(50);
    }
  }

  journalled(event: string) {
    return this.app.database.rows<{ actorId: string; actorRole: string; details: string }>(
      `SELECT actor_id, actor_role, details FROM journal_entry WHERE event = ? ORDER BY sequence`,
      [event],
    );
  }
}

/** The texts of a table on the person's page, row by row. */
export function cells({ visitor }: Person, table: number): string[][] {
  const tables = visitor.page.querySelectorAll('table');
  return tables[table]!.querySelectorAll('tbody tr').map((row) =>
    row.querySelectorAll('th, td').map((cell) => cell.text.replace(/\s+/g, ' ').trim()),
  );
}
