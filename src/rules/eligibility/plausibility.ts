/** One doubt about filed figures. It goes to the verifier and never changes a score by itself. */
export interface PlausibilityFinding {
  readonly rule: PlausibilityRule;
  /** An error must be corrected before filing; a flag is a question to the verifier. */
  readonly severity: 'Flag' | 'Error';
  readonly fields: readonly string[];
  /** The compared values by name, in the units of the fields. */
  readonly values: Readonly<Record<string, number | string>>;
  readonly messageKey: `plausibility.${PlausibilityRule}`;
}

export const PLAUSIBILITY_RULES = [
  'X1',
  'X2',
  'X3',
  'X4',
  'X5',
  'X6',
  'X7',
  'X8',
  'X9',
  'X10',
  'X11',
  'X12',
  'X13',
  'X14',
  'X15',
  'X16',
  'X17',
  'X18',
  'X19',
  'X20',
] as const;

export type PlausibilityRule = (typeof PLAUSIBILITY_RULES)[number];

/** A finding when `applies`, nothing otherwise. */
export function findingWhen(
  applies: boolean,
  rule: PlausibilityRule,
  severity: PlausibilityFinding['severity'],
  fields: readonly string[],
  values: PlausibilityFinding['values'],
): readonly PlausibilityFinding[] {
  return applies ? [{ rule, severity, fields, values, messageKey: `plausibility.${rule}` }] : [];
}
