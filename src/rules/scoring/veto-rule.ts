import type { RuleText } from './rule-text.js';

export type VetoSubject = 'entity' | 'legalRepresentative' | 'actualController' | 'shop' | 'agent';

export type CheckPoint = 'K1' | 'K2' | 'K3' | 'K4';

/** A condition that removes an application or a title whatever its score; without a basis it may not be saved. */
export interface VetoRule {
  readonly code: string;
  readonly condition: RuleText;
  readonly subjects: readonly VetoSubject[];
  readonly lookBack: LookBack;
  readonly basis: RuleText;
  readonly lift: RuleText;
  readonly checkPoints: readonly CheckPoint[];
}

/** `years` reach back from the application deadline; `programmes` counts this one and the past ones. */
export type LookBack =
  | { readonly kind: 'current' }
  | { readonly kind: 'years'; readonly years: number }
  | { readonly kind: 'programmes'; readonly past: number };
