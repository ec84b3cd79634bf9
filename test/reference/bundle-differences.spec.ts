import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { buildBundle, parseBundle } from '../../src/rules/provenance/build-bundle.js';
import type { ListChange } from '../../src/rules/provenance/results-bundle.js';
import { verifyBundle } from '../../src/rules/provenance/verify-bundle.js';
import { rankCategory } from '../../src/rules/ranking/rank-category.js';
import { sampleRecord } from './sample-category.js';
import { changedJson } from '../support/changed-json.js';
import { NO_FIGURES } from './support.js';

const RECORDS = [1, 2, 3].map((n) => sampleRecord('G', n, [0.8, 0.9, 0.95, 0.9, 1]));
/** Below the pass mark, and one that was not scored for want of judges. */
const POOR = { ...sampleRecord('G', 4), figures: NO_FIGURES };
const UNSCORED = { ...sampleRecord('G', 5), sheets: [] };

const LIST = rankCategory(PRESET_2013, 'G', RECORDS, []).ranked.map(({ standing }) => ({
  category: 'G' as const,
  receiptNumber: standing.receiptNumber,
  standing: standing.standing,
  division: RECORDS.find((one) => one.receiptNumber === standing.receiptNumber)!.division,
  merchant: `商户${standing.receiptNumber}`,
}));

const built = (applications = RECORDS, changes: readonly ListChange[] = [], list = LIST) =>
  buildBundle(
    {
      programme: '2013',
      ruleVersion: '1',
      ruleSet: PRESET_2013,
      categories: [{ category: 'G', applications, ballots: [] }],
    },
    list,
    changes,
  );

/** The first difference of a bundle with other values at some paths. */
function found(changes: Readonly<Record<string, unknown>>) {
  const verification = verifyBundle(changedJson(built(), changes));
  if (verification.ok) throw new Error('no difference was found');
  const { where, ...values } = verification.difference;
  return { key: where.key.replace('provenance.where.', ''), ...where.variables, ...values };
}

const receiptNumber = '2013-G-0001';
const APPLICATION = 'categories.0.applications.0';
const LOCKED = 'locked.0.applications.0';
const ROW = LIST.findIndex((row) => row.receiptNumber === receiptNumber);
/** Sheets stand in order: five of the defence, then those on paper. */
const score = (seat: number, code: string) => `${APPLICATION}.sheets.${4 + seat}.scores.${code}`;

describe('a difference is named by its place, with what was locked and what was found', () => {
  it.each<[object, Readonly<Record<string, unknown>>]>([
    [{ key: 'ruleSet', expected: 'x' }, { ruleSetHash: 'x' }],
    [
      { key: 'categories', expected: 'G', found: 'G Y' },
      { 'categories.1': { category: 'Y', applications: [], ballots: [] } },
    ],
    [
      {
        key: 'applications',
        category: 'G',
        expected: '2013-G-0001 2013-G-0002 2013-G-0003',
        found: '2013-G-0002 2013-G-0003',
      },
      { 'categories.0.applications': RECORDS.slice(1) },
    ],
    [
      { key: 'sheets', receiptNumber, expected: 'defence material', found: 'material' },
      { [`${APPLICATION}.sheets`]: RECORDS[0]!.sheets.filter((one) => one.sheet === 'material') },
    ],
    [
      {
        key: 'seat',
        receiptNumber,
        sheet: 'material',
        seat: '3',
        expected: '25.50',
        found: '25.00',
      },
      { [score(3, 'G11')]: 700, [score(4, 'G11')]: 750 },
    ],
    [
      {
        key: 'indicator',
        receiptNumber,
        sheet: 'material',
        indicator: 'G11',
        expected: '35.50',
        found: '35.00',
      },
      { [score(3, 'G11')]: 700, [score(3, 'G13')]: 600 },
    ],
    [
      {
        key: 'score',
        receiptNumber,
        sheet: 'material',
        seat: '3',
        indicator: 'G99',
        expected: '25.50',
      },
      { [score(3, 'G99')]: 'x' },
    ],
    [
      { key: 'indicatorPoints', receiptNumber, indicator: 'G1', expected: '', found: '8.500000' },
      { [`${LOCKED}.indicatorPoints.G1`]: undefined },
    ],
    [
      { key: 'bonus', receiptNumber, expected: '1.000000', found: '0.000000' },
      { [`${LOCKED}.bonus`]: 100 },
    ],
    [
      { key: 'deduction', receiptNumber, expected: '1.000000', found: '0.000000' },
      { [`${LOCKED}.deduction`]: 100 },
    ],
    [{ key: 'record', receiptNumber, expected: 'x' }, { [`${LOCKED}.recordHash`]: 'x' }],
    [
      { key: 'scored', receiptNumber, expected: 'false', found: 'true' },
      { [`${LOCKED}.result`]: null },
    ],
    [
      { key: 'sheetMean', receiptNumber, sheet: 'material', expected: 'x', found: '24.500000' },
      { [`${LOCKED}.result.means.material`]: 'x' },
    ],
    [
      { key: 'sheetMean', receiptNumber, sheet: 'defence', expected: '', found: '91.333333' },
      { [`${LOCKED}.result.means.defence`]: undefined },
    ],
    ...['material', 'compositeExact', 'composite', 'standing', 'outcome', 'reason'].map(
      (part): [object, Readonly<Record<string, unknown>>] => [
        { key: part, receiptNumber, expected: 'x' },
        { [`${LOCKED}.result.${part}`]: 'x' },
      ],
    ),
    [{ key: 'inputHash', expected: 'x' }, { inputHash: 'x' }],
    [{ key: 'listLength', expected: '3', found: '4' }, { 'list.3': { ...LIST[0], standing: 9 } }],
    [
      { key: 'listed', receiptNumber, expected: 'true', found: 'false' },
      { list: LIST.filter((row) => row.receiptNumber !== receiptNumber) },
    ],
    [
      { key: 'listCategory', receiptNumber, expected: 'G', found: 'Y' },
      { [`list.${ROW}.category`]: 'Y' },
    ],
    [
      { key: 'listDivision', receiptNumber, expected: 'qujiang', found: 'x' },
      { [`list.${ROW}.division`]: 'x' },
    ],
    [
      { key: 'listedUnknown', receiptNumber: '2013-G-0099', expected: 'true', found: 'false' },
      { 'list.3': { ...LIST[0], receiptNumber: '2013-G-0099' } },
    ],
    [
      { key: 'refused', category: 'X', expected: '', found: 'scoring.error.unknownCategory' },
      { 'categories.0.category': 'X', 'locked.0.category': 'X' },
    ],
    [{ key: 'unreadable', expected: '' }, { [`${APPLICATION}.sheets`]: [{}] }],
  ])('%j', (expected, changes) => {
    expect(found(changes)).toMatchObject(expected);
  });

  it('and a fault of the program is none', () => {
    const bundle = built();
    const broken = Object.defineProperty({ ...bundle }, 'ruleSet', {
      get: () => {
        throw new Error('disk');
      },
    });
    expect(() => verifyBundle(broken)).toThrow('disk');
  });
});

