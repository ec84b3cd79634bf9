import { RuleError } from '../rule-error.js';
import type { Computed, InputValue, RuleNote } from './computed.js';
import { note } from './computed.js';
import { type Fraction, compare, decimalText, fraction } from './fraction.js';
import type { Band } from './scoring.js';

/** Below, at or above an edge of the table: lets each computation compare exactly in its own way. */
export type AgainstEdge = (edge: number) => number;

/** The one band that holds the value; the table says which end of a range is included. */
export function findBand(
  bands: readonly Band[],
  closed: 'low' | 'high',
  against: AgainstEdge,
): Band {
  const found = bands.find(({ low, high }) => {
    const aboveLow = low === undefined || against(low) > (closed === 'low' ? -1 : 0);
    const belowHigh = high === undefined || against(high) < (closed === 'low' ? 0 : 1);
    return aboveLow && belowHigh;
  });
  if (!found) throw new RuleError('scoring.error.noBand');
  return found;
}

/** Compares a fraction with an edge. */
export function exactly(value: Fraction): AgainstEdge {
  return (edge) => compare(value, fraction(edge));
}

export type BandUnit = 'wan' | 'percent' | 'count' | 'years' | 'ratio';

/** Points of a band with a note that prints the range and the value in the unit of the table. */
export function inBand(
  band: Band,
  closed: 'low' | 'high',
  unit: BandUnit,
  value: string,
  inputs: readonly InputValue[],
  notes: readonly RuleNote[] = [],
): Computed {
  const ineligible = band.ineligible ? [note('ineligible')] : [];
  return {
    points: band.points,
    inputs,
    band,
    notes: [bandNote(band, closed, unit, value), ...ineligible, ...notes],
  };
}

/** Edges of counts and years are whole; those of the other units are hundredths. */
export function isWhole(unit: BandUnit): boolean {
  return unit === 'count' || unit === 'years';
}

export function unitText(value: Fraction, unit: BandUnit): string {
  return isWhole(unit)
    ? decimalText(value, 0)
    : decimalText(fraction(value.numerator, value.denominator * 100n), 2);
}

function bandNote(band: Band, closed: 'low' | 'high', unit: BandUnit, value: string): RuleNote {
  const edge = (limit: number | undefined) =>
    limit === undefined ? '' : unitText(fraction(limit), unit);
  const shape = `${band.low === undefined ? '' : 'Low'}${band.high === undefined ? '' : 'High'}`;
  return note(`band${shape}.${closed}`, {
    value,
    unit,
    low: edge(band.low),
    high: edge(band.high),
    points: unitText(fraction(band.points), 'ratio'),
  });
}
