import type { QueryRunner } from 'typeorm';
import { addFilledColumn } from './support/change-table.js';
import { ForwardMigration } from './support/forward-migration.js';

/**
 * Demo accounts were told from others by a word in place of the hash of a privacy notice; they get a
 * column of their own. The mark that told development versions apart has nothing left to tell.
 */
export class DemoAccounts1700000000002 extends ForwardMigration {
  readonly name = 'DemoAccounts1700000000002';

  protected async forward(runner: QueryRunner): Promise<void> {
    const isDemo = `CASE WHEN privacy_notice_hash = 'demo' THEN 1 ELSE 0 END`;
    await addFilledColumn(runner, 'account', { name: 'demo', type: 'integer' }, isDemo);
    await runner.query(`UPDATE account SET privacy_notice_hash = NULL WHERE demo = 1`);
    await runner.query(`DELETE FROM city_setting WHERE name = 'foundation'`);
  }
}
