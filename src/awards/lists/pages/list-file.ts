import { writeCsv } from '../../../text/csv.js';
import type { AwardListRecord } from '../award-list.queries.js';
import { type ListWords, listTableRow } from './list-table.js';

const columns = ['serial', 'category', 'division', 'name', 'main'] as const;

export function listCsv(words: ListWords, list: AwardListRecord): string {
  const header = columns.map((name) => words.t(`awards.field.${name}`));
  const rows = list.rows.map((row) => {
    const shown = listTableRow(words, list, row);
    return columns.map((name) => shown[name]);
  });
  return writeCsv(header, rows);
}

/** The listed fields only; ids of the office stay in the office. */
export function listJson(words: ListWords, list: AwardListRecord) {
  return {
    programme: list.programmeName,
    year: list.year,
    kind: list.kind,
    version: list.number,
    hash: list.hash,
    documentNumber: list.documentNumber,
    publishedOn: list.publishedOn,
    rows: list.rows.map((row) => listTableRow(words, list, row)),
  };
}
