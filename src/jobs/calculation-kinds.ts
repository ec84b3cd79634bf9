import type { Policy } from '../web/access/policies.js';
import type { CalculationKind } from './calculations.js';

/** Who may ask for a kind of calculation and watch it. */
export const calculationKinds = {
  'standings.analysis': 'standings.read',
  'standings.trial': 'standings.read',
  'judging.diagnostics': 'supervise',
  'planning.designs': 'office.read',
  'assignment.plan': 'panel.seat',
} as const satisfies Record<CalculationKind, Policy>;
