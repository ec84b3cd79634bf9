import type { QueryRunner } from 'typeorm';
import { replaceCheck } from './support/change-table.js';
import { ForwardMigration } from './support/forward-migration.js';

const kinds = [
  'call',
  'defence',
  'publicity',
  'publication',
  'correction',
  'revocation',
  'restoration',
  'termination',
];

/** A notice can give a title back. */
export class RestorationNotices1700000000012 extends ForwardMigration {
  readonly name = 'RestorationNotices1700000000012';

  protected async forward(runner: QueryRunner): Promise<void> {
    const allowed = `"kind" IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`;
    await replaceCheck(runner, 'notice', 'notice_kind_check', allowed);
    await replaceCheck(runner, 'notice_draft', 'notice_draft_kind_check', allowed);
  }
}
