import { stringify } from 'csv-stringify/sync';
import type { Translate } from '../../web/page-context.js';
import type { AwardListRecord } from '../lists/award-list.queries.js';
import { listTableRow } from './list-table.js';

const columns = ['serial', 'category', 'division', 'name', 'main'] as const;

/** UTF-8 with BOM and CRLF; a text that a spreadsheet would compute gets an apostrophe (L13). */
export function csv(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const guarded = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? guard(cell) : cell)),
  );
  return stringify([[...header], ...guarded], { bom: true, record_delimiter: 'windows' });
}

export function listCsv(t: Translate, list: AwardListRecord): string {
  const header = columns.map((name) => t(`awards.field.${name}`));
  const rows = list.rows.map((row) => {
    const shown = listTableRow({ t }, row);
    return columns.map((name) => shown[name]);
  });
  return csv(header, rows);
}

/** The listed fields only; ids of the office stay in the office. */
export function listJson(t: Translate, list: AwardListRecord) {
  return {
    programme: list.programmeName,
    year: list.year,
    kind: list.kind,
    version: list.number,
    hash: list.hash,
    documentNumber: list.documentNumber,
    publishedOn: list.publishedOn,
    rows: list.rows.map((row) => listTableRow({ t }, row)),
  };
}

function guard(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
