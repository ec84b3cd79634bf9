import { alternateRounds } from './alternate-rounds.js';

const rounds = ['material', 'defence'] as const;
const alternates = ['a', 'b', 'c', 'd', 'e'].map((expert, i) => ({ alternate: i + 1, expert }));
const record = { seed: 'ab', witness: '见证', listHash: 'cd', alternates };

it('deals the alternates to the rounds in turn, the same at every call', () => {
  const dealt = alternateRounds(record, rounds);
  expect([...dealt.values()].toSorted()).toEqual([
    'defence',
    'defence',
    'material',
    'material',
    'material',
  ]);
  expect(alternateRounds(record, rounds)).toEqual(dealt);
});

it('depends on seed and witness text, not on the order in which they were drawn', () => {
  const places = (seed: string, witness: string) => {
    const dealt = alternateRounds({ ...record, seed, witness }, rounds);
    return alternates.map(({ expert }) => dealt.get(expert)).join();
  };
  const seeds = new Set(Array.from({ length: 20 }, (_, i) => places(`${i}`, '见证')));
  const witnesses = new Set(Array.from({ length: 20 }, (_, i) => places('ab', `${i}`)));
  expect([seeds.size > 3, witnesses.size > 3]).toEqual([true, true]);
});

it('keeps all of them for the one round there is', () => {
  expect(new Set(alternateRounds(record, ['material']).values())).toEqual(new Set(['material']));
  expect(alternateRounds(record, []).size).toBe(0);
});
