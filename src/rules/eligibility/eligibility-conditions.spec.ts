import { eligibilityConditions } from './eligibility-conditions.js';

it('takes every condition of a category as the rule version stores it', () => {
  expect(
    eligibilityConditions(
      {
        salesFloor: 50_00,
        operatingYears: 1,
        principalAge: { from: 18, to: 40 },
        principalShare: 30_00,
        farmGoodsShare: 60_00,
        localOrigin: 50_00,
        activeShop: { openDays: 30, ordersPerMonth: 1 },
        coolDownYears: 3,
        onePlacePerRelatedGroup: true,
      },
      ['330802', '330803'],
    ),
  ).toEqual({
    netSalesFloor: 50_00,
    operatingYears: 1,
    age: { from: 18, to: 40 },
    principalShareFloor: 30_00,
    farmGoodsShareFloor: 60_00,
    localOriginShareFloor: 50_00,
    divisionCodes: ['330802', '330803'],
    activeShop: { daysOpen: 30, ordersPerMonth: 1 },
    coolDownYears: 3,
  });
});
