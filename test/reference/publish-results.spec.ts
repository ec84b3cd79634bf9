import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { ABOUT_NOBODY, RESULT_POLICY } from '../../src/rules/privacy/result-policy.js';
import { buildBundle, parseBundle } from '../../src/rules/provenance/build-bundle.js';
import { publishResults } from '../../src/rules/provenance/publish-results.js';
import type {
  CategoryInputs,
  ListChange,
  ResultsBundle,
} from '../../src/rules/provenance/results-bundle.js';
import { verifyBundle } from '../../src/rules/provenance/verify-bundle.js';
import { rankCategory } from '../../src/rules/ranking/rank-category.js';
import type { ApplicationRecord } from '../../src/rules/scoring/application-record.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import { recompute } from '../journeys/recompute.js';
import { changedJson } from '../support/changed-json.js';
import { sampleRecord } from './sample-category.js';

/** Twelve for six places: merits that fall, two ties between merchants, one bonus and one deduction. */
const item = { reason: '王建国的善举', evidence: '文件', points: 100 };
const RECORDS = Array.from({ length: 12 }, (_, at): ApplicationRecord => {
  const merit = 0.9 - at * 0.02;
  const record = sampleRecord('G', at + 1, [merit, merit + 0.05, merit - 0.1, merit, merit + 0.1]);
  return {
    ...record,
    relatedGroup: ({ 0: '李氏', 2: '李氏', 9: '王氏', 10: '王氏' } as const)[at] ?? null,
    bonuses: at === 3 ? [item] : [],
    deductions: at === 4 ? [{ ...item, points: 50 }] : [],
  };
});
const rulesWith = (divisionFloor: RuleSet['categories'][number]['divisionFloor']): RuleSet => ({
  ...PRESET_2013,
  categories: PRESET_2013.categories.map((one) => ({ ...one, quota: 6, divisionFloor })),
});
const RULES = rulesWith(null);
const removal: ListChange = {
  category: 'G',
  receiptNumber: '2013-G-0001',
  change: 'removed',
  reason: 'cancelled',
};

function inputsOf(ruleSet: RuleSet, ballots: CategoryInputs['ballots'] = []) {
  const categories = [{ category: 'G' as const, applications: RECORDS, ballots }];
  return { programme: '2013', ruleVersion: '1', ruleSet, categories };
}

function listOf(ruleSet: RuleSet, without: readonly string[] = []) {
  return rankCategory(ruleSet, 'G', RECORDS, [])
    .ranked.filter(({ outcome }) => outcome.result === 'proposed')
    .filter(({ score }) => !without.includes(score.receiptNumber))
    .map(({ standing: { receiptNumber, standing } }) => ({
      category: 'G' as const,
      receiptNumber,
      standing,
      division: RECORDS.find((one) => one.receiptNumber === receiptNumber)!.division,
      merchant: `商户${receiptNumber}`,
    }));
}

/** As it comes out of the file that anybody downloads. */
function published(ruleSet = RULES, changes: readonly ListChange[] = []): ResultsBundle {
  const ballots = [{ votes: { '2013-G-0011': 3, '2013-G-0012': 4 } }];
  const list = listOf(
    ruleSet,
    changes.map(({ receiptNumber }) => receiptNumber),
  );
  return parseBundle(JSON.stringify(publishResults(inputsOf(ruleSet, ballots), list, changes)));
}

