import type { Policy } from '../web/access/policies.js';
import type { CalculationKind } from './calculations.js';

/** Who may ask for a kind of calculation and watch it. */
export const calculationKinds = {
  'standings.robustness': 'standings.read',
} as const satisfies Record<CalculationKind, Policy>;
