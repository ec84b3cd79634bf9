/** Stated ties with the other side as the register knows it today. */
export const relations =
  'related_merchant r LEFT JOIN merchant tied ON tied.credit_code = r.credit_code';
/** The other side of a tie: its id, or its credit code while it is not on the register. */
export const tiedTo = 'COALESCE(r.related_id, tied.id, r.credit_code)';

/** A row of `relations` as rules read it. */
export interface StatedTieRow {
  readonly by: string;
  readonly other: string;
  readonly confirmed: number;
}

export const statedTies = `SELECT r.merchant_id AS "by", ${tiedTo} AS other,
  CASE WHEN r.confirmed_at IS NULL THEN 0 ELSE 1 END AS confirmed
  FROM ${relations} WHERE ${tiedTo} IS NOT NULL`;

export const readTie = ({ by, other, confirmed }: StatedTieRow) => ({
  by,
  other,
  confirmed: confirmed === 1,
});
