/**
 * Records that were merged, each with every record it stands for now, as a table to select from. Whoever a
 * merchant is, its merged records say too: their names, people and ways to reach them.
 */
export const MERGED_RECORDS = `(WITH RECURSIVE merged_record(merged_id, kept_id) AS (
    SELECT merged_id, kept_id FROM merchant_merge WHERE undone_at IS NULL
    UNION SELECT r.merged_id, g.kept_id FROM merged_record r
      JOIN merchant_merge g ON g.merged_id = r.kept_id AND g.undone_at IS NULL
  ) SELECT merged_id, kept_id FROM merged_record)`;
