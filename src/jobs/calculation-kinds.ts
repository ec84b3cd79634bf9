import type { Policy } from '../web/access/policies.js';
import type { CalculationKind } from './calculations.js';

/** Who may ask for a kind of calculation and watch it. */
export const calculationKinds = {
  'assignment.plan': 'panel.seat',
  'standings.analysis': 'standings.read',
  'standings.trial': 'standings.read',
} as const satisfies Record<CalculationKind, Policy>;
