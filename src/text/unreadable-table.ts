/** Damaged, or of another kind; with more content than any table; or with a cell too far to the right. */
export type TableFault = 'broken' | 'large' | 'wide';

/** A file that is no table; `row` is where reading ended. */
export class UnreadableTable extends Error {
  constructor(
    readonly row: number,
    readonly fault: TableFault = 'broken',
  ) {
    super(`not a table, row ${row}: ${fault}`);
  }
}
