import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { buildBundle, parseBundle } from '../../src/rules/provenance/build-bundle.js';
import type { ResultsBundle } from '../../src/rules/provenance/results-bundle.js';
import { verifyBundle } from '../../src/rules/provenance/verify-bundle.js';
import { rankCategory } from '../../src/rules/ranking/rank-category.js';
import type { ApplicationRecord } from '../../src/rules/scoring/application-record.js';
import { sampleRecord } from './sample-category.js';

const RECORDS = [1, 2, 3].map((n) => sampleRecord('G', n, [0.8, 0.9, 0.95, 0.9, 1]));

const LIST = rankCategory(PRESET_2013, 'G', RECORDS, []).ranked.map(({ standing }) => ({
  category: 'G' as const,
  receiptNumber: standing.receiptNumber,
  standing: standing.standing,
  division: RECORDS.find((one) => one.receiptNumber === standing.receiptNumber)?.division ?? '',
  merchant: `商户${standing.receiptNumber}`,
}));

const INPUTS = {
  programme: '2013',
  ruleVersion: '1',
  ruleSet: PRESET_2013,
  categories: [{ category: 'G' as const, applications: RECORDS, ballots: [] }],
};

/** Built anew in each test, so that a fault in the making is a fault of the test. */
const built = () => buildBundle(INPUTS, LIST, []);

/** A copy of the bundle file with the first application changed. */
function tampered(change: (record: ApplicationRecord) => ApplicationRecord): ResultsBundle {
  const bundle = parseBundle(JSON.stringify(built()));
  const categories = bundle.categories.map((category) => ({
    ...category,
    applications: category.applications.map((one, i) =>
      i === 0 && 'figures' in one ? change(one) : one,
    ),
  }));
  return { ...bundle, categories };
}

function difference(bundle: ResultsBundle) {
  const verification = verifyBundle(bundle);
  if (verification.ok) throw new Error('no difference was found');
  return verification.difference;
}

it('an untouched bundle survives the file and is verified', () => {
  const bundle = parseBundle(JSON.stringify(built()));
  expect(verifyBundle(bundle)).toEqual({ ok: true, inputHash: built().inputHash });
  expect(bundle.inputHash).toMatch(/^[0-9a-f]{64}$/);
});

it('the hash does not depend on the order of rows', () => {
  const [category] = INPUTS.categories;
  const applications = RECORDS.toReversed().map((r) => ({ ...r, sheets: r.sheets.toReversed() }));
  const shuffled = {
    ...INPUTS,
    categories: [{ ...category, category: 'G' as const, ballots: [], applications }],
  };
  expect(buildBundle(shuffled, LIST, []).inputHash).toBe(built().inputHash);
});

it('one changed score is named by application, sheet, seat and indicator', () => {
  const changed = tampered((record) => ({
    ...record,
    sheets: record.sheets.map((sheet) =>
      sheet.seat === 3 && sheet.sheet === 'material'
        ? { ...sheet, scores: { ...sheet.scores, G11: (sheet.scores['G11'] ?? 0) - 50 } }
        : sheet,
    ),
  }));
  expect(difference(changed)).toEqual({
    where: {
      key: 'provenance.where.score',
      variables: { receiptNumber: '2013-G-0001', sheet: 'material', seat: '3', indicator: 'G11' },
    },
    expected: '25.50',
    found: '25.00',
  });
});

const withSales = (netWan: number) =>
  tampered((record) => ({
    ...record,
    figures: { ...record.figures, amounts: { ...record.figures.amounts, netWan } },
  }));

it('a changed figure is named by its indicator, or by its application when no band is crossed', () => {
  expect(difference(withSales(300_000))).toMatchObject({
    where: {
      key: 'provenance.where.indicatorPoints',
      variables: { receiptNumber: '2013-G-0001', indicator: 'G1' },
    },
    expected: '8.500000',
    found: '10.000000',
  });
  expect(difference(withSales(110_001)).where).toEqual({
    key: 'provenance.where.record',
    variables: { receiptNumber: '2013-G-0001' },
  });
});

it('names a changed rule, a changed standing, a row too many and a row too few', () => {
  const bundle = built();
  const rules = { ...bundle, ruleSet: { ...PRESET_2013, totalQuota: 31 } };
  expect(difference(rules).where.key).toBe('provenance.where.ruleSet');
  const list = bundle.list.map((row, i) => (i === 0 ? { ...row, standing: 9 } : row));
  expect(difference({ ...bundle, list })).toMatchObject({
    where: { key: 'provenance.where.listStanding' },
    found: '9',
  });
  expect(difference({ ...bundle, list: bundle.list.slice(1) })).toMatchObject({
    where: { key: 'provenance.where.listed' },
    expected: 'true',
    found: 'false',
  });
  const strangers = bundle.list
    .slice(0, 1)
    .map((row) => ({ ...row, receiptNumber: '2013-G-0099' }));
  const longer = { ...bundle, list: [...bundle.list, ...strangers] };
  expect(difference(longer).where.key).toBe('provenance.where.listedUnknown');
});

it('a recorded removal explains a row that is not listed', () => {
  const removed = LIST[0]?.receiptNumber ?? '';
  const changes = [
    { category: 'G' as const, receiptNumber: removed, change: 'removed' as const, reason: 'V14' },
  ];
  const bundle = buildBundle(INPUTS, LIST.slice(1), changes);
  expect(verifyBundle(bundle).ok).toBe(true);
});

it('a score that may not stand and a damaged file are differences, not crashes', () => {
  const damaged = parseBundle(JSON.stringify({ ...built(), categories: [{ category: 'G' }] }));
  expect(difference(damaged).where.key).toBe('provenance.where.unreadable');
  expect(() => parseBundle('{"format":"other"}')).toThrow('provenance.error.notABundle');
  expect(() => parseBundle('no json')).toThrow('provenance.error.notABundle');
});

it('a bundle from the time when votes had a place in it is verified as it stands', () => {
  const records = RECORDS.map((record) => ({ ...record, publicVotes: null }));
  const ruleSet = {
    ...PRESET_2013,
    categories: PRESET_2013.categories.map((category) => ({
      ...category,
      composite: { ...category.composite, publicVote: 0 },
    })),
  };
  const categories = [{ category: 'G' as const, applications: records, ballots: [] }];
  const old = buildBundle({ ...INPUTS, ruleSet, categories }, LIST, []);
  expect(old.inputHash).not.toBe(built().inputHash);
  expect(verifyBundle(parseBundle(JSON.stringify(old)))).toMatchObject({ ok: true });
});
