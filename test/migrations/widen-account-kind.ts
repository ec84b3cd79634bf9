import type { QueryRunner } from 'typeorm';
import { replaceCheck } from '../../migrations/support/change-table.js';
import { ForwardMigration } from '../../migrations/support/forward-migration.js';

/** The worked example of a widened CHECK, run on filled tables by the spec beside it. */
export class WidenAccountKind extends ForwardMigration {
  readonly name = 'WidenAccountKind1800000000001';

  protected async forward(runner: QueryRunner): Promise<void> {
    const allowed = `"kind" IN ('merchant', 'office', 'judge', 'observer')`;
    await replaceCheck(runner, 'account', 'account_kind_check', allowed);
  }
}
