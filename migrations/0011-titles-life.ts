import { type QueryRunner, Table, TableColumn, type TableColumnOptions } from 'typeorm';
import { ForwardMigration } from './support/forward-migration.js';

const text = (name: string, isNullable = true): TableColumnOptions => ({
  name,
  type: 'text',
  isNullable,
});
const sized =
  (length: string) =>
  (name: string, isNullable = true): TableColumnOptions => ({
    name,
    type: 'varchar',
    length,
    isNullable,
  });
const id = sized('20');
const day = sized('10');
const instant = sized('24');
const word = sized('40');
const short = sized('60');

const oneOf = (table: string, column: string, values: readonly string[]) => ({
  name: `${table}_${column}_check`,
  expression: `"${column}" IN (${values.map((value) => `'${value}'`).join(', ')})`,
});
const reference = (table: string, to: string, name: string) => ({
  name: `${table}_${name}_fk`,
  columnNames: [`${name}_id`],
  referencedTableName: to,
  referencedColumnNames: ['id'],
});
const key = (table: string): TableColumnOptions => ({
  ...id('id', false),
  isPrimary: true,
  primaryKeyConstraintName: `${table}_pk`,
});
const warnings = ['returnMissing', 'notEligible', 'V3', 'V11', 'V12', 'minorBreach'];
const revocations = [
  'V1',
  'V2',
  'V4',
  'V5',
  'V6',
  'V7',
  'V8',
  'V9',
  'V10',
  'V13',
  'falseMaterial',
  'misusedAfterWarning',
  'notRepaired',
];

/** What happens to a title after it was given: reviews, warnings, revocations, reported changes. */
export class TitlesLife1700000000011 extends ForwardMigration {
  readonly name = 'TitlesLife1700000000011';

  protected async forward(runner: QueryRunner): Promise<void> {
    await runner.addColumn('title', new TableColumn(day('end_announced_on')));
    await runner.createTable(reviews());
    await runner.createTable(warned());
    await runner.createTable(revoked());
    await runner.createTable(changed());
  }
}

function reviews(): Table {
  const name = 'title_review';
  return new Table({
    name,
    columns: [
      key(name),
      id('title_id', false),
      { name: 'year', type: 'integer', isNullable: true },
      word('trigger', false),
      text('reason'),
      id('opened_by'),
      day('opened_on', false),
      day('due_on', false),
      day('credit_as_of'),
      short('credit_source'),
      word('credit_hit'),
      word('eligibility'),
      word('complaints'),
      text('note'),
      id('checked_by'),
      instant('checked_at'),
      word('outcome'),
      id('closed_by'),
      instant('closed_at'),
    ],
    uniques: [{ name: 'title_review_year_unique', columnNames: ['title_id', 'year'] }],
    indices: [{ name: 'title_review_title', columnNames: ['title_id'] }],
    checks: [
      oneOf(name, 'trigger', [
        'yearly',
        'vetoSource',
        'upheldComplaint',
        'nameChange',
        'controlChange',
        'placeChange',
      ]),
      oneOf(name, 'credit_hit', [
        'V1',
        'V2',
        'V3',
        'V4',
        'V5',
        'V6',
        'V7',
        'V8',
        'V11',
        'V12',
        'V13',
      ]),
      oneOf(name, 'eligibility', ['met', 'notMet']),
      oneOf(name, 'complaints', ['none', 'answered', 'unanswered']),
      oneOf(name, 'outcome', ['confirmed', 'warned', 'revoked', 'expired']),
    ],
    foreignKeys: [reference(name, 'title', 'title')],
  });
}

function warned(): Table {
  const name = 'title_warning';
  return new Table({
    name,
    columns: [
      key(name),
      id('title_id', false),
      id('review_id', false),
      word('ground', false),
      text('reason', false),
      id('warned_by', false),
      day('warned_on', false),
      day('term_ends_on', false),
      day('reminded_on'),
      text('cure'),
      day('cure_filed_on'),
      word('ending'),
      id('ended_by'),
      instant('ended_at'),
      text('end_reason'),
    ],
    indices: [{ name: 'title_warning_title', columnNames: ['title_id'] }],
    checks: [
      oneOf(name, 'ground', warnings),
      oneOf(name, 'ending', ['lifted', 'revoked', 'expired']),
    ],
    foreignKeys: [reference(name, 'title', 'title'), reference(name, 'title_review', 'review')],
  });
}

function revoked(): Table {
  const name = 'title_revocation';
  return new Table({
    name,
    columns: [
      key(name),
      id('title_id', false),
      word('ground', false),
      text('facts', false),
      id('proposed_by', false),
      instant('proposed_at', false),
      day('statement_due_on', false),
      text('statement'),
      instant('stated_at'),
      id('stated_by'),
      word('decision'),
      text('decision_reason'),
      id('decided_by'),
      instant('decided_at'),
      id('notice_id'),
      day('posted_on'),
      day('lapsed_on'),
      day('plaque_due_on'),
      day('plaque_returned_on'),
      sized('200')('plaque_note'),
      id('plaque_by'),
      short('annulled_by'),
      short('annulled_number'),
      text('annulled_reason'),
      instant('annulment_at'),
      id('annulment_notice_id'),
      day('restored_on'),
    ],
    indices: [{ name: 'title_revocation_title', columnNames: ['title_id'] }],
    checks: [oneOf(name, 'ground', revocations), oneOf(name, 'decision', ['revoke', 'keep'])],
    foreignKeys: [reference(name, 'title', 'title')],
  });
}

function changed(): Table {
  const name = 'title_change';
  return new Table({
    name,
    columns: [
      key(name),
      id('merchant_id', false),
      word('kind', false),
      day('happened_on', false),
      text('text', false),
      id('reported_by', false),
      instant('reported_at', false),
      day('due_on', false),
      id('handled_by'),
      instant('handled_at'),
      text('reply'),
    ],
    indices: [{ name: 'title_change_merchant', columnNames: ['merchant_id'] }],
    checks: [oneOf(name, 'kind', ['name', 'control', 'place', 'shopClosure', 'platformPage'])],
    foreignKeys: [reference(name, 'merchant', 'merchant')],
  });
}
