import { writeCsv } from '../../../text/csv.js';
import { writeXlsx } from '../../../text/xlsx.js';
import type { AwardListRecord } from '../award-list.queries.js';
import { type ListWords, listRemarks } from './list-remarks.js';
import { listTableRow } from './list-table.js';

const columns = ['serial', 'category', 'division', 'name', 'main'] as const;

export function listCsv(words: ListWords, list: AwardListRecord): string {
  const { header, rows } = listCells(words, list);
  return writeCsv(header, rows);
}

export function listXlsx(words: ListWords, list: AwardListRecord): Promise<Buffer> {
  const { header, rows } = listCells(words, list);
  return writeXlsx(header, rows);
}

function listCells(words: ListWords, list: AwardListRecord) {
  const remarks = listRemarks(words, list).join(' ');
  const header = columns.map((name) => words.t(`awards.field.${name}`));
  const rows = list.rows.map((row) => {
    const shown = listTableRow(words, list, row);
    return columns.map((name) => shown[name]);
  });
  if (!remarks) return { header, rows };
  // In every row, so that a filtered sheet says it too.
  return {
    header: [...header, words.t('awards.field.remarks')],
    rows: rows.map((row) => [...row, remarks]),
  };
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
    corrects: list.corrects && {
      version: list.corrects.number,
      publishedOn: list.corrects.publishedOn,
      documentNumber: list.corrects.documentNumber,
      reason: list.correctionReason,
    },
    correctedBy: list.correctedBy && {
      version: list.correctedBy.number,
      publishedOn: list.correctedBy.publishedOn,
      documentNumber: list.correctedBy.documentNumber,
    },
    leftOut: list.leftOut,
    remarks: listRemarks(words, list),
    rows: list.rows.map((row) => listTableRow(words, list, row)),
  };
}
