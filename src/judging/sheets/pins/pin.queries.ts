import { Injectable } from '@nestjs/common';
import { LOCKED_PINS } from '../../../applications/locked-pins.js';
import { Database } from '../../../database/database.js';
import { OWN_SHEETS, SHOWN_DOCUMENT } from '../own-sheets.js';

export interface Pin {
  readonly id: string;
  readonly indicator: string;
  readonly documentId: string;
  readonly page: number | null;
}

/** What the judges of a locked round rested on, without who they are. */
export interface LockedPin {
  readonly indicator: string;
  readonly caption: string;
  readonly name: string;
  readonly page: number | null;
  readonly judges: number;
}

@Injectable()
export class PinQueries {
  constructor(private readonly database: Database) {}

  /** Of one sheet; whoever asks has opened it as its judge. */
  ofSheet(sheetId: string): Promise<Pin[]> {
    return this.database.rows<Pin>(
      `SELECT id, indicator, document_id, page FROM evidence_pin
       WHERE sheet_id = ? ORDER BY indicator, pinned_at, id`,
      [sheetId],
    );
  }

  /** Whether the judge of a sheet sees this file at this indicator; of a blind round, whether it has a copy. */
  async isShown(sheetId: string, indicator: string, documentId: string): Promise<boolean> {
    const row = await this.database.row(
      `SELECT d.id FROM ${OWN_SHEETS} sh JOIN round r ON r.id = sh.round_id
       JOIN evidence_link l ON l.application_id = sh.application_id
       JOIN document d ON d.id = l.document_id
       WHERE sh.id = ? AND l.indicator = ? AND ${SHOWN_DOCUMENT} = ? AND (r.blind = 0 OR d.blind_hash IS NOT NULL)`,
      [sheetId, indicator, documentId],
    );
    return row !== null;
  }

  /** The same pages for those who look again; nothing of whose they are, nor how many. */
  ofFirstScores(applicationId: string): Promise<Pin[]> {
    return this.database.rows<Pin>(
      `SELECT MIN(p.id) AS id, p.indicator, p.document_id, p.page
       ${LOCKED_PINS}
       GROUP BY p.indicator, p.document_id, p.page
       ORDER BY p.indicator, p.document_id, COALESCE(p.page, 0)`,
      [applicationId],
    );
  }

  /** Nothing before the lock. */
  ofApplication(applicationId: string): Promise<LockedPin[]> {
    return this.database.rows<LockedPin>(
      `SELECT p.indicator, l.caption, d.name, p.page, COUNT(DISTINCT p.sheet_id) AS judges
       ${LOCKED_PINS}
       GROUP BY p.indicator, l.caption, d.name, p.page, d.id
       ORDER BY p.indicator, d.name, COALESCE(p.page, 0), d.id`,
      [applicationId],
    );
  }
}
