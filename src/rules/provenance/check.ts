import type { RuleNote } from '../scoring/computed.js';

/** One comparison of a verification. */
export interface Check {
  readonly where: RuleNote;
  readonly expected: string;
  readonly found: string;
}

export function where(key: string, variables: RuleNote['variables'] = {}): RuleNote {
  return { key: `provenance.where.${key}`, variables };
}
