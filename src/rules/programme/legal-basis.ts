import { LAST_DAY, addDays, daysBetween } from '../calendar/beijing-time.js';

/** How long before the end of a legal basis its renewal is due. */
const RENEWAL_DAYS = 60;

export interface BasisFacts {
  readonly number: number;
  readonly validFrom: string;
  readonly validTo: string;
  readonly approvedAt: string | null;
}

/** The approved basis that stands on a day: of several, the newest. */
export function basisInForce<B extends BasisFacts>(bases: readonly B[], day: string): B | null {
  const standing = bases.filter(
    ({ approvedAt, validFrom, validTo }) => approvedAt && validFrom <= day && day <= validTo,
  );
  return standing.toSorted((a, b) => b.number - a.number)[0] ?? null;
}

export interface RenewalDue {
  /** The last day without a gap on which an approved basis stands; null when none stands today. */
  readonly lastDay: string | null;
  readonly daysLeft: number;
  /** A renewal is recorded and waits for the approver. */
  readonly waiting: boolean;
}

/**
 * Whether somebody has to renew the legal basis now, and who is next; null while there is time. One that was
 * recorded early waits for its approval all the same.
 */
export function renewalDue(bases: readonly BasisFacts[], today: string): RenewalDue | null {
  const lastDay = lastDayCovered(bases, today);
  const daysLeft = lastDay ? daysBetween(today, lastDay) : 0;
  const newest = bases.toSorted((a, b) => b.number - a.number)[0];
  const waiting = newest !== undefined && !newest.approvedAt;
  if (lastDay && daysLeft > RENEWAL_DAYS && !waiting) return null;
  return { lastDay, daysLeft, waiting };
}

/** Bases that follow each other without a gap count as one; one to the last day there is has no end. */
function lastDayCovered(bases: readonly BasisFacts[], today: string): string | null {
  let last: string | null = null;
  for (let next = basisInForce(bases, today); next !== null;) {
    last = next.validTo;
    next = last < LAST_DAY ? basisInForce(bases, addDays(last, 1)) : null;
  }
  return last;
}
