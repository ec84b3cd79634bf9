import { RANKING_STATES, type RankingAct, rankingStep } from './ranking-states.js';

describe('the steps of a ranking', () => {
  it.each([
    ['save', ['open', null, 'open', 'open']],
    ['handOver', ['handed', null, 'handed', 'handed']],
    ['return', [null, 'returned', null, null]],
    ['sign', [null, 'signed', null, null]],
    ['reopen', ['open', 'open', 'open', 'open']],
  ] as const)('%s leads from each state to %j', (act: RankingAct, expected) => {
    expect(RANKING_STATES.map((state) => rankingStep(state, act))).toEqual(expected);
  });
});
