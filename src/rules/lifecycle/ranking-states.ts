/** A division's order of recommendations: being ordered, before who signs, sent back, signed. */
export const RANKING_STATES = ['open', 'handed', 'returned', 'signed'] as const;

export type RankingState = (typeof RANKING_STATES)[number];
export type RankingAct = 'save' | 'handOver' | 'return' | 'sign' | 'reopen';

const STEPS: Readonly<
  Record<RankingAct, { readonly from: readonly RankingState[]; readonly to: RankingState }>
> = {
  save: { from: ['open', 'returned', 'signed'], to: 'open' },
  handOver: { from: ['open', 'returned', 'signed'], to: 'handed' },
  return: { from: ['handed'], to: 'returned' },
  sign: { from: ['handed'], to: 'signed' },
  // An opinion was written: the set is no longer the one that was seen.
  reopen: { from: RANKING_STATES, to: 'open' },
};

/** The state an act leads to; null where it cannot be done now. */
export function rankingStep(state: RankingState, act: RankingAct): RankingState | null {
  const { from, to } = STEPS[act];
  return from.includes(state) ? to : null;
}
