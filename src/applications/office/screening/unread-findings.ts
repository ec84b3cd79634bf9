/**
 * Rows `v` of `veto_check` that a second person still has to read. A source that could not be reached and was
 * asked again since is settled by the later answer; a hit is not.
 */
export const UNREAD_FINDING = `v.second_reader_id IS NULL AND (v.result = 'Hit' OR v.result = 'Unavailable'
  AND NOT EXISTS (SELECT 1 FROM veto_check n WHERE n.application_id = v.application_id
    AND n.rule = v.rule AND n.check_point = v.check_point AND n.checked_at > v.checked_at))`;
