import * as fc from 'fast-check';
import { RuleError } from '../rule-error.js';
import { judgeDiagnostics } from './judge-diagnostics.js';
import type { SignalKind } from './judge-signal.js';
import type { ScoreSheetEvidence } from './score-sheet-evidence.js';

const options = { fastestCharactersPerMinute: 1500 };

/** Totals of eight entries; C is severe, D agrees with nobody. Reference figures: R 4.2.2. */
const panel = sheets({
  A: [80, 76, 84, 70, 78, 90, 66, 74],
  B: [82, 75, 83, 71, 80, 88, 67, 77],
  C: [74, 70, 79, 62, 71, 85, 60, 69],
  D: [77, 80, 70, 79, 75, 76, 78, 72],
});

function sheets(
  totals: Readonly<Record<string, readonly number[]>>,
  evidence: (judge: string, index: number) => Partial<ScoreSheetEvidence> = () => ({}),
): readonly ScoreSheetEvidence[] {
  return Object.entries(totals).flatMap(([judge, scores]) =>
    scores.map((total, index) => ({
      id: `${judge}${index + 1}`,
      judge,
      entry: `E${index + 1}`,
      total,
      ...evidence(judge, index),
    })),
  );
}

function signals(evidence: readonly ScoreSheetEvidence[], kind: SignalKind) {
  return judgeDiagnostics(evidence, options).filter((signal) => signal.kind === kind);
}

function signalOf(evidence: readonly ScoreSheetEvidence[], kind: SignalKind, judge: string) {
  return signals(evidence, kind).find((signal) => signal.judge === judge)!;
}

function expectRefusal(evidence: readonly ScoreSheetEvidence[], error: RuleError) {
  expect(() => judgeDiagnostics(evidence, options)).toThrow(error);
}

describe('severity', () => {
  it('is the mean difference from the others, tested by t and corrected over the panel', () => {
    const found = signals(panel, 'severity');
    const expected: readonly (readonly [string, number, number, number])[] = [
      ['A', 2.25, 0.0914757829159, 0.1219677105545],
      ['B', 3.08333333333, 0.0167896863865, 0.033579372773],
      ['C', -5.75, 0.00628263268156, 0.0251305307262],
      ['D', 0.416666666667, 0.905400607269, 0.9054006072691],
    ];
    expected.forEach(([judge, statistic, pValue, adjusted], index) => {
      expect(found[index]!.judge).toBe(judge);
      expect(found[index]!.statistic).toBeCloseTo(statistic, 10);
      expect(found[index]!.pValue).toBeCloseTo(pValue, 11);
      expect(found[index]!.adjustedPValue).toBeCloseTo(adjusted, 11);
    });
    expect(found[2]!.sheets).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8']);
  });

  it('is undefined below three comparable sheets', () => {
    const two = panel.filter(({ judge, entry }) => judge !== 'C' || entry < 'E3');
    expect(signalOf(two, 'severity', 'C')).toMatchObject({
      statistic: null,
      pValue: null,
      adjustedPValue: null,
      reason: 'diagnostics.undefined.tooFewSheets',
    });
  });
});

it('spread compares how widely the scale is used', () => {
  const d = signalOf(panel, 'spread', 'D');
  expect(d.statistic).toBeCloseTo(0.463636363636, 11);
  expect(d.pValue).toBeCloseTo(0.136137973729, 11);
});

it('consistency finds the judge who agrees with nobody', () => {
  const d = signalOf(panel, 'consistency', 'D');
  expect(d.statistic).toBeCloseTo(-0.448783455862, 11);
  expect(d.pValue! / 6.79599840575e-7).toBeCloseTo(1, 9);
  expect(signalOf(panel, 'consistency', 'A').pValue).toBeCloseTo(0.995290008553, 10);
});

it('straight-lining counts sheets that give every indicator the same share of its weight', () => {
  const weights = [8, 6, 6, 4];
  const flat = weights.map((weight) => ({ score: weight / 2, weight }));
  const shaped = weights.map((weight, index) => ({ score: index % 2 ? weight : 1, weight }));
  const evidence = sheets(
    { A: [1, 2, 3, 4], B: [2, 3, 4, 5], C: [3, 4, 5, 6] },
    (judge, index) => ({
      indicators: (judge === 'A' && index < 3) || (judge === 'B' && index === 0) ? flat : shaped,
    }),
  );
  const a = signalOf(evidence, 'straightLining', 'A');
  expect(a.statistic).toBe(0.75);
  // Three or more of four at (1 + 1)/(8 + 2).
  expect(a.pValue).toBeCloseTo(0.0272, 12);
  expect(a.sheets).toEqual(['A1', 'A2', 'A3']);
  expect(signalOf(panel, 'straightLining', 'A')).toMatchObject({
    statistic: null,
    reason: 'diagnostics.undefined.notRecorded',
    sheets: [],
  });
});

