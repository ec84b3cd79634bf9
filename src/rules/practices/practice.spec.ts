import {
  type PracticeSubject,
  type PracticeTexts,
  claimsOf,
  missingLevels,
  practiceProblems,
  readFigures,
} from './practice.js';

const sound: PracticeTexts = {
  headline: '当天采摘当天发货',
  doing: '与合作社约定清晨采摘，中午前打包，下午统一交快递。',
  copying: '先从一个品种做起，约定采摘时间，按订单采摘。',
  helped: '带动周边农户按订单采摘，损耗明显下降。',
  figureLabel: '损耗率',
  figureUnit: '%',
  figures: '2024 8.5\n2025 3',
};
const problems = (over: Partial<PracticeTexts>, taken: readonly PracticeSubject[] = []) =>
  practiceProblems({ subject: 'delivery', ...sound, ...over }, 2026, taken).map(
    ({ code, field, variables }) => [
      code.replace('merchants.practice.problem.', ''),
      field,
      variables,
    ],
  );

describe('the figures of a practice', () => {
  it.each([
    [
      '2024 8.5\n2025 3',
      [
        { year: 2024, value: 850 },
        { year: 2025, value: 300 },
      ],
    ],
    [
      '2025年：1,200.05\n\n 2024年：0 ',
      [
        { year: 2024, value: 0 },
        { year: 2025, value: 120_005 },
      ],
    ],
    ['', []],
  ])('%j are read', (text, rows) => {
    expect(readFigures(text)).toEqual({ ok: true, rows });
  });

  it.each(['很多', '2024', '24 5', '2024 1.234', '2024 -5', '12024 5', '2024 5 6'])(
    '%s is no line',
    (line) => {
      expect(readFigures(`2023 1\n${line}`)).toEqual({ ok: false, line });
    },
  );
});

describe('what is wrong with a practice', () => {
  it('is said all at once, in the order of the form', () => {
    const over = {
      headline: '请拨打13800138000',
      helped: '请拨打13800138000',
      figureUnit: null,
      figures: '2024 1\n2024 2\n2027 3',
    };
    expect(problems(over, ['packaging', 'delivery'])).toEqual([
      ['merchants.practice.subjectTaken', 'subject', {}],
      ['contact', 'headline', {}],
      ['contact', 'helped', {}],
      ['figureUnit', 'figureUnit', {}],
      ['figureTwice', 'figures', {}],
      ['figureLater', 'figures', {}],
    ]);
  });

  it('is not another subject that is taken', () => {
    expect(problems({}, ['packaging', 'training', 'farmLinks'])).toEqual([]);
  });

  it('is a unit that stands alone', () => {
    const over = { figures: null, figureLabel: null };
    expect(problems(over).map(([name]) => name)).toEqual(['figureLabel', 'figureCount']);
  });

  it('is nothing, with figures and without', () => {
    expect(problems({})).toEqual([]);
    const most = [2021, 2022, 2023, 2024, 2025, 2026].map((year) => `${year} 1`).join('\n');
    expect(problems({ figures: most })).toEqual([]);
    expect(problems({ figures: null, figureLabel: null, figureUnit: null })).toEqual([]);
  });

  it.each(['headline', 'doing', 'copying', 'helped', 'figureLabel', 'figureUnit'] as const)(
    'is a telephone number in %s',
    (field) => {
      expect(problems({ [field]: '请拨打13800138000' })).toEqual([['contact', field, {}]]);
    },
  );

  it.each<[Partial<PracticeTexts>, unknown[]]>([
    [{ figures: '2024 8.5\n去年三成' }, ['figureLine', 'figures', { line: '去年三成' }]],
    [{ figureLabel: null }, ['figureLabel', 'figureLabel', {}]],
    [{ figureUnit: null }, ['figureUnit', 'figureUnit', {}]],
    [{ figures: '2024 1' }, ['figureCount', 'figures', { least: 2, most: 6 }]],
    [{ figures: null }, ['figureCount', 'figures', { least: 2, most: 6 }]],
    [
      { figures: [2018, 2019, 2020, 2021, 2022, 2023, 2024].map((year) => `${year} 1`).join('\n') },
      ['figureCount', 'figures', { least: 2, most: 6 }],
    ],
    [{ figures: '2024 1\n2024 2' }, ['figureTwice', 'figures', {}]],
    [{ figures: '2026 1\n2027 2' }, ['figureLater', 'figures', {}]],
  ])('%j', (over, found) => {
    expect(problems(over)).toEqual([found]);
  });
});

describe('the claims of a practice', () => {
  const figures = [{ year: 2025, value: 300 }];

  it('are four, and three without figures', () => {
    expect(claimsOf({ figures })).toEqual(['doing', 'copying', 'helped', 'figures']);
    expect(claimsOf({ figures: [] })).toEqual(['doing', 'copying', 'helped']);
  });

  it('each need a level before the release', () => {
    const given = { doing: 'verified', copying: null, helped: 'stated' } as const;
    const missing = (field: 'copying' | 'figures') => ({
      code: `merchants.practice.levelMissing.${field}`,
      field,
      variables: {},
    });
    expect(missingLevels({ figures }, given)).toEqual([missing('copying'), missing('figures')]);
    expect(missingLevels({ figures: [] }, given)).toEqual([missing('copying')]);
    expect(missingLevels({ figures: [] }, { ...given, copying: 'documented' })).toEqual([]);
  });
});
