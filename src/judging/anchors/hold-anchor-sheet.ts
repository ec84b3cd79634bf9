import type { Database } from '../../database/database.js';
import { Programme } from '../../programmes/programme.entity.js';
import { type AnchorSheetState, anchorSheetIn } from '../../rules/lifecycle/anchor-states.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { conflict, missing, overtaken } from '../../rules/refusal.js';
import { AnchorSheet } from './anchor-sheet.entity.js';
import type { AnchorSheetQueries, OwnAnchor } from './anchor-sheet.queries.js';

/**
 * A judge's own anchor while anchors are scored. The office, which holds the programme, waits, so that none
 * of them changes under the first score.
 */
export async function shareAnchor(
  database: Database,
  queries: AnchorSheetQueries,
  accountId: string,
  anchorId: string,
): Promise<OwnAnchor> {
  const known = await queries.one(accountId, anchorId);
  if (!known) throw missing();
  const { state } = await database.share(Programme, known.programmeId);
  if (!programmeIn.scoresAnchors.has(state)) {
    throw overtaken('judging.anchor.over', 'programme', state);
  }
  const own = await queries.one(accountId, anchorId);
  if (!own) throw missing();
  return own;
}

/** The sheet, held; at the version that the judge saw, where it is given. */
export async function holdAnchorSheet(
  database: Database,
  { sheetId }: OwnAnchor,
  given: { readonly version?: number; readonly state: AnchorSheetState },
): Promise<AnchorSheet> {
  if (!sheetId) throw conflict();
  const sheet = await database.lock(AnchorSheet, sheetId);
  if (sheet.state !== given.state) {
    throw conflict(
      anchorSheetIn.open.has(sheet.state)
        ? 'judging.anchor.notSubmitted'
        : 'judging.anchor.submittedAlready',
    );
  }
  if (given.version !== undefined && sheet.version !== given.version) throw conflict();
  return sheet;
}
