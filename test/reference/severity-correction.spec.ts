import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { buildBundle, parseBundle } from '../../src/rules/provenance/build-bundle.js';
import { buildWorking } from '../../src/rules/provenance/build-working.js';
import { verifyBundle } from '../../src/rules/provenance/verify-bundle.js';
import { rankCategory } from '../../src/rules/ranking/rank-category.js';
import { tryRules } from '../../src/rules/ranking/try-rules.js';
import type { ApplicationRecord } from '../../src/rules/scoring/application-record.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import { recompute } from '../journeys/recompute.js';
import { sampleRecord } from './sample-category.js';

/** Seven judges; a window of five moves on by one for each application, so nobody scores everything. */
const JUDGES = 7;
const SEVERITY = [0.2, 0.1, 0, -0.05, -0.1, 0.05, 0.15];
const MERITS = [0.62, 0.44, 0.74, 0.38, 0.68, 0.5, 0.78, 0.56];
const records = MERITS.map((merit, at): ApplicationRecord => {
  const seats = [0, 1, 2, 3, 4].map((next) => ((at + next) % JUDGES) + 1);
  const shares = seats.map((seat) => merit + SEVERITY[seat - 1]!);
  const record = sampleRecord('G', at + 1, shares);
  // The presets' defence is heard by five; the material sheets bear the seats of the window.
  const sheets = record.sheets.map((one) =>
    one.sheet === 'material' ? { ...one, seat: seats[one.seat - 1]! } : one,
  );
  return { ...record, sheets };
});
const rulesWith = (severityCorrection: boolean): RuleSet => ({
  ...PRESET_2013,
  categories: PRESET_2013.categories.map((one) => ({ ...one, severityCorrection })),
});
const corrected = rulesWith(true);

function bundleOf(ruleSet: RuleSet) {
  const { ranked } = rankCategory(ruleSet, 'G', records, []);
  const list = ranked
    .filter(({ outcome }) => outcome.result === 'proposed')
    .map(({ standing: { receiptNumber, standing } }) => {
      const { division } = records.find((one) => one.receiptNumber === receiptNumber)!;
      return { category: 'G' as const, receiptNumber, standing, division, merchant: 'M' };
    });
  const categories = [{ category: 'G' as const, applications: records, ballots: [] }];
  const inputs = { programme: '2013', ruleVersion: '1', ruleSet, categories };
  return parseBundle(JSON.stringify(buildBundle(inputs, list, [])));
}

describe('totals without the severity of their judges', () => {
  it('are what somebody finds who shares no line with the program', () => {
    const found = recompute(bundleOf(corrected));
    expect(found).toHaveLength(MERITS.length);
    for (const { own, published } of found) expect(own).toBe(published);
  });

  it('stand in the bundle that anybody verifies, and another switch is found', () => {
    const bundle = bundleOf(corrected);
    expect(verifyBundle(bundle).ok).toBe(true);
    const switched = { ...bundle, ruleSet: rulesWith(false) };
    expect(verifyBundle(switched).ok).toBe(false);
  });

  it('give the order of merit that severe judges had turned', () => {
    const merit = (rules: RuleSet) => {
      const { ranked } = rankCategory(rules, 'G', records, []);
      const judged = ranked.map(({ score }) => ({
        at: Number(score.receiptNumber.slice(-4)) - 1,
        mean: score.sheets.find(({ sheet }) => sheet === 'material')!.mean,
      }));
      const sorted = judged.toSorted((a, b) => {
        const [x, y] = [a, b].map(({ mean }) => Number(mean.numerator) / Number(mean.denominator));
        return y! - x!;
      });
      return sorted.map(({ at }) => MERITS[at]!);
    };
    const best = MERITS.toSorted((a, b) => b - a);
    expect(merit(rulesWith(false))).not.toEqual(best);
    expect(merit(corrected)).toEqual(best);
  });

  it('are what an office sees that tries the switch on the locked scores', () => {
    const inputs = { category: 'G', applications: records, ballots: [] } as const;
    const { applications } = tryRules(rulesWith(false), corrected, inputs);
    const moved = applications.filter(
      ({ before, after }) => before!.compositeMillionths !== after!.compositeMillionths,
    );
    expect(moved.length).toBeGreaterThan(0);
  });

  it('show in the working what was taken off each of them, and add up', () => {
    const { ranked } = rankCategory(corrected, 'G', records, []);
    const [first] = ranked;
    const record = records.find((one) => one.receiptNumber === first!.score.receiptNumber)!;
    const { sheets } = buildWorking(corrected, 'G', record, record.figures, first!);
    const [material, defence] = ['material', 'defence'].map((code) =>
      sheets.find(({ sheet }) => sheet === code)!,
    );
    expect(material!.totals.every(({ severity }) => /^-?\d+\.\d{6}$/.test(severity!))).toBe(true);
    expect(defence!.totals.every(({ severity }) => severity === undefined)).toBe(true);
    const plain = buildWorking(
      rulesWith(false),
      'G',
      record,
      record.figures,
      rankCategory(rulesWith(false), 'G', records, []).ranked.find(
        ({ score }) => score.receiptNumber === record.receiptNumber,
      )!,
    );
    const given = plain.sheets.find(({ sheet }) => sheet === 'material')!;
    for (const [at, { points, severity }] of material!.totals.entries()) {
      expect(Number(points) + Number(severity)).toBeCloseTo(Number(given.totals[at]!.points), 2);
    }
  });
});
