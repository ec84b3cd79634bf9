import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { documentKind } from '../../../rules/documents/document-kinds.js';
import { roundSheet } from '../../../rules/rounds/round-sheet.js';
import { OWN_SHEETS, SHOWN_DOCUMENT } from '../own-sheets.js';
import { OpenSheetQueries, type OpenSheetRow } from '../workbook/open-sheets.queries.js';

interface StoredFile {
  readonly documentId: string;
  readonly contentType: string;
  /** Of the original; a blind copy is about as large. */
  readonly bytes: number;
}

/** One open sheet as it would lie on a device, with the files of its indicators. */
export interface StoredSheet {
  readonly row: OpenSheetRow;
  readonly indicators: number;
  readonly scored: number;
  readonly files: readonly StoredFile[];
}

interface FiledRow extends StoredFile {
  readonly sheetId: string;
  readonly indicator: string;
}

/** What a judge may take along: the open sheets, each with what its page shows and nothing else. */
@Injectable()
export class StoredSheetQueries {
  constructor(
    private readonly database: Database,
    private readonly sheets: OpenSheetQueries,
    private readonly programmes: ProgrammeQueries,
  ) {}

  async own(accountId: string): Promise<StoredSheet[]> {
    const rows = await this.sheets.own(accountId);
    const rounds = [...new Set(rows.map(({ roundId }) => roundId))];
    const filed = new Map<string, FiledRow[]>();
    for (const roundId of rounds) {
      for (const file of await this.filed(accountId, roundId)) {
        const known = filed.get(file.sheetId);
        if (known) known.push(file);
        else filed.set(file.sheetId, [file]);
      }
    }
    const found: StoredSheet[] = [];
    for (const row of rows) {
      const { rules } = await this.programmes.rules(row.programmeId);
      const indicators = roundSheet(rules, row.code, row.kind)?.indicators ?? [];
      const codes = new Set(indicators.map(({ code }) => code));
      const own = (filed.get(row.id) ?? []).filter((file) => codes.has(file.indicator));
      found.push({
        row,
        indicators: indicators.length,
        scored: Object.keys(JSON.parse(row.scores) as object).length,
        // One file may stand for several indicators.
        files: [...new Map(own.map((file) => [file.documentId, file])).values()],
      });
    }
    return found;
  }

  /** Files that a page shows: of a blind round the copies, and what has none is not there. */
  private async filed(accountId: string, roundId: string): Promise<FiledRow[]> {
    const rows = await this.database.rows<FiledRow>(
      `SELECT sh.id AS sheet_id, l.indicator, ${SHOWN_DOCUMENT} AS document_id, d.size AS bytes,
              CASE WHEN r.blind = 1 THEN COALESCE(d.blind_type, '') ELSE d.content_type END AS content_type
       FROM evidence_link l JOIN document d ON d.id = l.document_id
       JOIN ${OWN_SHEETS} sh ON sh.application_id = l.application_id
       JOIN round r ON r.id = sh.round_id
       WHERE sh.account_id = ? AND sh.round_id = ? AND (r.blind = 0 OR d.blind_hash IS NOT NULL)
       ORDER BY l.created_at, l.id`,
      [accountId, roundId],
    );
    return rows.filter(({ contentType }) => documentKind(contentType));
  }
}
