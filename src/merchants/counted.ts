/**
 * One rule for every figure of the city, as tables to select from. A merchant counts once it was accepted
 * (its mobile confirmed by a code, imported or accepted by the office) and is not merged into another.
 */
export const COUNTED_MERCHANTS =
  '(SELECT * FROM merchant WHERE accepted_at IS NOT NULL AND merged_into_id IS NULL)';

/** A return counts while nothing about it is in doubt; whose it is, `COUNTED_MERCHANTS` decides. */
export const BELIEVED_RETURNS = '(SELECT * FROM annual_return WHERE doubted IS NULL)';
