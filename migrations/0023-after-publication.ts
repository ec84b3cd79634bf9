import { type QueryRunner, Table, TableCheck, TableColumn } from 'typeorm';
import { addFilledColumn, replaceCheck } from './support/change-table.js';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const instant = { type: 'varchar', length: '24' };
const empty = { isNullable: true };

/**
 * Objections after publication: what was found, and what becomes of the place. And each unlock of a
 * version by itself: before, a second one wrote over the reason of the first.
 */
export class AfterPublication1700000000023 extends ForwardMigration {
  readonly name = 'AfterPublication1700000000023';

  protected async forward(runner: QueryRunner): Promise<void> {
    await findings(runner);
    const flag = { name: 'open_late', type: 'integer' };
    await addFilledColumn(runner, 're_review_panel', flag, '0');
    await runner.addColumn('re_review', new TableColumn({ name: 'place', type: 'text', ...empty }));
    await addFilledColumn(runner, 're_review', { name: 'place_lost', type: 'integer' }, '0');
    const vetoes = `'V1', 'V2', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10', 'V13'`;
    const others = `'falseMaterial', 'placeLost', 'misusedAfterWarning', 'notRepaired'`;
    const allowed = `"ground" IN (${vetoes}, ${others})`;
    await replaceCheck(runner, 'title_revocation', 'title_revocation_ground_check', allowed);
    await runner.createTable(unlocks());
    await keepUnlocks(runner);
    await runner.dropColumns('standing_lock', [
      'unlock_first_by',
      'unlock_first_at',
      'unlock_second_by',
      'superseded_reason',
    ]);
  }
}

/** Of a decided objection only that it was partly upheld can be told from the row. */
async function findings(runner: QueryRunner): Promise<void> {
  const finding = { name: 'finding', type: 'varchar', length: '40', ...empty };
  await runner.addColumn('objection', new TableColumn(finding));
  await runner.query(
    `UPDATE objection SET finding = 'upholdPartly' WHERE re_reviewers IS NOT NULL`,
  );
  await runner.createCheckConstraint(
    'objection',
    new TableCheck({
      name: 'objection_finding_check',
      expression: `"finding" IN ('uphold', 'upholdPartly', 'reject')`,
    }),
  );
}

function unlocks(): Table {
  const name = 'standing_unlock';
  return new Table({
    name,
    columns: [
      { name: 'id', ...id, isPrimary: true, primaryKeyConstraintName: `${name}_pk` },
      { name: 'lock_id', ...id },
      { name: 'reason', type: 'text' },
      { name: 'asked_by', ...id, ...empty },
      { name: 'asked_at', ...instant, ...empty },
      { name: 'agreed_by', ...id, ...empty },
      { name: 'agreed_at', ...instant, ...empty },
      { name: 'witnessed_by', ...id, ...empty },
      { name: 'witnessed_at', ...instant, ...empty },
    ],
    indices: [{ name: `${name}_lock`, columnNames: ['lock_id'] }],
    foreignKeys: [
      {
        name: `${name}_lock_fk`,
        columnNames: ['lock_id'],
        referencedTableName: 'standing_lock',
        referencedColumnNames: ['id'],
      },
    ],
  });
}

/** The journal of one lock, its newest entry of a kind, or the one before it. */
const entry = (column: string, event: string, before = 0) =>
  `(SELECT j.${column} FROM journal_entry j WHERE j.subject_id = l.id AND j.subject_type = 'standings'
    AND j.event = 'standings.${event}' ORDER BY j.sequence DESC LIMIT 1 OFFSET ${before})`;

/**
 * The last unlock of each version, which is all that the row still knows; who took part in one that has
 * left no names there stands in the journal. An unlock of which the witness is missing is under way.
 */
async function keepUnlocks(runner: QueryRunner): Promise<void> {
  const done = `(l.state = 'Superseded' OR l.unlock_first_by IS NULL)`;
  const agreed = `(${done} OR l.unlock_second_by IS NOT NULL)`;
  await runner.query(
    `INSERT INTO standing_unlock
       (id, lock_id, reason, asked_by, asked_at, agreed_by, agreed_at, witnessed_by, witnessed_at)
     SELECT l.id, l.id, l.superseded_reason,
       COALESCE(l.unlock_first_by, ${entry('actor_id', 'agreeUnlock', 1)}),
       COALESCE(l.unlock_first_at, ${entry('at', 'agreeUnlock', 1)}),
       CASE WHEN ${agreed} THEN COALESCE(l.unlock_second_by, ${entry('actor_id', 'agreeUnlock')}) END,
       CASE WHEN ${agreed} THEN ${entry('at', 'agreeUnlock')} END,
       CASE WHEN ${done} THEN ${entry('actor_id', 'unlock')} END,
       CASE WHEN ${done}
         THEN COALESCE(${entry('at', 'unlock')}, l.superseded_at, l.witnessed_at, l.first_at) END
     FROM standing_lock l WHERE l.superseded_reason IS NOT NULL`,
  );
}
