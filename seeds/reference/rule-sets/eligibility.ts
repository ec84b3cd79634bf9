import type { EligibilityParameters } from '../../../src/rules/scoring/eligibility-parameters.js';
import type { Calibration } from './calibration.js';
import { hundredths } from './indicator-kit.js';

/** Conditions of rubrics §1.3; only the sales floors differ between presets. */
export function eligibility({ salesFloor }: Calibration) {
  return {
    G: { ...COMMON, salesFloor: hundredths(salesFloor.G) },
    Y: {
      ...COMMON,
      salesFloor: hundredths(salesFloor.Y),
      principalAge: { from: 18, to: 40 },
      principalShare: hundredths(30),
    },
    N: {
      ...COMMON,
      salesFloor: hundredths(salesFloor.N),
      farmGoodsShare: hundredths(60),
      localOrigin: hundredths(50),
    },
  } satisfies Record<string, EligibilityParameters>;
}

const COMMON = {
  operatingYears: 1,
  principalAge: null,
  principalShare: null,
  farmGoodsShare: null,
  localOrigin: null,
  activeShop: { openDays: 30, ordersPerMonth: 1 },
  coolDownYears: 3,
  onePlacePerRelatedGroup: true,
};
