/** A file that is no table; `row` is where reading ended. */
export class UnreadableTable extends Error {
  constructor(readonly row: number) {
    super(`not a table, row ${row}`);
  }
}
