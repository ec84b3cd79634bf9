import type { EligibilityParameters as CategoryConditions } from '../scoring/eligibility-parameters.js';
import type { EligibilityParameters } from './eligibility-rules.js';

/**
 * The entry conditions of a category as its rule version stores them, in the form that
 * `evaluateEligibility` takes. Units are the same on both sides.
 * @param divisionCodes the divisions of the city, in which a merchant must be registered or work
 */
export function eligibilityConditions(
  category: CategoryConditions,
  divisionCodes: readonly string[],
): EligibilityParameters {
  return {
    netSalesFloor: category.salesFloor,
    operatingYears: category.operatingYears,
    age: category.principalAge,
    principalShareFloor: category.principalShare,
    farmGoodsShareFloor: category.farmGoodsShare,
    localOriginShareFloor: category.localOrigin,
    divisionCodes,
    activeShop: {
      daysOpen: category.activeShop.openDays,
      ordersPerMonth: category.activeShop.ordersPerMonth,
    },
    coolDownYears: category.coolDownYears,
  };
}
