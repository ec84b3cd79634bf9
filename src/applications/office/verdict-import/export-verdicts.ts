import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../../../accounts/record-access.js';
import { Database } from '../../../database/database.js';
import { quotedList } from '../../../database/quoted-list.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import type { CsvCell } from '../../../text/csv.js';
import { type Language, translate } from '../../../text/catalogue.js';
import { type FormColumn, writeXlsxForm } from '../../../text/xlsx-form.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { figureRows, verdictText } from './figure-rows.js';
import { VERDICT_COLUMNS, VERDICT_TABLE, type VerdictColumn } from './verdict-columns.js';

/** Everything that may be decided on now, as a table to be filled in; who took it is written to the access log. */
@Injectable()
export class ExportVerdicts {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly files: ApplicationFileQueries,
    private readonly recordAccess: RecordAccess,
  ) {}

  async run(
    by: { readonly accountId: string | null; readonly address?: string },
    language: Language,
  ): Promise<readonly (readonly CsvCell[])[]> {
    const running = (await this.programmes.running()).map(({ id }) => id);
    const open = running.length
      ? await this.database.rows<{ id: string }>(
          `SELECT id FROM application WHERE programme_id IN (${running.map(() => '?').join(', ')})
             AND state IN (${quotedList(applicationIn.inVerification)}) ORDER BY receipt_number, id`,
          running,
        )
      : [];
    const rows: CsvCell[][] = [];
    for (const { id } of open) {
      const file = await this.files.file(id, null);
      const { rules } = await this.programmes.rules(file.head.programmeId);
      for (const { key, label, claimed, verdict, value, reason } of figureRows(
        file,
        rules,
        language,
      )) {
        const { receiptNumber, merchantName } = file.head;
        rows.push([receiptNumber, merchantName, key, label, claimed, verdict, value, reason]);
      }
    }
    await this.recordAccess.run({
      ...by,
      action: 'verdicts.export',
      objectType: 'application',
      result: `rows ${rows.length}`,
    });
    return rows;
  }
}

/** With the words of the verdicts to choose from, and text cells for everything. */
export function verdictTemplate(
  language: Language,
  rows: readonly (readonly CsvCell[])[],
): Promise<Buffer> {
  const say = (key: string) => translate(language, key);
  const sheets = {
    table: say('review.verdictImport.sheet'),
    notes: say('merchants.import.sheet.notes'),
    lists: say('merchants.import.sheet.lists'),
  };
  const column = (one: VerdictColumn): FormColumn => ({
    header: VERDICT_TABLE.header(language, one),
    note: say(`review.verdictImport.note.${one.key}`),
    text: true,
    choices: one.key === 'verdict' ? choices(language) : [],
    several: false,
  });
  return writeXlsxForm(VERDICT_COLUMNS.map(column), sheets, rows);
}

function choices(language: Language): readonly string[] {
  const of = (key: string, verdicts: readonly string[]) =>
    verdicts.map((verdict) => verdictText(key, verdict, language));
  return [
    ...of('netWan', ['Accepted', 'Reduced', 'Rejected']),
    ...of('tick.any', ['Accepted', 'Rejected']),
  ];
}
