import { RuleError } from '../rule-error.js';
import { withinConflictShare } from './check-supply.js';
import type {
  DrawAlternate,
  DrawCandidate,
  DrawCarryOver,
  DrawSeat,
  DrawSkip,
  DrawTerms,
  SkipReason,
} from './draw-record.js';

export interface Walk {
  readonly seats: readonly DrawSeat[];
  readonly alternates: readonly DrawAlternate[];
  readonly skips: readonly DrawSkip[];
}

/**
 * Steps 6 and 7 as the first records were drawn (algorithm 1): walks the order once, first for the empty seats, then for the alternates. The limits
 * per organisation and division hold for panel and alternates together, so that any alternate can
 * take any seat without breaking them. Throws a `RuleError` when the list ends too early.
 */
export function walkOrder(
  ordered: readonly DrawCandidate[],
  terms: DrawTerms,
  carryOver: DrawCarryOver,
): Walk {
  const byId = new Map(ordered.map((candidate) => [candidate.id, candidate]));
  const seats = [...carryOver.seated];
  const alternates: DrawAlternate[] = [];
  const skips: DrawSkip[] = [];
  const chosen = seats.map(({ expert }) => byId.get(expert)!);
  const emptySeats = seatNumbers(terms).filter(
    (seat) => !seats.some((taken) => taken.seat === seat),
  );
  for (const [index, candidate] of ordered.entries()) {
    const stage = emptySeats.length > 0 ? 'panel' : 'alternates';
    if (stage === 'alternates' && alternates.length === terms.alternates) break;
    const reason = skipReason(candidate, {
      terms,
      carryOver,
      chosen,
      emptySeats: emptySeats.length,
    });
    if (reason) {
      skips.push({ position: index + 1, expert: candidate.id, stage, ...reason });
      continue;
    }
    chosen.push(candidate);
    if (stage === 'panel') seats.push({ seat: emptySeats.shift()!, expert: candidate.id });
    else alternates.push({ alternate: alternates.length + 1, expert: candidate.id });
  }
  refuseShortList(emptySeats.length, terms.alternates - alternates.length, ordered.length);
  return { seats: seats.toSorted((left, right) => left.seat - right.seat), alternates, skips };
}

interface Standing {
  readonly terms: DrawTerms;
  readonly carryOver: DrawCarryOver;
  /** Seated so far, then alternates so far. */
  readonly chosen: readonly DrawCandidate[];
  readonly emptySeats: number;
}

export type Skip = Pick<DrawSkip, 'code' | 'variables'>;

function skipReason(candidate: DrawCandidate, standing: Standing): Skip | undefined {
  const { terms, carryOver } = standing;
  const { id, conflicts } = candidate;
  if (carryOver.seated.some(({ expert }) => expert === id)) return skip('seated', {});
  if (carryOver.departed.includes(id)) return skip('departed', {});
  if (!withinConflictShare(conflicts, terms)) {
    return skip('conflicts', { conflicts, applications: terms.applications });
  }
  return limitSkip(candidate, standing) ?? fieldSkip(candidate, standing);
}

/** A group that already has as many as it may. */
export function limitSkip(candidate: DrawCandidate, { terms, chosen }: Standing): Skip | undefined {
  const { division, organisation } = candidate;
  const together = (key: 'division' | 'organisation') =>
    chosen.filter((other) => other[key] === candidate[key]).length;
  if (organisation !== '' && together('organisation') >= terms.perOrganisation) {
    return skip('organisation', { organisation, limit: terms.perOrganisation });
  }
  if (division !== '' && together('division') >= terms.perDivision) {
    return skip('division', { division, limit: terms.perDivision });
  }
  return undefined;
}

/** A seat is refused when the seats left would no longer cover what the fields still lack. */
export function fieldSkip(candidate: DrawCandidate, standing: Standing): Skip | undefined {
  const { terms, chosen, emptySeats } = standing;
  if (emptySeats === 0) return undefined;
  const lacking = terms.fields
    .map(({ field, minimum }) => ({
      field,
      number: Math.max(0, minimum - chosen.filter((other) => other.field === field).length),
    }))
    .filter(({ number }) => number > 0);
  const needed = lacking.reduce((sum, { number }) => sum + number, 0);
  if (needed < emptySeats || lacking.some(({ field }) => field === candidate.field))
    return undefined;
  const fields = lacking.map(({ field }) => field).join(', ');
  return skip('fieldMinimum', { field: candidate.field, fields, needed });
}

export function skip(reason: SkipReason, variables: DrawSkip['variables']): Skip {
  return { code: `draw.skip.${reason}`, variables };
}

function seatNumbers({ panelSize }: DrawTerms): number[] {
  return Array.from({ length: panelSize }, (_, index) => index + 1);
}

function refuseShortList(seats: number, alternates: number, candidates: number): void {
  if (seats > 0) throw new RuleError('draw.panelShort', { missing: seats, candidates });
  if (alternates > 0)
    throw new RuleError('draw.alternatesShort', { missing: alternates, candidates });
}
