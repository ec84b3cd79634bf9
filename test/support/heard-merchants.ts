import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { RecordDefence } from '../../src/judging/defence/record-defence.js';
import type { DefenceRecord } from '../../src/rules/rounds/defence-record.js';
import type { Actor } from '../../src/web/actor.js';
import { twoPlaces } from './analysed-category.js';
import { type TestEntry, makeScoredCategory } from './award.js';
import { appointed } from './award-steps.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from './programme.js';
import { TestApp } from './test-app.js';

export const inTime: DefenceRecord = {
  attended: true,
  overtimeSeconds: 0,
  contradiction: false,
  remark: null,
};
/** A second into the second half minute, and a statement against the file. */
export const overTime: DefenceRecord = {
  attended: true,
  overtimeSeconds: 31,
  contradiction: true,
  remark: '所述用工人数与参保证明不一致',
};

/** Two merchants of category Y who were heard, one of G, and three people of the office. */
export class HeardMerchants {
  private constructor(
    readonly app: TestApp,
    readonly programme: TestProgramme,
    readonly entries: readonly TestEntry[],
    readonly first: Actor,
    readonly second: Actor,
    readonly third: Actor,
  ) {}

  static async make(): Promise<HeardMerchants> {
    const app = await TestApp.start();
    await loadWorkingDays(app);
    const programme = await makeProgramme(app, 'ScoresLocked', twoPlaces);
    const entries = await makeScoredCategory(app, programme, PRESET_NOW, 'Y', [0.8, 0.7]);
    await makeScoredCategory(app, programme, PRESET_NOW, 'G', [0.8]);
    await app.database.execute(
      "DELETE FROM figure WHERE key IN ('overtimeSeconds', 'tick.Y18.contradiction')",
    );
    const first = await appointed(app, 'Verifier');
    const second = await appointed(app, 'CityRegistrar');
    const third = await appointed(app, 'Tabulator');
    return new HeardMerchants(app, programme, entries, first, second, third);
  }

  record(
    by: Actor,
    given: DefenceRecord,
    entry = 0,
    roundId = this.programme.roundIds['Y.defence']!,
  ) {
    const { applicationId } = this.entries[entry]!;
    return this.app.app.get(RecordDefence).run(by, { roundId, applicationId }, given);
  }

  async confirmed(given: DefenceRecord, entry = 0): Promise<void> {
    await this.record(this.first, given, entry);
    await this.record(this.second, given, entry);
  }
}
