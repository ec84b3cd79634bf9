import { quotedList } from '../database/quoted-list.js';
import { roundIn } from '../rules/lifecycle/round-groups.js';
import { sheetIn } from '../rules/lifecycle/score-sheet-groups.js';

/**
 * Pages that scores of one application (`?`) rest on, as `p` with the file `d` and its link `l`: of sheets
 * that are signed in rounds that are locked, for the letter, the working and whoever looks again.
 */
export const LOCKED_PINS = `FROM evidence_pin p
  JOIN score_sheet sh ON sh.id = p.sheet_id
  JOIN round r ON r.id = sh.round_id
  JOIN document d ON d.id = p.document_id
  JOIN evidence_link l ON l.document_id = d.id AND l.application_id = sh.application_id
    AND l.indicator = p.indicator
  WHERE sh.application_id = ? AND sh.state IN (${quotedList(sheetIn.signed)})
    AND r.state IN (${quotedList(roundIn.locked)})`;
