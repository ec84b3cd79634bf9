import type { EligibilityParameters } from '../../src/rules/eligibility/eligibility-rules.js';

const EVERY_CATEGORY = {
  operatingYears: 1,
  age: null,
  principalShareFloor: null,
  farmGoodsShareFloor: null,
  localOriginShareFloor: null,
  divisionCodes: ['330802', '330803', '330825', '330881', '330822', '330824', '330800-SBJ'],
  activeShop: { daysOpen: 30, ordersPerMonth: 1 },
  coolDownYears: 3,
  onePlacePerGroup: true,
} as const;

const YOUTH = { ...EVERY_CATEGORY, age: { from: 18, to: 40 }, principalShareFloor: 30_00 };
const FARM = { ...EVERY_CATEGORY, farmGoodsShareFloor: 60_00, localOriginShareFloor: 50_00 };

/** Application conditions of the two shipped presets by category; money in hundredths of 万元. */
export const ELIGIBILITY_PRESETS: Readonly<
  Record<'2013' | 'now', Readonly<Record<'G' | 'Y' | 'N', EligibilityParameters>>>
> = {
  '2013': {
    G: { ...EVERY_CATEGORY, netSalesFloor: 100_00 },
    Y: { ...YOUTH, netSalesFloor: 50_00 },
    N: { ...FARM, netSalesFloor: 50_00 },
  },
  now: {
    G: { ...EVERY_CATEGORY, netSalesFloor: 500_00 },
    Y: { ...YOUTH, netSalesFloor: 200_00 },
    N: { ...FARM, netSalesFloor: 200_00 },
  },
};
