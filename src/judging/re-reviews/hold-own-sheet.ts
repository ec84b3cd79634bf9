import type { Database } from '../../database/database.js';
import { Programme } from '../../programmes/programme.entity.js';
import { missing, overtaken } from '../../rules/refusal.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { ReReviewSheet } from './re-review-sheet.entity.js';
import type { ReReviewSheetQueries, ReReviewSheetRow } from './re-review-sheet.queries.js';

export interface HeldSheet {
  readonly row: ReReviewSheetRow;
  readonly sheet: ReReviewSheet;
}

/**
 * Holds an expert's own open sheet; the office, which holds the programme, waits. Of two last signatures
 * one sees the other, because both take the head of the journal first.
 */
export async function holdOwnSheet(
  database: Database,
  queries: ReReviewSheetQueries,
  accountId: string,
  id: string,
): Promise<HeldSheet> {
  const known = await queries.one(accountId, id);
  if (!known) throw missing();
  await database.share(Programme, known.programmeId);
  const sheet = await database.lock(ReReviewSheet, id);
  if (!sheetIn.open.has(sheet.state)) {
    throw overtaken('judging.sheet.closed', 'scoreSheet', sheet.state);
  }
  // What was known may have gone while this waited: the application, or the expert's part in it.
  const row = await queries.one(accountId, id);
  if (!row || !applicationIn.inReview.has(row.applicationState)) throw missing();
  return { row, sheet };
}
