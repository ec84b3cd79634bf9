import type { InputValue } from './computed.js';
import type { AmountKey, Figures } from './figures.js';
import type { BandUnit } from './find-band.js';
import { unitText } from './find-band.js';
import { fraction } from './fraction.js';

/** The verified amount, or null when it is missing or was not accepted. */
export function amount(figures: Figures, key: AmountKey): number | null {
  return figures.amounts[key] ?? null;
}

export function amountInput(figures: Figures, key: AmountKey): InputValue {
  const value = amount(figures, key);
  return {
    figure: `scoring.figure.${key}`,
    value: value === null ? null : unitText(fraction(value), amountUnit(key)),
  };
}

/** The unit is part of the field's name, as in `domain/fields.md`. */
export function amountUnit(key: AmountKey): BandUnit {
  if (/Wan(YearBefore|TwoYearsBefore)?$/.test(key)) return 'wan';
  return key.endsWith('Pct') ? 'percent' : 'count';
}
