import { randomBytes } from 'node:crypto';
import { type QueryRunner, Table } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const id = { type: 'varchar', length: '20' };
const hash = { type: 'varchar', length: '64' };
const instant = { type: 'varchar', length: '24' };
const line = { type: 'varchar', length: '400' };
const name = { type: 'varchar', length: '200' };
const whole = { type: 'integer' };

const key = (table: string) => ({ isPrimary: true, primaryKeyConstraintName: `${table}_pk` });
/** Rows of one INSERT. */
const BATCH = 500;

/** The journal as a log that strangers can check: its checkpoints, its witnesses, what blinds its oldest entries. */
export class PublicLog1700000000050 extends ForwardMigration {
  readonly name = 'PublicLog1700000000050';

  protected async forward(runner: QueryRunner): Promise<void> {
    for (const table of tables()) await runner.createTable(table);
    await blindOldEntries(runner);
  }
}

function tables(): Table[] {
  return [
    new Table({
      name: 'log_blind',
      columns: [
        { name: 'sequence', ...whole, ...key('log_blind') },
        { name: 'blind', ...hash },
      ],
    }),
    new Table({
      name: 'log_node',
      columns: [
        { name: 'level', ...whole, ...key('log_node') },
        { name: 'place', ...whole, ...key('log_node') },
        { name: 'hash', ...hash },
      ],
    }),
    new Table({
      name: 'log_checkpoint',
      columns: [
        { name: 'size', ...whole, ...key('log_checkpoint') },
        { name: 'origin', ...name },
        { name: 'root', ...hash },
        { name: 'signature', ...line },
        { name: 'at', ...instant },
      ],
    }),
    new Table({
      name: 'log_witness',
      columns: [
        { name: 'id', ...id, ...key('log_witness') },
        { name: 'name', ...name },
        { name: 'public_key', ...hash },
        { name: 'added_at', ...instant },
        { name: 'retired_at', ...instant, isNullable: true },
      ],
      uniques: [{ name: 'log_witness_key_unique', columnNames: ['public_key'] }],
    }),
    new Table({
      name: 'log_cosignature',
      columns: [
        { name: 'size', ...whole, ...key('log_cosignature') },
        { name: 'witness_id', ...id, ...key('log_cosignature') },
        { name: 'line', ...line },
        { name: 'at', ...instant },
      ],
      foreignKeys: [
        {
          name: 'log_cosignature_checkpoint_fk',
          columnNames: ['size'],
          referencedTableName: 'log_checkpoint',
          referencedColumnNames: ['size'],
        },
        {
          name: 'log_cosignature_witness_fk',
          columnNames: ['witness_id'],
          referencedTableName: 'log_witness',
          referencedColumnNames: ['id'],
        },
      ],
    }),
  ];
}

/** The hash of an entry without a salt could be guessed, so it is never shown; random bytes go with it. */
async function blindOldEntries(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query(
    'SELECT sequence FROM journal_entry WHERE salt IS NULL ORDER BY sequence',
  )) as { sequence: number }[];
  for (let at = 0; at < rows.length; at += BATCH) {
    const values = rows
      .slice(at, at + BATCH)
      .map(({ sequence }) => `(${Number(sequence)}, '${randomBytes(32).toString('hex')}')`);
    await runner.query(`INSERT INTO log_blind (sequence, blind) VALUES ${values.join(', ')}`);
  }
}
