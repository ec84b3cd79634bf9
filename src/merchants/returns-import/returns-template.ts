import type { CsvCell } from '../../text/csv.js';
import { type Language, translate } from '../../text/catalogue.js';
import { type FormColumn, writeXlsxForm } from '../../text/xlsx-form.js';
import { RETURN_COLUMNS, type ReturnColumn, returnHeader } from './return-columns.js';

/** What is open of a year as a table to be filled in, with what the form says of each figure. */
export function returnsTemplate(
  language: Language,
  rows: readonly (readonly CsvCell[])[],
): Promise<Buffer> {
  const say = (key: string) => translate(language, key);
  const sheets = {
    table: say('merchants.returnsImport.sheet'),
    notes: say('merchants.import.sheet.notes'),
    lists: say('merchants.import.sheet.lists'),
  };
  return writeXlsxForm(
    RETURN_COLUMNS.map((column) => formColumn(column, language)),
    sheets,
    rows,
  );
}

function formColumn(column: ReturnColumn, language: Language): FormColumn {
  const say = (key: string) => translate(language, key);
  const { key, kind, unit, optional } = column;
  const need = optional ? 'merchants.import.note.optional' : 'merchants.import.note.required';
  const notes =
    kind === 'figure'
      ? [need, ...(unit === 'forms.unit.wan' ? ['merchants.returnsImport.note.wan'] : [])]
      : [`merchants.returnsImport.note.${kind === 'key' ? key : 'shown'}`];
  return {
    header: returnHeader(language, column),
    note: notes.map(say).join(' '),
    text: kind !== 'figure' && key !== 'year' && key !== 'netWan',
    choices: key === 'doubted' ? [say('merchants.yes'), say('merchants.no')] : [],
    several: true,
  };
}
