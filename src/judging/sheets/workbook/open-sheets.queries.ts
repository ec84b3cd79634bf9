import { ANCHORS_OPEN } from '../../../documents/anchors-undone.js';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { quotedList } from '../../../database/quoted-list.js';
import type { RoundKind } from '../../../programmes/round.entity.js';
import { roundIn } from '../../../rules/lifecycle/round-groups.js';
import { sheetIn } from '../../../rules/lifecycle/score-sheet-groups.js';
import { OWN_SHEETS } from '../own-sheets.js';
import { ownSheetsScope } from '../judging.queries.js';

/** One own sheet that may be scored now, as a list of them carries it; nothing of the file. */
export interface OpenSheetRow {
  readonly id: string;
  readonly roundId: string;
  readonly programmeId: string;
  readonly kind: RoundKind;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly closesOn: string;
  readonly version: number;
  readonly scores: string;
  readonly comments: string;
  readonly applicationId: string;
  readonly number: string;
  /** Null in a blind round. */
  readonly merchantName: string | null;
}

/** What leaves the house with its judge: own sheets that are open, once the anchors before them are done. */
@Injectable()
export class OpenSheetQueries {
  constructor(private readonly database: Database) {}

  own(accountId: string): Promise<OpenSheetRow[]> {
    return this.database.rows<OpenSheetRow>(
      `SELECT sh.id, sh.round_id, r.programme_id, r.kind, c.code, c.name_zh, c.name_en, r.closes_on,
              sh.version, sh.scores, sh.comments, sh.application_id,
              COALESCE(sh.number, a.judging_number, '') AS number,
              CASE WHEN r.blind = 1 THEN NULL ELSE m.name END AS merchant_name
       FROM ${OWN_SHEETS} sh
       JOIN seat s ON s.id = sh.seat_id
       JOIN round r ON r.id = sh.round_id
       JOIN category c ON c.id = r.category_id
       JOIN application a ON a.id = sh.application_id
       JOIN merchant m ON m.id = a.merchant_id
       WHERE ${ownSheetsScope} AND sh.state IN (${quotedList(sheetIn.open)}) AND sh.paper_since IS NULL
         AND r.state IN (${quotedList(roundIn.open)}) AND ${ANCHORS_OPEN} = 0
       ORDER BY c.position, r.kind DESC, sh.round_id, sh.position, sh.id`,
      [accountId],
    );
  }
}
