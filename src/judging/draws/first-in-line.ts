import type { DrawRecord } from '../../rules/draw/draw-record.js';
import { nextAlternate } from '../../rules/draw/next-alternate.js';

export interface LineSeat {
  readonly id: string;
  readonly number: number;
  readonly alternate: boolean;
  readonly expertId: string;
  readonly drawId: string | null;
}

export interface LineDraw {
  readonly id: string;
  readonly record: DrawRecord;
}

/**
 * Who takes a vacated seat: by the record where the panel was drawn, by number where it was not.
 * @param seats the occupied seats of the category without the vacated one
 */
export function firstInLine(seats: readonly LineSeat[], draw: LineDraw | null): LineSeat | null {
  const alternates = seats
    .filter(({ alternate }) => alternate)
    .toSorted((a, b) => a.number - b.number);
  if (!draw) return alternates[0] ?? null;
  const { id, record } = draw;
  const ready = alternates.filter(({ drawId }) => drawId === id);
  const candidates = new Set(record.candidates.map((candidate) => candidate.id));
  const members = seats
    .filter(({ alternate, expertId }) => !alternate && candidates.has(expertId))
    .map(({ expertId }) => expertId);
  const unavailable = record.alternates
    .map(({ expert }) => expert)
    .filter((expert) => !ready.some(({ expertId }) => expertId === expert));
  const next = nextAlternate(record, members, unavailable);
  return ready.find(({ expertId }) => expertId === next?.expert) ?? null;
}