describe('the list against the outcomes', () => {
  const change = (kind: ListChange['change'], number: string): ListChange => ({
    category: 'G',
    receiptNumber: number,
    change: kind,
    reason: 'V14',
  });
  const all = [...RECORDS, POOR, UNSCORED];
  const poorRow = { ...LIST[0]!, receiptNumber: POOR.receiptNumber, division: POOR.division };

  it('leaves out what was not proposed and what was not scored', () => {
    expect(verifyBundle(built(all))).toMatchObject({ ok: true });
    expect(verifyBundle(built(all, [], [...LIST, { ...poorRow, standing: 4 }]))).toMatchObject({
      ok: false,
      difference: { where: { key: 'provenance.where.listed' }, expected: 'false', found: 'true' },
    });
  });

  it('follows the last decision about an application', () => {
    const listed = [...LIST, { ...poorRow, standing: 4 }];
    const substituted = change('substituted', POOR.receiptNumber);
    const removed = change('removed', POOR.receiptNumber);
    expect(verifyBundle(built(all, [removed, substituted], listed)).ok).toBe(true);
    expect(verifyBundle(built(all, [substituted, removed], listed)).ok).toBe(false);
    expect(verifyBundle(built(all, [substituted, removed])).ok).toBe(true);
  });
});

describe('the file of a bundle', () => {
  it('has applications and sheets in their order, whatever the order they came in', () => {
    const shuffled = RECORDS.toReversed().map((one) => ({
      ...one,
      sheets: one.sheets.toReversed(),
    }));
    const [category] = built(shuffled).categories;
    expect(category!.applications.map((one) => one.receiptNumber)).toEqual(
      RECORDS.map((one) => one.receiptNumber),
    );
    expect(
      category!.applications[0]!.sheets.map(({ sheet: code, seat }) => `${code} ${seat}`),
    ).toEqual(
      ['defence', 'material'].flatMap((code) => [1, 2, 3, 4, 5].map((seat) => `${code} ${seat}`)),
    );
  });

  it.each(['null', '5', '"x"', '[]', '{}'])('is not %s', (text) => {
    expect(() => parseBundle(text)).toThrow('provenance.error.notABundle');
  });

  it.each(['format', 'ruleSet', 'categories', 'locked', 'list', 'changes'])(
    'is refused without its %s',
    (key) => {
      const bundle = { ...built(), [key]: 'x' };
      expect(() => parseBundle(JSON.stringify(bundle))).toThrow('provenance.error.notABundle');
    },
  );
});
