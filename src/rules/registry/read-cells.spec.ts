import { returnFacts } from '../../../test/support/register-entries.js';
import { countedTies, standingOfTie } from './counted-ties.js';
import { doubtKey, problem } from './field-problem.js';
import { hasLostDigits, readDay, readFlag } from './read-cells.js';
import { shareDoubts } from './record-doubts.js';
import { returnDoubts } from './return-doubts.js';
import { isSamePerson } from './same-person.js';

describe('a cell of a table', () => {
  const words = { yes: ['是', 'Oui'], no: ['否', 'Non'] };
  it.each<[string, boolean | null]>([
    ...[
      '1',
      'y',
      'Yes',
      'T',
      'TRUE',
      'on',
      'X',
      '√',
      '✓',
      '✔️',
      '☑',
      ' １ ',
      'ｙｅｓ',
      '是',
      'OUI',
    ].map((text): [string, boolean] => [text, true]),
    ...['', '  ', '0', 'n', 'No', 'f', 'False', 'OFF', '×', '✕', '✗', '✘', '☐', '否', 'non'].map(
      (text): [string, boolean] => [text, false],
    ),
    ['perhaps', null],
    ['yes no', null],
  ])('that says %j means %s', (text, expected) => {
    expect(readFlag(text, words)).toBe(expected);
  });

  it('means nothing by the words of another language', () => {
    expect([readFlag('是', { yes: [], no: [] }), readFlag('no', { yes: [], no: [] })]).toEqual([
      null,
      false,
    ]);
  });

  it.each([
    ['2013-6-5', '2013-6-5'],
    [' 2013/06/05 ', '2013-06-05'],
    ['2013年6月5日', '2013-6-5'],
    ['2013.12.31', '2013-12-31'],
    ['２０１３-6-5', '2013-6-5'],
    ['2013-06-05T08:30:15.123Z', '2013-06-05'],
    ['2013-06-05T08:30:15Z', '2013-06-05'],
    ['2013-06-05 8:30', '2013-06-05'],
    ['2013-06-05  T  08:30', '2013-06-05'],
    ['2013年6月5日 08:30:15', '2013-6-5'],
    ['20130605', '2013-06-05'],
    ['41430', 'day 41430'],
    ['41430.0', 'day 41430'],
    ['41430.000', 'day 41430'],
    ['4143', 'day 4143'],
    ['414', '414'],
    ['414300', '414300'],
    ['41430.5', '41430.5'],
    ['a41430', 'a41430'],
    ['41430a', '41430a'],
    ['x2013-06-05', 'x2013-06-05'],
    ['2013-06-05 soon', '2013-06-05 soon'],
    ['2013-06-055', '2013-06-055'],
    ['120130605', '120130605'],
    ['201306055', '201306055'],
    ['2013-06', '2013-06'],
    ['2013-06-05 8:3', '2013-06-05 8:3'],
    ['2013-06-05 8:30:1', '2013-06-05 8:30:1'],
    ['2013-06-05 8:30:', '2013-06-05 8:30:'],
    [' soon ', 'soon'],
    ['99999', '99999'],
  ])('%j is the day %j', (text, expected) => {
    expect(readDay(text, (number) => (number === 99_999 ? null : `day ${number}`))).toBe(expected);
  });

  it.each([
    ['9.1330803E+17', 18, true],
    ['9.1330803e17', 18, true],
    ['9E+9', 18, true],
    [' ９E＋17 ', 18, true],
    ['9.1330803E+171', 18, false],
    ['19.1E+17', 18, false],
    ['9.E+17', 18, false],
    ['x9E+17', 18, false],
    ['9E+17x', 18, false],
    ['913308031234567000', 18, true],
    ['913308031234567001', 18, false],
    ['000308031234567001', 18, false],
    ['91330803123456700X', 18, false],
    ['X13308031234567000', 18, false],
    ['9133080312345X7000', 18, false],
    ['9133080312345670000', 18, false],
    ['91330803123456000', 18, false],
    ['330803123456000', 15, false],
    ['3308031234560000', 16, true],
  ])('%j for %i characters has lost digits: %s', (text, length, lost) => {
    expect(hasLostDigits(text, length)).toBe(lost);
  });
});

describe('two records of one person', () => {
  const one = {
    name: '徐立言',
    registeredAddress: '柯城区石室乡1号',
    contactMobile: '13800138000',
  };
  it.each([
    ['with the same mobile', { registeredAddress: null }, true],
    ['with the same address', { contactMobile: '13900139000' }, true],
    ['with neither', { registeredAddress: '别处', contactMobile: '13900139000' }, false],
    ['with nothing known', { registeredAddress: null, contactMobile: null }, false],
    ['of another name', { name: '徐立行' }, false],
    ['of no name', { name: null }, false],
  ])('%s: %j', (_, change, same) => {
    expect(isSamePerson(one, { ...one, ...change })).toBe(same);
    expect(isSamePerson({ ...one, ...change }, one)).toBe(same);
  });

  it('are not found where both say nothing', () => {
    const nobody = { name: null, registeredAddress: null, contactMobile: null };
    expect(isSamePerson(nobody, nobody)).toBe(false);
    expect(isSamePerson({ ...nobody, name: '徐' }, { ...nobody, name: '徐' })).toBe(false);
  });
});

