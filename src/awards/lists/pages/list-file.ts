import { writeCsv } from '../../../text/csv.js';
import type { Translate } from '../../../web/page-context.js';
import type { AwardListRecord } from '../award-list.queries.js';
import { listTableRow } from './list-table.js';

const columns = ['serial', 'category', 'division', 'name', 'main'] as const;

export function listCsv(t: Translate, list: AwardListRecord): string {
  const header = columns.map((name) => t(`awards.field.${name}`));
  const rows = list.rows.map((row) => {
    const shown = listTableRow({ t }, row);
    return columns.map((name) => shown[name]);
  });
  return writeCsv(header, rows);
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
