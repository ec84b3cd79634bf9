import { NO_FIGURES, amounts, notesOf, pointsOf } from './support.js';

describe('insured staff', () => {
  const insured = (yearEnd: number, average = yearEnd) =>
    amounts({ insuredYearEnd: yearEnd, insuredAverage: average });

  it.each([
    [50, 7, 5],
    [49, 5.5, 5],
    [20, 5.5, 5],
    [19, 4, 4],
    [10, 4, 4],
    [9, 2.5, 3],
    [5, 2.5, 3],
    [4, 1, 2],
    [2, 1, 2],
    [1, 1, 1],
    [0, 0, 0],
  ])('%d insured give %d in G10 and %d in Y13', (count, g10, y13) => {
    expect(pointsOf('G10', insured(count))).toBe(g10);
    expect(pointsOf('Y13', insured(count))).toBe(y13);
  });

  it('the lower of year end and average counts, and both are needed', () => {
    expect(pointsOf('G10', insured(50, 19))).toBe(4);
    expect(pointsOf('G10', amounts({ insuredYearEnd: 50 }))).toBe(0);
  });

  it('a family business with nobody insured gets one point in G10', () => {
    const family = { insuredYearEnd: 0, insuredAverage: 0, familyWorkers: 3 };
    expect(pointsOf('G10', amounts(family))).toBe(1);
    expect(pointsOf('Y13', amounts(family))).toBe(0);
  });
});

describe('G12, tax', () => {
  const declared = { 'G12.declaration': true };
  const paid = (taxPaidWan: number, ticks = {}) =>
    pointsOf('G12', { ...amounts({ taxPaidWan }), ticks });

  it.each([
    [5_000, 4],
    [4_999, 3.2],
    [2_000, 3.2],
    [1_000, 2.4],
    [300, 1.6],
  ])('%d hundredths of 万元 give %d without more', (tax, points) => {
    expect(paid(tax)).toBe(points);
  });

  it('below 3万 only the declaration gives 1.2', () => {
    expect([paid(299), paid(299, declared), paid(0, declared)]).toEqual([0, 1.2, 1.2]);
  });

  it('a sole business chooses its band instead of stating a figure', () => {
    const chosen = (taxBand: string, ticks = {}) =>
      pointsOf('G12', { ...NO_FIGURES, choices: { taxBand }, ticks });
    expect([
      chosen('from20'),
      chosen('exempt'),
      chosen('exempt', declared),
      chosen('none'),
    ]).toEqual([3.2, 0, 1.2, 0]);
    expect(() => chosen('plenty')).toThrow('scoring.error.unknownTaxBand');
    expect(notesOf('G12', NO_FIGURES)).toEqual(['scoring.note.missing']);
  });
});

describe('N1, certificates', () => {
  const certified = (...certifications: { type: string; validTo: string | null }[]) =>
    pointsOf('N1', { ...NO_FIGURES, certifications });

  it('takes the best two', () => {
    const later = '2014-01-01';
    expect(
      certified(
        { type: 'gapOrHaccp', validTo: later },
        { type: 'geographicalIndication', validTo: null },
        { type: 'greenFood', validTo: later },
      ),
    ).toBe(7);
  });

  it('must expire later than the deadline; only a geographical indication may have no end', () => {
    expect(certified({ type: 'organic', validTo: '2013-06-28' })).toBe(0);
    expect(certified({ type: 'organic', validTo: '2013-06-29' })).toBe(4);
    expect(certified({ type: 'organic', validTo: null })).toBe(0);
    expect(certified({ type: 'hazardFree', validTo: '2020-01-01' })).toBe(0);
  });
});

it.each([
  ['2007-12-31', 5],
  ['2008-01-01', 4],
  ['2009-12-31', 4],
  ['2010-12-31', 3],
  ['2011-12-31', 2],
  ['2012-01-01', 0],
])('G4: opened on %s gives %d on the last day of 2012', (openedOn, points) => {
  expect(pointsOf('G4', { ...NO_FIGURES, openedOn })).toBe(points);
});

it('checklists add their ticks', () => {
  const ticks = { 'G9.licence': true, 'G9.returns': true, 'N3.regionalBrand': true };
  expect(pointsOf('G9', { ...NO_FIGURES, ticks })).toBe(2);
  expect(
    pointsOf('N3', { ...amounts({ registeredMarks: 4, brandSalesSharePct: 8_000 }), ticks }),
  ).toBe(8);
  expect(
    pointsOf('G14', amounts({ registeredMarks: 1, furtherRights: 5, brandSalesSharePct: 0 })),
  ).toBe(4);
  expect([3, 4, 9].map((training) => pointsOf('Y5', amounts({ training })))).toEqual([3, 4, 4]);
});
