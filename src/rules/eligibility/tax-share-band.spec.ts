import { taxShareBand } from './tax-share-band.js';

describe('the usual share of tax', () => {
  const returns = Array.from({ length: 20 }, (_, i) => ({ taxPaidWan: i + 1, netWan: 100 }));

  it('lies between the 5th and the 95th percentile by nearest rank', () => {
    expect(taxShareBand(returns)).toEqual({ low: 0.01, high: 0.19 });
    expect(taxShareBand(returns.toReversed())).toEqual({ low: 0.01, high: 0.19 });
  });

  it('is unknown for fewer than twenty returns with both figures', () => {
    expect(taxShareBand([...returns.slice(1), { taxPaidWan: 1, netWan: 0 }])).toBe(null);
    expect(taxShareBand([...returns.slice(1), { taxPaidWan: null, netWan: 5 }])).toBe(null);
  });
});
