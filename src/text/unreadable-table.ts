/**
 * Why a file cannot be read: damaged; with more content than any table; with a cell too far to the right; a
 * workbook of the old kind or under a password; a page of the web under the name of a table; a picture or
 * another kind of file; text in an encoding that is not known here.
 */
export type TableFault =
  'broken' | 'large' | 'wide' | 'oldWorkbook' | 'markup' | 'otherKind' | 'encoding';

/** A file that is no table; `row` is where reading ended. */
export class UnreadableTable extends Error {
  constructor(
    readonly row: number,
    readonly fault: TableFault = 'broken',
  ) {
    super(`not a table, row ${row}: ${fault}`);
  }
}
