import { compareSheets, type ScoreSheetEvidence } from './score-sheet-evidence.js';
import { consistency } from './consistency.js';
import { copiedSheets } from './copied-sheets.js';
import { drift } from './drift.js';
import { examineJudges } from './examine-judges.js';
import { haste } from './haste.js';
import type { JudgeSignal } from './judge-signal.js';
import { oneHighAllLow } from './one-high-all-low.js';
import { signalId } from './signal-id.js';
import { spread } from './spread.js';
import { standsOut } from './stands-out.js';
import { straightLining } from './straight-lining.js';
import { correlation, meanIsGreater, meanIsZero } from './student-tests.js';
import { sha256Hex } from '../provenance/sha256-hex.js';

type More = (judge: string, at: number) => Partial<ScoreSheetEvidence>;

const sheets = (totals: Readonly<Record<string, readonly number[]>>, more: More = () => ({})) =>
  Object.entries(totals).flatMap(([judge, own]) =>
    own.map((total, at) => ({
      id: `${judge}${at + 1}`,
      judge,
      entry: `E${at + 1}`,
      total,
      ...more(judge, at),
    })),
  );
const compared = (...given: Parameters<typeof sheets>) => compareSheets(sheets(...given));
const tooFew = {
  statistic: null,
  pValue: null,
  reason: 'diagnostics.undefined.tooFewSheets',
};

describe('tests after Student with the fewest values', () => {
  it('of one sample take three', () => {
    expect(meanIsZero([1, 2])).toEqual(tooFew);
    // t = 2 ÷ (1 ÷ √3) on 2 degrees of freedom; R: t.test(1:3).
    expect(meanIsZero([1, 2, 3]).pValue).toBeCloseTo(0.07417990022745, 12);
  });

  it('of two samples take one and two', () => {
    expect(meanIsGreater([], [1, 2, 3])).toEqual(tooFew);
    expect(meanIsGreater([3], [1])).toEqual(tooFew);
    // t = √3 on one degree of freedom: 1/2 − arctan(√3) ÷ π.
    expect(meanIsGreater([3], [1, 2]).pValue).toBeCloseTo(1 / 6, 12);
  });

  it('of a correlation take three pairs', () => {
    expect(correlation([1, 2], [1, 3])).toEqual(tooFew);
  });
});

describe('judges with few sheets', () => {
  const three = { A: [1, 5, 9], B: [2, 5, 8], C: [9, 1, 4] };
  const four = { A: [1, 5, 9, 4], B: [2, 5, 8, 5], C: [9, 1, 4, 3] };

  it('are not compared in consistency below four', () => {
    expect(consistency(compared(three)).map(({ reason }) => reason)).toEqual(
      Array.from({ length: 3 }, () => tooFew.reason),
    );
    expect(consistency(compared(four)).every(({ pValue }) => pValue !== null)).toBe(true);
  });

  it('are told so beside who can be compared, and each with the sheets that count', () => {
    const mixed = { A: [1, 5, 9, 4, 2], B: [2, 5, 8, 5, 3], C: [9, 1, 4, 3, 6], D: [3, 6, 2] };
    const found = consistency(compared(mixed));
    expect(found[3]).toEqual({ judge: 'D', ...tooFew, sheets: ['D1', 'D2', 'D3'] });
    expect(found[0]!.sheets).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
    expect(found[0]!.pValue).not.toBeNull();
  });

  it('are told so beside who can be compared, in the order of scoring too', () => {
    const found = drift(compared(three, (_judge, at) => ({ order: 3 - at })));
    expect(found.map(({ judge, sheets: own }) => [judge, own])).toEqual([
      ['A', ['A1', 'A2', 'A3']],
      ['B', ['B1', 'B2', 'B3']],
      ['C', ['C1', 'C2', 'C3']],
    ]);
  });

  it('have nobody to be consistent with when all others have too few', () => {
    const alone = { A: [1, 5, 9, 4], B: [2, 5], C: [9, 1], D: [3, 3, 4, 5].slice(2) };
    const evidence = sheets(alone).map((sheet) =>
      sheet.judge === 'D' ? { ...sheet, entry: sheet.entry === 'E1' ? 'E3' : 'E4' } : sheet,
    );
    const [a] = consistency(compareSheets(evidence));
    expect(a).toMatchObject({ judge: 'A', pValue: null, reason: tooFew.reason });
    expect(a!.statistic).not.toBeNull();
  });

  it('show no pattern of one high and all low below four', () => {
    expect(oneHighAllLow(compared(three))[0]).toEqual({ judge: 'A', ...tooFew, sheets: [] });
    expect(oneHighAllLow(compared(four))[0]!.statistic).not.toBeNull();
    const apart = compareSheets([
      { id: 'a', judge: 'A', entry: 'E1', total: 1 },
      { id: 'b', judge: 'B', entry: 'E2', total: 1 },
    ]);
    expect(oneHighAllLow(apart)[0]).toEqual({ judge: 'A', ...tooFew, sheets: [] });
  });

  it('and no variation among the others leave the pattern without a p-value', () => {
    const flat = { A: [5, 5, 5, 9], B: [5, 5, 5, 5] };
    expect(oneHighAllLow(compared(flat))[0]).toMatchObject({ statistic: 4, sheets: ['A4'] });
    expect(oneHighAllLow(compared(flat))[0]!.pValue).toBeNull();
  });

  it('stand alone on an entry: no comparison', () => {
    const own = compareSheets([{ id: 'a', judge: 'A', entry: 'E1', total: 7 }]).get('A');
    expect(own).toMatchObject([{ othersMean: null, deviation: null }]);
    expect(spread(compared({ A: [1, 2, 3] }))[0]).toMatchObject({ ...tooFew, sheets: [] });
  });
});

