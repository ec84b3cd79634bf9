import { describe, expect, test } from '@jest/globals';
import {
  type PaperReading,
  differ,
  differences,
  keyingsAgree,
  paperStage,
  settledReading,
} from './paper-keyings.js';

const codes = ['D1', 'D2', 'D3'];
const read = (scores: Record<string, number>, over: Partial<PaperReading> = {}): PaperReading => ({
  scores,
  comments: {},
  dissent: null,
  ...over,
});

describe('two readings of one paper', () => {
  test('agree in any order of their indicators, whatever their words are', () => {
    expect(keyingsAgree({ scores: { D1: 2000, D2: 50 } }, { scores: { D2: 50, D1: 2000 } })).toBe(
      true,
    );
    expect(keyingsAgree({ scores: { D1: 2000 } }, { scores: { D1: 1950 } })).toBe(false);
    const found = { netWan: { verdict: 'Accepted', verified: '1' } } as const;
    expect(keyingsAgree({ scores: {}, findings: found }, { scores: {} })).toBe(false);
  });

  test('are told apart field by field, in the order of the sheet', () => {
    const first = read({ D3: 100, D1: 2000, D2: 1500 });
    const second = read({ D1: 1900, D2: 1500 });
    expect(differences(codes, first, second)).toEqual({
      indicators: ['D1', 'D3'],
      dissent: false,
    });
    expect(differ(differences(codes, first, first))).toBe(false);
  });

  test('differ when one of them saw a dissenting opinion; how it is worded does not matter', () => {
    const one = read({ D1: 100 }, { dissent: '不同意' });
    const other = read({ D1: 100 }, { dissent: '不同意。' });
    expect(differ(differences(codes, one, other))).toBe(false);
    expect(differ(differences(codes, one, read({ D1: 100 })))).toBe(true);
  });
});

test('a third person decides what differs and nothing else', () => {
  const first = read({ D1: 2000, D2: 1500 }, { comments: { D1: '甲一', D2: '甲二' } });
  const second = read({ D1: 1900, D2: 1500 }, { comments: { D1: '乙一', D3: '乙三' } });
  const third = read({ D1: 1950, D2: 0 }, { comments: { D2: '丙二' }, dissent: '丙' });
  const apart = differences(codes, first, second);
  expect(settledReading(first, second, third, apart)).toEqual({
    scores: { D1: 1950, D2: 1500 },
    comments: { D2: '甲二', D3: '乙三' },
    dissent: null,
  });
  const dissenting = { indicators: [], dissent: true };
  expect(settledReading(first, second, third, dissenting).dissent).toBe('丙');
  expect(settledReading(first, second, read({}), apart).scores).toEqual({ D2: 1500 });
});

test.each([
  [{ state: 'Open', onPaper: false, keyings: 0, settled: false }, null],
  [{ state: 'Open', onPaper: true, keyings: 0, settled: false }, 'toKey'],
  [{ state: 'Open', onPaper: true, keyings: 1, settled: false }, 'once'],
  [{ state: 'Open', onPaper: true, keyings: 2, settled: false }, 'apart'],
  [{ state: 'Signed', onPaper: true, keyings: 0, settled: false }, 'onDevice'],
  [{ state: 'Signed', onPaper: true, keyings: 2, settled: true }, 'done'],
  [{ state: 'Open', onPaper: true, keyings: 2, settled: true }, 'apart'],
] as const)('%j is %s', (sheet, stage) => {
  expect(paperStage(sheet)).toBe(stage);
});
