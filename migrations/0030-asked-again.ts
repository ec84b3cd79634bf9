import type { QueryRunner } from 'typeorm';
import { replaceCheck } from './support/change-table.js';
import { ForwardMigration } from './support/forward-migration.js';

/** A judge may be asked about one applicant again, of whom something was learned. */
export class AskedAgain1700000000030 extends ForwardMigration {
  readonly name = 'AskedAgain1700000000030';

  protected async forward(runner: QueryRunner): Promise<void> {
    const name = 'conflict_declaration';
    const states = `'none', 'hardBar', 'awaitingOffice', 'cleared', 'recused', 'askedAgain'`;
    await replaceCheck(runner, name, `${name}_state_check`, `"state" IN (${states})`);
  }
}
