/** What both tables have. */
const shared = `id, round_id, application_id, seat_id, account_id, position, state, version, scores, comments,
  total, first_opened_at, completed_at, saved_at, reviewed_at, signed_at, chain_head, dissent`;

/**
 * All that judges score, in the place of a table: the sheets that count and the hidden repeats, which nothing
 * tells apart for their judge. For a judge's own rooms and for counts of work; scores come from `score_sheet`.
 */
export const OWN_SHEETS = `(SELECT ${shared}, paper_since, NULL AS number, 0 AS repeated FROM score_sheet
  UNION ALL SELECT ${shared}, NULL AS paper_since, number, 1 AS repeated FROM repeat_sheet)`;

/** The address of a file on a sheet `sh`, whose link is `l`. */
export const SHOWN_DOCUMENT = `COALESCE((SELECT f.id FROM repeat_file f
  WHERE f.sheet_id = sh.id AND f.document_id = l.document_id ORDER BY f.id LIMIT 1), l.document_id)`;
