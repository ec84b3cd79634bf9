import type { Database } from '../../database/database.js';
import { RepeatSheet } from '../repeats/repeat-sheet.entity.js';
import { ScoreSheet } from './score-sheet.entity.js';

/** Which row a judge's page is about. */
export interface KeptSheet {
  readonly id: string;
  readonly repeated: boolean;
}

/** What a judge scores: the same acts for a sheet that counts and for one that is only compared. */
export type JudgedSheet = ScoreSheet | RepeatSheet;

/** Holds the row; the caller holds or shares its round. */
export function holdSheet(database: Database, { id, repeated }: KeptSheet): Promise<JudgedSheet> {
  return repeated ? database.lock(RepeatSheet, id) : database.lock(ScoreSheet, id);
}

export function tableOf(repeated: boolean): 'score_sheet' | 'repeat_sheet' {
  return repeated ? 'repeat_sheet' : 'score_sheet';
}

/** What the journal calls it. */
export function sheetSubject(repeated: boolean): 'scoreSheet' | 'repeatSheet' {
  return repeated ? 'repeatSheet' : 'scoreSheet';
}

/** The office keys only sheets that count. */
export function isOnPaper(sheet: JudgedSheet): boolean {
  return sheet instanceof ScoreSheet && sheet.paperSince !== null;
}