describe('what the office is asked again', () => {
  const none = { farmGoodsSharePct: null, localOriginPct: null, principalSharePct: null };
  it.each([
    [0, []],
    [-5, []],
    [1, [1]],
    [86, [86]],
    [100, [100]],
    [101, []],
  ])('a share of %i hundredths', (value, meant) => {
    expect(shareDoubts({ ...none, localOriginPct: value })).toStrictEqual(
      meant.map((one) =>
        problem('localOriginPct', 'merchants.doubt.fraction', { typed: one / 100, meant: one }),
      ),
    );
  });

  it('every share, in the order of the form', () => {
    const all = { farmGoodsSharePct: 50, localOriginPct: 50, principalSharePct: 50 };
    expect(shareDoubts(all).map(({ field }) => field)).toEqual(Object.keys(all));
    expect(shareDoubts(none)).toStrictEqual([]);
  });

  it('sixteen digits stand for a doubt', () => {
    expect(doubtKey(problem('a', 'b', {}))).toMatch(/^[0-9a-f]{16}$/);
  });

  const alone = { year: 2025, netBefore: null, cityGrowthPct: null };
  it('an order of less than a cent, with as much as is left to see', () => {
    // 0.12 less 0.02 万元 are 1000 yuan; of 300,000 orders a third of a cent.
    const facts = returnFacts({ grossWan: 12, refundWan: 2, orders: 300_000 });
    expect(returnDoubts(facts, alone)).toEqual([
      problem('grossWan', 'merchants.return.doubt.order', {
        net: 0.1,
        orders: 300_000,
        yuan: 0.003,
      }),
    ]);
  });

  it.each([
    [100_000, 0.01],
    [80_000, 0.01],
    [3_000, 0.33],
    [1_100_000, 0.0009],
  ])('an order of a thousand yuan among %i, shown as %d', (orders, yuan) => {
    const facts = returnFacts({ grossWan: 12, refundWan: 2, orders });
    expect(returnDoubts(facts, alone)[0]!.variables).toEqual({ net: 0.1, orders, yuan });
  });

  it('nothing where as much was sent back as was sold', () => {
    const facts = returnFacts({ grossWan: 12, refundWan: 12, orders: 5 });
    expect(returnDoubts(facts, { ...alone, netBefore: 100 })).toStrictEqual([]);
  });

  it('a growth, with both years and the money in 万元', () => {
    const facts = returnFacts({ grossWan: 1_300, refundWan: 200, orders: 2_000 });
    expect(returnDoubts(facts, { ...alone, netBefore: 100 })).toEqual([
      problem('grossWan', 'merchants.return.doubt.growth', {
        year: '2025',
        before: '2024',
        net: 11,
        netBefore: 1,
        ratio: 11,
      }),
    ]);
  });

  it.each([
    [0, []],
    [-100, []],
    [1, ['growth']],
  ])(
    'a growth to the double of the year before where the city grew by %i',
    (cityGrowthPct, codes) => {
      const facts = returnFacts({ grossWan: 200, refundWan: 0, orders: 400 });
      const found = returnDoubts(facts, { year: 2025, netBefore: 100, cityGrowthPct });
      expect(found.map(({ code }) => code.split('.').at(-1))).toEqual(codes);
    },
  );
});

describe('a tie', () => {
  const tie = (by: string, other: string, confirmed = false) => ({ by, other, confirmed });
  it('is what these two said of each other, not of others', () => {
    const stated = [tie('a', 'c'), tie('d', 'b'), tie('b', 'a')];
    expect(standingOfTie('a', 'b', stated)).toBe('oneSide');
    expect(standingOfTie('a', 'b', [...stated, tie('a', 'b')])).toBe('both');
    expect(standingOfTie('a', 'b', [tie('a', 'b', true), tie('b', 'a')])).toBe('confirmed');
    expect(standingOfTie('a', 'b', [tie('a', 'c', true), tie('a', 'b'), tie('b', 'a')])).toBe(
      'both',
    );
  });

  it('stands in the order of the two, whoever said it first', () => {
    expect(countedTies([tie('c', 'b'), tie('b', 'c'), tie('b', 'a'), tie('a', 'b')])).toEqual([
      { one: 'b', other: 'c' },
      { one: 'a', other: 'b' },
    ]);
  });
});
