/** One judge's total for one entry, in points; the same pair may occur more than once (a replicate). */
export interface Rating {
  readonly judge: string;
  readonly entry: string;
  readonly score: number;
}
