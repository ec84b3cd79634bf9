import { type Language, translate } from '../text/catalogue.js';
import { type FormColumn, writeXlsxForm } from '../text/xlsx-form.js';
import { fieldsOf } from '../web/forms/field-meta.js';
import { MerchantForm } from './merchant.form.js';
import { REGISTRY_COLUMNS, type RegistryColumn, columnHeader } from './registry-columns.js';

/** Kinds whose cells a spreadsheet must leave as they are typed. */
const TEXTS: readonly RegistryColumn['kind'][] = ['text', 'day'];

/** The register's table to be filled in: what an import reads, with what the form says of each field. */
export function registryTemplate(language: Language): Promise<Buffer> {
  const say = (key: string) => translate(language, key);
  return writeXlsxForm(
    REGISTRY_COLUMNS.map((column) => formColumn(column, language)),
    {
      table: say('merchants.import.sheet.table'),
      notes: say('merchants.import.sheet.notes'),
      lists: say('merchants.import.sheet.lists'),
    },
  );
}

function formColumn(column: RegistryColumn, language: Language): FormColumn {
  const say = (key: string) => translate(language, key);
  const { hint, required } = fieldsOf(MerchantForm).find(({ name }) => name === column.key)!;
  const flags = column.kind === 'flag' ? [say('merchants.yes'), say('merchants.no')] : [];
  const notes = [
    say(required ? 'merchants.import.note.required' : 'merchants.import.note.optional'),
    ...(hint ? [say(hint)] : []),
    ...(column.digits ? [say('merchants.import.note.text')] : []),
    ...(column.kind === 'day' ? [say('merchants.import.note.day')] : []),
    ...(column.kind === 'codes' ? [say('merchants.import.note.several')] : []),
  ];
  return {
    header: columnHeader(language, column),
    note: notes.join(' '),
    text: TEXTS.includes(column.kind),
    choices: [...flags, ...(column.values ?? []).map((code) => say(`${column.options}.${code}`))],
    several: column.kind === 'codes',
  };
}
