import { describe, expect, test } from '@jest/globals';
import { barsTheOthers, mayCompete, withCompetitors } from './competitors.js';

const none = { ground: null, hits: [], state: 'none' } as const;
const soft = { ground: '5', hits: [], state: 'awaitingOffice' } as const;

describe('a judge with a namesake among the applicants', () => {
  test('who admits it is barred from all, with the ground of a competitor where none was given', () => {
    const own = { ground: '2', hits: ['H4'], state: 'hardBar' } as const;
    expect(withCompetitors([none, own, soft])).toEqual([
      { ...none, ground: '4h', state: 'hardBar' },
      own,
      { ...soft, state: 'hardBar' },
    ]);
  });

  test.each([
    ['who denies it', { ground: null, hits: ['H4'], state: 'awaitingOffice' }],
    ['who is barred for another hit', { ground: '2', hits: ['H2'], state: 'hardBar' }],
  ] as const)('%s is asked about nothing else', (_title, own) => {
    expect(withCompetitors([none, own])).toEqual([none, own]);
  });

  test('is kept from every sheet until it is decided', () => {
    const denied = { ground: null, hits: ['H4'], state: 'awaitingOffice' } as const;
    expect(mayCompete([none, denied])).toBe(true);
    expect(mayCompete([none, { ...denied, state: 'cleared' }, soft])).toBe(false);
  });

  test('is barred from the others when the office finds that it is no namesake', () => {
    expect(barsTheOthers({ hits: ['H4'] }, 'recused')).toBe(true);
    expect(barsTheOthers({ hits: ['H4'] }, 'cleared')).toBe(false);
    expect(barsTheOthers({ hits: ['H5'] }, 'recused')).toBe(false);
  });
});
