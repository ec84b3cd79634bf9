import type { QueryRunner } from 'typeorm';
import { replaceCheck } from './support/change-table.js';
import { ForwardMigration } from './support/forward-migration.js';

/** A PDF may show more than its pages hold, and then no copy for blind rounds is made of it. */
export class CopiesOfPages1700000000041 extends ForwardMigration {
  readonly name = 'CopiesOfPages1700000000041';

  protected async forward(runner: QueryRunner): Promise<void> {
    const problems = `'encrypted', 'office', 'parts', 'tooLarge', 'unreadable'`;
    const check = `"blind_problem" IN (${problems})`;
    await replaceCheck(runner, 'document', 'document_blind_problem_check', check);
  }
}