it('copied sheets counts identical marks of two judges and names both sheets', () => {
  const evidence = sheets({
    A: [81, 76, 84, 70],
    B: [81, 76, 84, 70],
    C: [74, 70, 79, 62],
  });
  const [pair, ...others] = signals(evidence, 'copiedSheets');
  expect(pair).toMatchObject({ judge: 'A', otherJudge: 'B', statistic: 4 });
  // Four of four at (0 + 1)/(8 + 2).
  expect(pair!.pValue).toBeCloseTo(1e-4, 15);
  expect(pair!.adjustedPValue).toBeCloseTo(3e-4, 15);
  expect(pair!.sheets).toEqual(['A1', 'B1', 'A2', 'B2', 'A3', 'B3', 'A4', 'B4']);
  expect(others.map(({ statistic, pValue }) => [statistic, pValue])).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

it('same totals from different marks are no copy', () => {
  const evidence = sheets({ A: [10], B: [10] }, (judge) => ({
    indicators: [
      { score: judge === 'A' ? 4 : 6, weight: 8 },
      { score: judge === 'A' ? 6 : 4, weight: 8 },
    ],
  }));
  expect(signals(evidence, 'copiedSheets')[0]).toMatchObject({ statistic: 0, sheets: [] });
});

it('one high, all low names the favoured sheet', () => {
  const evidence = sheets({
    A: [80, 76, 84, 70, 78, 90, 66, 74],
    B: [82, 75, 83, 71, 80, 88, 67, 77],
    K: [72, 68, 77, 62, 70, 82, 100, 66],
  });
  const k = signalOf(evidence, 'oneHighAllLow', 'K');
  expect(k.statistic).toBeCloseTo(41.6428571429, 9);
  expect(k.pValue! / 1.71217564908e-7).toBeCloseTo(1, 9);
  expect(k.sheets).toEqual(['K7']);
});

it('one high is no signal for a judge who is generous elsewhere too', () => {
  const evidence = sheets({
    A: [80, 76, 84, 70, 78],
    B: [82, 75, 83, 71, 80],
    G: [90, 85, 92, 80, 100],
  });
  expect(signalOf(evidence, 'oneHighAllLow', 'G').pValue).toBe(1);
});

it('favour measures tied entries against the judge’s other entries', () => {
  const tied = panel.map((sheet) =>
    sheet.id === 'D4' || sheet.id === 'D7' ? { ...sheet, ties: ['division' as const] } : sheet,
  );
  const found = signals(tied, 'favour');
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ judge: 'D', tie: 'division', sheets: ['D4', 'D7'] });
  expect(found[0]!.statistic).toBeCloseTo(16.1111111111, 9);
  expect(found[0]!.pValue).toBeCloseTo(0.01124804995, 11);
});

it('drift correlates the difference from the others with the order of scoring', () => {
  const ordered = panel.map((sheet) => ({ ...sheet, order: Number(sheet.entry.slice(1)) }));
  const c = signalOf(ordered, 'drift', 'C');
  expect(c.statistic).toBeCloseTo(-0.059845592179, 11);
  expect(c.pValue).toBeCloseTo(0.888057147651, 11);
  expect(signalOf(panel, 'drift', 'C').reason).toBe('diagnostics.undefined.notRecorded');
});

it('haste compares reading speeds and lists the sheets nobody can have read', () => {
  const characters = [3000, 2400, 3600];
  const seconds: Readonly<Record<string, readonly number[]>> = {
    A: [60, 50, 70],
    B: [300, 200, 420],
    C: [280, 260, 380],
  };
  const evidence = sheets({ A: [1, 2, 3], B: [1, 2, 3], C: [1, 2, 3] }, (judge, index) => ({
    documentCharacters: characters[index],
    readingSeconds: seconds[judge]![index],
  }));
  const a = signalOf(evidence, 'haste', 'A');
  expect(a.statistic).toBeCloseTo(5.00971270929, 10);
  expect(a.pValue! / 4.64816736488e-8).toBeCloseTo(1, 9);
  expect(a.sheets).toEqual(['A1', 'A2', 'A3']);
  expect(signalOf(evidence, 'haste', 'B').sheets).toEqual([]);
});

describe('judgeDiagnostics', () => {
  it('does not depend on the order of the sheets', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...panel], { minLength: panel.length }), (shuffled) => {
        expect(judgeDiagnostics(shuffled, options)).toEqual(judgeDiagnostics(panel, options));
      }),
      { seed: 23, numRuns: 20 },
    );
  });

  it('follows a shift and a change of scale: points scale, p-values stay', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.constantFrom(0.5, 2), (shift, scale) => {
        const moved = panel.map((sheet) => ({ ...sheet, total: shift + scale * sheet.total }));
        const base = judgeDiagnostics(panel, options);
        judgeDiagnostics(moved, options).forEach((signal, index) => {
          const before = base[index]!;
          if (before.pValue === null) expect(signal.pValue).toBeNull();
          else expect(signal.pValue).toBeCloseTo(before.pValue, 9);
          if (before.kind === 'severity')
            expect(signal.statistic! / scale).toBeCloseTo(before.statistic!, 9);
        });
      }),
      { seed: 29, numRuns: 20 },
    );
  });

  it('refuses no sheets, a second sheet on an entry, and a total that is no number', () => {
    expectRefusal([], new RuleError('diagnostics.noSheets'));
    expectRefusal(
      [...panel, { id: 'A9', judge: 'A', entry: 'E1', total: 3 }],
      new RuleError('ratings.replicates', { judge: 'A', entry: 'E1' }),
    );
    expectRefusal(
      [{ id: 'A1', judge: 'A', entry: 'E1', total: NaN }],
      new RuleError('ratings.notFinite', { judge: 'A', entry: 'E1' }),
    );
  });
});