it('spread has no multiple of others who never move', () => {
  const [a] = spread(compared({ A: [1, 5, 9, 4], B: [5, 5, 5, 5] }));
  expect(a!.statistic).toBeNull();
  expect(a!.sheets).toEqual(['A1', 'A2', 'A3', 'A4']);
});

describe('copied sheets', () => {
  it('need an entry that both scored', () => {
    const apart = compareSheets([
      { id: 'a', judge: 'A', entry: 'E1', total: 1 },
      { id: 'b', judge: 'B', entry: 'E2', total: 1 },
    ]);
    expect(copiedSheets(apart)).toEqual([]);
  });

  it('are told apart mark by mark: 1 and 11 are not 11 and 1', () => {
    const marks = (judge: string) => (judge === 'A' ? [1, 11] : [11, 1]);
    const evidence = compared({ A: [12], B: [12] }, (judge) => ({
      indicators: marks(judge).map((score) => ({ score, weight: 20 })),
    }));
    expect(copiedSheets(evidence)[0]).toMatchObject({ statistic: 0, sheets: [] });
  });
});

describe('haste', () => {
  const timed = (seconds: number, characters: number) =>
    compared({ A: [1, 2], B: [1, 2], C: [1, 2] }, (judge, at) => ({
      readingSeconds: judge === 'A' ? seconds : 300 + 10 * at,
      documentCharacters: judge === 'A' ? characters : 1500 + 7 * at,
    }));

  it('lists what is read faster than anybody reads, and not what is read just as fast', () => {
    expect(haste(timed(60, 1500), 1500)[0]!.sheets).toEqual([]);
    expect(haste(timed(60, 1501), 1500)[0]!.sheets).toEqual(['A1', 'A2']);
  });

  it.each([
    [0, 1500],
    [60, 0],
  ])('is not recorded with %i seconds for %i characters', (seconds, characters) => {
    expect(haste(timed(seconds, characters), 1500)[0]).toEqual({
      judge: 'A',
      statistic: null,
      pValue: null,
      reason: 'diagnostics.undefined.notRecorded',
      sheets: [],
    });
  });

  it('has no multiple where nobody else was timed', () => {
    const alone = compared({ A: [1], B: [1] }, (judge) =>
      judge === 'A' ? { readingSeconds: 60, documentCharacters: 1501 } : {},
    );
    expect(haste(alone, 1500)[0]).toMatchObject({ ...tooFew, sheets: ['A1'] });
  });
});

it('straight-lining looks at sheets of three indicators and more', () => {
  const flat = (count: number) => ({
    indicators: Array.from({ length: count }, () => ({ score: 1, weight: 2 })),
  });
  const found = (count: number) => straightLining(compared({ A: [1], B: [2] }, () => flat(count)));
  expect(found(2)[0]).toMatchObject({
    statistic: null,
    reason: 'diagnostics.undefined.notRecorded',
  });
  expect(found(3)[0]).toMatchObject({ statistic: 1, sheets: ['A1'] });
  const uneven = compared({ A: [1] }, () => ({
    indicators: [0.5, 0.52, 0.48, 0.52, 0.48].map((score) => ({ score, weight: 1 })),
  }));
  expect(straightLining(uneven)[0]!.statistic).toBe(1);
});

describe('what the supervisor is asked to look at', () => {
  const signal = (
    kind: JudgeSignal['kind'],
    adjusted: number | null,
    ids: readonly string[] = [],
  ) =>
    standsOut({ kind, judge: 'A', statistic: 1, pValue: 0, adjustedPValue: adjusted, sheets: ids });

  it('has a small corrected p-value, or a sheet read faster than anybody reads', () => {
    expect([0.05, 0.0500001, null].map((p) => signal('drift', p, ['A1']))).toEqual([
      true,
      false,
      false,
    ]);
    expect([signal('haste', null, ['A1']), signal('haste', 1), signal('haste', 0.01)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('has a name that stays the same', () => {
    expect(signalId('r1', { kind: 'drift', judge: 'A' })).toBe(
      sha256Hex('r1\ndrift\nA\n\n').slice(0, 16),
    );
    expect(signalId('r1', { kind: 'favour', judge: 'A', otherJudge: 'B', tie: 'division' })).toBe(
      sha256Hex('r1\nfavour\nA\nB\ndivision').slice(0, 16),
    );
  });
});

it('an examination shows the sheets behind the signals', () => {
  const evidence = sheets({ A: [80], B: [70] }, (judge) =>
    judge === 'A' ? { order: 1, readingSeconds: 60, documentCharacters: 900 } : {},
  );
  const options = { fastestCharactersPerMinute: 1500 };
  const found = examineJudges({ lockedAt: 'then', options, sheets: evidence }, () => undefined);
  expect(found.lockedAt).toBe('then');
  expect(found.signals.length).toBeGreaterThan(0);
  expect(found.sheets).toEqual([
    {
      id: 'A1',
      judge: 'A',
      entry: 'E1',
      total: 80,
      othersMean: 70,
      order: 1,
      readingSeconds: 60,
      documentCharacters: 900,
    },
    {
      id: 'B1',
      judge: 'B',
      entry: 'E1',
      total: 70,
      othersMean: 80,
      order: null,
      readingSeconds: null,
      documentCharacters: null,
    },
  ]);
});
