/** Ranks from 1, both included. */
export interface RankInterval {
  readonly low: number;
  readonly high: number;
}