describe('what a published bundle tells', () => {
  it('is what the policy says, path by path, and everything that the policy says', () => {
    const found = new Set(paths({ ...published(RULES, [removal]), ruleSet: null }));
    found.delete('ruleSet');
    const told = RESULT_POLICY.flatMap((row) => row.paths);
    expect([...found].filter((one) => !ABOUT_NOBODY.includes(one) && !told.includes(one))).toEqual(
      [],
    );
    // Nobody here was left unscored or stayed away, and no indicator was left out.
    const unscored = [
      'locked.*.applications.*.result',
      'categories.*.applications.*.verified.notApplicable.*',
      'categories.*.applications.*.absentFromDefence',
    ];
    expect(
      [...ABOUT_NOBODY, ...told].filter((one) => !found.has(one) && !unscored.includes(one)),
    ).toEqual([]);
  });

  it('says who stayed away from the defence, without whom it could not be computed again', () => {
    const away = RECORDS.map((one, at) =>
      at === 0 ? { ...one, absentFromDefence: true as const } : one,
    );
    const categories = [{ category: 'G' as const, applications: away, ballots: [] }];
    const inputs = { programme: '2013', ruleVersion: '1', ruleSet: RULES, categories };
    const { categories: told } = publishResults(inputs, listOf(RULES), []);
    const flags = told[0]!.applications.map(({ absentFromDefence }) => absentFromDefence);
    expect(flags.filter(Boolean)).toEqual([true]);
  });

  it('has neither a figure nor a reason nor the name of a tie', () => {
    const text = JSON.stringify({ ...published(), ruleSet: null });
    expect(text).not.toMatch(/netWan|insured|taxPaid|王建国|李氏|王氏|110000|shops/);
  });

  it('of who is not listed has no receipt number, no division and no place in their order', () => {
    const bundle = published(RULES, [removal]);
    const listed = new Set(bundle.list.map(({ receiptNumber }) => receiptNumber));
    expect(listed.size).toBe(5);
    const others = bundle.categories[0]!.applications.filter(
      ({ receiptNumber }) => !listed.has(receiptNumber),
    );
    expect(others.map(({ receiptNumber }) => receiptNumber)).toEqual([
      'G-removed-001',
      ...[1, 2, 3, 4, 5, 6].map((number) => `G-unlisted-00${number}`),
    ]);
    expect(new Set(others.map(({ division }) => division))).toEqual(new Set(['']));
    expect(bundle.changes).toEqual([{ ...removal, receiptNumber: 'G-removed-001' }]);
    const unlisted = RECORDS.map(({ receiptNumber }) => receiptNumber).filter(
      (receipt) => !listed.has(receipt),
    );
    const text = JSON.stringify(bundle);
    expect(unlisted.filter((receipt) => text.includes(receipt))).toEqual([]);
    const standings = bundle.locked[0]!.applications.filter(({ receiptNumber }) =>
      receiptNumber.startsWith('G-unlisted'),
    ).map(({ result }) => result!.standing);
    expect(standings).not.toEqual(standings.toSorted((a, b) => a - b));
  });

  it('names a tie between merchants only where it took a place', () => {
    const groups = published()
      .categories[0]!.applications.filter((one) => one.relatedGroup !== null)
      .map(({ receiptNumber, relatedGroup }) => [
        receiptNumber.replace(/\d{3}$/, ''),
        relatedGroup,
      ]);
    expect(groups).toEqual([
      ['2013-G-0', 'group-1'],
      ['G-unlisted-', 'group-1'],
    ]);
  });

  it('tells divisions where the rules keep places for them', () => {
    const bundle = published(rulesWith({ places: 2, bestScore: 100 }));
    expect(verifyBundle(bundle).ok).toBe(true);
    expect(bundle.categories[0]!.applications.map((one) => one.division)).not.toContain('');
  });
});

describe('computed again from points', () => {
  it.each([
    ['a plain category', RULES, []],
    ['one without a listed merchant that was removed', RULES, [removal]],
    ['one with places kept for divisions', rulesWith({ places: 2, bestScore: 100 }), []],
  ] as const)('%s has the results of the lock', (_name, ruleSet, changes) => {
    const bundle = published(ruleSet, changes);
    expect(verifyBundle(bundle)).toEqual({ ok: true, inputHash: bundle.inputHash });
    for (const { own, published: theirs } of recompute(bundle)) expect(own).toBe(theirs);
    const results = ({ locked }: ResultsBundle) =>
      locked[0]!.applications.map(({ result }) => JSON.stringify(result)).sort();
    expect(results(bundle)).toEqual(results(buildBundle(inputsOf(ruleSet), [], [])));
  });

  it('an old bundle with figures is verified as it was published', () => {
    const inputs = inputsOf(RULES);
    const old = { ...buildBundle(inputs, listOf(RULES), []), format: 'biaogan.results/1' };
    expect(verifyBundle(parseBundle(JSON.stringify(old))).ok).toBe(true);
  });

  it.each([
    ['changed', 700, 'indicatorPoints', '8.500000', '7.000000'],
    ['above the weight', 5_000, 'refused', '', 'scoring.error.pointsOutside'],
    ['below nothing', -50, 'refused', '', 'scoring.error.pointsOutside'],
    ['written as a word', '850', 'refused', '', 'scoring.error.pointsOutside'],
    ['left out', undefined, 'refused', '', 'scoring.error.pointsOutside'],
  ])('points that were %s are found', (_name, points, where, expected, found) => {
    const path = 'categories.0.applications.0.verified.points.G1';
    const result = verifyBundle(changedJson(published(), { [path]: points }));
    if (result.ok) throw new Error('no difference was found');
    expect(result.difference).toMatchObject({
      where: { key: `provenance.where.${where}` },
      expected,
      found,
    });
  });
});

/** Where values stand, with `*` for places in lists and for codes, seats and receipt numbers. */
function paths(value: unknown, at = ''): string[] {
  if (value === null || typeof value !== 'object') return [at];
  return Object.entries(value).flatMap(([key, one]) => {
    const free =
      Array.isArray(value) || /(points|scores|Sums|means|votes|indicatorPoints)$/.test(at);
    // `verified.points` is a table, `bonuses.*.points` a value.
    return paths(one, `${at}${at && '.'}${free ? '*' : key}`);
  });
}
