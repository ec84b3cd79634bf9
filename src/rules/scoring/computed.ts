import { type Band } from './scoring.js';

/** What one computation found, in a form a page can print: every text is a locale key with variables. */
export interface Computed {
  /** Hundredths of a point. */
  readonly points: number;
  readonly inputs: readonly InputValue[];
  readonly band: Band | null;
  readonly notes: readonly RuleNote[];
}

/** `figure` is a locale key; `value` is decimal text in the figure's unit, null when missing. */
export interface InputValue {
  readonly figure: string;
  readonly value: string | null;
  readonly shop?: string;
}

export interface RuleNote {
  readonly key: string;
  readonly variables: Readonly<Record<string, string | number>>;
}

export function note(key: string, variables: RuleNote['variables'] = {}): RuleNote {
  return { key: `scoring.note.${key}`, variables };
}

/** Rule C6: a missing value scores nothing, and the working says which one. */
export function missing(inputs: readonly InputValue[]): Computed {
  return { points: 0, inputs, band: null, notes: [note('missing')] };
}

export function plain(
  points: number,
  inputs: readonly InputValue[],
  notes: readonly RuleNote[],
): Computed {
  return { points, inputs, band: null, notes };
}
