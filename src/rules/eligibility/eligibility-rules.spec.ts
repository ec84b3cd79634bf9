import {
  evaluateEligibility,
  isEligible,
  type EligibilityFacts,
  type EligibilityParameters,
} from './eligibility-rules.js';

const youth2013: EligibilityParameters = {
  netSalesFloor: 50_00,
  operatingYears: 1,
  age: { from: 18, to: 40 },
  principalShareFloor: 30_00,
  farmGoodsShareFloor: null,
  localOriginShareFloor: null,
  divisionCodes: ['330802', '330803'],
  activeShop: { daysOpen: 30, ordersPerMonth: 1 },
  coolDownYears: 3,
};

const merchant: EligibilityFacts = {
  category: 'Y',
  year: 2012,
  deadline: '2013-06-28',
  netSales: 50_00,
  operatingSince: '2011-12-31',
  birthDate: '1972-01-01',
  principalShare: 30_00,
  isRegisteredProprietor: false,
  farmGoodsShare: null,
  localOriginShare: null,
  registeredDivision: '330108',
  workingDivision: '330802',
  shops: [{ openedOn: '2011-12-31', closedOn: null, orders: 12 }],
  titles: [{ category: 'Y', publishedOn: '2010-06-28' }],
};

function unmet(facts: Partial<EligibilityFacts>, parameters = youth2013): readonly string[] {
  return evaluateEligibility(parameters, { ...merchant, ...facts })
    .filter((finding) => !finding.met)
    .map((finding) => finding.messageKey);
}

it('accepts a merchant who stands exactly on every limit', () => {
  const findings = evaluateEligibility(youth2013, merchant);
  expect(isEligible(findings)).toBe(true);
  expect(findings.map(({ rule, value, needed }) => [rule, value, needed])).toEqual([
    ['netSales', 5000, 5000],
    ['operatingTime', 1, 1],
    ['age', 40, '18–40'],
    ['principalTie', 3000, 3000],
    ['place', '330802', '330802 330803'],
    ['activeShop', 1, 1],
    ['coolDown', '2010-06-28', 3],
  ]);
  expect(new Set(findings.map(({ messageKey }) => messageKey.split('.')[2]))).toEqual(
    new Set(['met']),
  );
  expect(isEligible([...findings, { ...findings[0]!, met: false }])).toBe(false);
});

it.each<[string, Partial<EligibilityFacts>, readonly string[]]>([
  ['a hundred yuan below the floor', { netSales: 49_99 }, ['eligibility.netSales.unmet']],
  ['sales not given', { netSales: null }, ['eligibility.netSales.missing']],
  ['no opening day', { operatingSince: null }, ['eligibility.operatingTime.missing']],
  ['no day of birth', { birthDate: null }, ['eligibility.age.missing']],
  [
    'registered nowhere and working elsewhere',
    { registeredDivision: null, workingDivision: '330108' },
    ['eligibility.place.unmet'],
  ],
  [
    'of no place',
    { registeredDivision: null, workingDivision: null },
    ['eligibility.place.missing'],
  ],
  [
    'opened on the first day of T',
    { operatingSince: '2012-01-01' },
    ['eligibility.operatingTime.unmet'],
  ],
  ['41 on the last day of T', { birthDate: '1971-12-31' }, ['eligibility.age.unmet']],
  ['17 on the last day of T', { birthDate: '1995-01-01' }, ['eligibility.age.unmet']],
  ['18 on the last day of T', { birthDate: '1994-12-31' }, []],
  ['holds 29.99 %', { principalShare: 29_99 }, ['eligibility.principalTie.unmet']],
  ['a proprietor without a share', { principalShare: null, isRegisteredProprietor: true }, []],
  ['registered and working elsewhere', { workingDivision: '330108' }, ['eligibility.place.unmet']],
  [
    'eleven orders in a full year',
    { shops: [{ openedOn: '2011-12-31', closedOn: null, orders: 11 }] },
    ['eligibility.activeShop.unmet'],
  ],
  [
    'a title of the same category one day too young',
    { titles: [{ category: 'Y', publishedOn: '2010-06-29' }] },
    ['eligibility.coolDown.unmet'],
  ],
  [
    'a young title of another category',
    { titles: [{ category: 'G', publishedOn: '2012-06-29' }] },
    [],
  ],
])('%s', (_name, facts, expected) => {
  expect(unmet(facts)).toEqual(expected);
});

it.each([
  ['opened 2 December, open 30 days, one order', '2012-12-02', null, 1, []],
  ['opened 3 December, open 29 days', '2012-12-03', null, 5, ['eligibility.activeShop.unmet']],
  ['open 47 days is one completed month', '2012-11-15', null, 1, []],
  ['closed in June with five orders for five months', '2011-01-01', '2012-06-15', 5, []],
  ['open all day long without an order', '2012-12-01', null, 0, ['eligibility.activeShop.unmet']],
])('active shop: %s', (_name, openedOn, closedOn, orders, expected) => {
  expect(unmet({ shops: [{ openedOn, closedOn, orders }] })).toEqual(expected);
});

it('counts a shop for the year it was asked about, whatever came later', () => {
  const shops = [{ openedOn: '2012-12-02', closedOn: '2013-06-01', orders: 1 }];
  expect(unmet({ shops })).toEqual([]);
});

it('asks for as many orders a month as the rule says', () => {
  const twice = { ...youth2013, activeShop: { daysOpen: 30, ordersPerMonth: 2 } };
  const shops = [{ openedOn: '2011-12-31', closedOn: null, orders: 23 }];
  expect(unmet({ shops }, twice)).toEqual(['eligibility.activeShop.unmet']);
  expect(unmet({ shops: [{ ...shops[0]!, orders: 24 }] }, twice)).toEqual([]);
});

it('does not take figures that are not given for nothing', () => {
  const free = { ...youth2013, farmGoodsShareFloor: 0, localOriginShareFloor: 0 };
  expect(unmet({}, free)).toEqual([
    'eligibility.farmGoodsShare.missing',
    'eligibility.localOrigin.missing',
  ]);
});

it('names what is missing of an age and the newest title', () => {
  const found = evaluateEligibility(youth2013, {
    ...merchant,
    birthDate: null,
    titles: [
      { category: 'Y', publishedOn: '2011-01-01' },
      { category: 'Y', publishedOn: '2009-01-01' },
    ],
  }).filter(({ met }) => !met);
  expect(found.map(({ rule, value, needed }) => [rule, value, needed])).toEqual([
    ['age', null, '18–40'],
    ['coolDown', '2011-01-01', 3],
  ]);
});

it('has nothing to say of conditions that a category does not know', () => {
  const found = evaluateEligibility(
    {
      ...youth2013,
      age: null,
      principalShareFloor: null,
      coolDownYears: null,
    },
    { ...merchant, isRegisteredProprietor: true, titles: [] },
  );
  expect(found.map(({ rule }) => rule)).toEqual([
    'netSales',
    'operatingTime',
    'place',
    'activeShop',
  ]);
});

it('has no title to name where there is none', () => {
  const found = evaluateEligibility(youth2013, { ...merchant, titles: [] });
  expect(found.find(({ rule }) => rule === 'coolDown')).toEqual({
    rule: 'coolDown',
    met: true,
    value: '',
    needed: 3,
    messageKey: 'eligibility.coolDown.met',
  });
});

it('leaves out the cool-down when it is switched off', () => {
  expect(
    unmet(
      {
        titles: [{ category: 'Y', publishedOn: '2013-01-01' }],
      },
      { ...youth2013, coolDownYears: null },
    ),
  ).toEqual([]);
});
