import { checkReturn, type ReturnFacts } from './check-return.js';

/** Two shops with 1,000万元, 10万元 of it refunded, so 990万元 net. */
const sound: ReturnFacts = {
  shops: [
    { shopId: 'a', grossWan: 60_000, refundWan: 1_000, orders: 600 },
    { shopId: 'b', grossWan: 40_000, refundWan: 0, orders: 400 },
  ],
  grossWan: 100_000,
  refundWan: 1_000,
  orders: 1_000,
  parcels: 900,
  agencyWan: 0,
  selfOperatedWan: null,
  physicalWan: null,
  serviceWan: null,
  wholesaleWan: 0,
  farmGoodsNetWan: null,
  taxPaidWan: null,
  staff: 10,
  insuredYearEnd: 10,
  insuredAverage: 10,
  familyWorkers: null,
  refundRatePct: 300,
  disputeRefundRatePct: 300,
  complaintsReceived: 5,
  complaintsSettled: 5,
  complaintsAgainst: 5,
  complaintsUnanswered: 5,
};

const found = (change: Partial<ReturnFacts>) =>
  checkReturn({ ...sound, ...change }).map(({ field, code }) => [
    field,
    code.replace('merchants.return.', ''),
  ]);

describe('a return', () => {
  it.each<[string, Partial<ReturnFacts>]>([
    ['at every limit', {}],
    ['all of it sold for others', { agencyWan: 99_000 }],
    ['of two parts that fill the net', { selfOperatedWan: 90_000, agencyWan: 9_000 }],
    ['of services only', { serviceWan: 99_000 }],
    ['of goods and services that fill the net', { serviceWan: 50_000, physicalWan: 49_000 }],
    ['of farm goods only', { farmGoodsNetWan: 99_000 }],
    ['without a refund rate', { refundRatePct: null }],
    ['with everything refunded', { grossWan: 0, refundWan: 0, orders: 0, shops: [] }],
  ])('%s stands', (_title, change) => {
    expect(found(change)).toEqual([]);
  });

  it.each<[Partial<ReturnFacts>, readonly (readonly [string, string])[]]>([
    [{ agencyWan: 99_001 }, [['agencyWan', 'partAboveNet']]],
    [{ selfOperatedWan: 90_000, agencyWan: 9_001 }, [['selfOperatedWan', 'partsAboveNet']]],
    [{ serviceWan: 1, physicalWan: 99_000 }, [['serviceWan', 'partsAboveNet']]],
    [{ serviceWan: 50_000, physicalWan: 49_001 }, [['serviceWan', 'partsAboveNet']]],
    [{ physicalWan: 99_001 }, [['physicalWan', 'partAboveNet']]],
    [{ serviceWan: 1, physicalWan: 99_001 }, [['physicalWan', 'partAboveNet']]],
    [{ farmGoodsNetWan: 99_001 }, [['farmGoodsNetWan', 'partAboveNet']]],
    [{ disputeRefundRatePct: 301 }, [['disputeRefundRatePct', 'disputeAboveRefund']]],
    [{ insuredYearEnd: 11 }, [['insuredYearEnd', 'insuredAboveStaff']]],
    [{ insuredAverage: 11 }, [['insuredAverage', 'insuredAboveStaff']]],
    [{ complaintsSettled: 6 }, [['complaintsSettled', 'complaintsAboveReceived']]],
    [{ complaintsAgainst: 6 }, [['complaintsAgainst', 'complaintsAboveReceived']]],
    [{ complaintsUnanswered: 6 }, [['complaintsUnanswered', 'complaintsAboveReceived']]],
    [
      { complaintsReceived: null, complaintsSettled: 1, complaintsAgainst: null },
      [
        ['complaintsSettled', 'complaintsAboveReceived'],
        ['complaintsUnanswered', 'complaintsAboveReceived'],
      ],
    ],
    [
      {
        shops: [
          { shopId: 'a', grossWan: 60_000, refundWan: 60_001, orders: 600 },
          { shopId: 'b', grossWan: 40_000, refundWan: 40_000, orders: 400 },
        ],
        refundWan: 100_001,
      },
      [
        ['shop.a.refundWan', 'refundAboveGross'],
        ['refundWan', 'refundAboveGross'],
      ],
    ],
  ])('with %j is told so', (change, problems) => {
    expect(found(change)).toEqual(problems);
  });
});

describe('the rows of the shops against the total', () => {
  const shops = [{ shopId: 'a', grossWan: 201, refundWan: 0, orders: 201 }];

  it('may differ by half a per cent', () => {
    expect(found({ shops, grossWan: 200, refundWan: 0, orders: 200 })).toEqual([]);
  });

  it('and no more, money told in 万元 and orders as they are', () => {
    expect(checkReturn({ ...sound, shops, grossWan: 199, refundWan: 2, orders: 199 })).toEqual([
      { field: 'grossWan', code: 'merchants.return.sum', variables: { sum: 2.01, total: 1.99 } },
      { field: 'refundWan', code: 'merchants.return.sum', variables: { sum: 0, total: 0.02 } },
      { field: 'orders', code: 'merchants.return.sum', variables: { sum: 201, total: 199 } },
    ]);
  });
});
