import type { TitleState } from '../lifecycle/title-lifecycle.js';
import { titleIn } from '../lifecycle/title-groups.js';

/** Why a title is looked at: once a year, or because something happened (T02). */
export const REVIEW_TRIGGERS = [
  'yearly',
  'vetoSource',
  'upheldComplaint',
  'nameChange',
  'controlChange',
  'placeChange',
] as const;
export type ReviewTrigger = (typeof REVIEW_TRIGGERS)[number];

/** What somebody may open a review for; the yearly one opens by itself. */
export const SPECIAL_TRIGGERS = REVIEW_TRIGGERS.slice(1) as readonly Exclude<
  ReviewTrigger,
  'yearly'
>[];

/** Faults that can be repaired (T04). */
export const WARNING_GROUNDS = [
  'returnMissing',
  'notEligible',
  'V3',
  'V11',
  'V12',
  'minorBreach',
] as const;
export type WarningGround = (typeof WARNING_GROUNDS)[number];

/** What ends a title (T06, T07); nothing else does. */
export const REVOCATION_GROUNDS = [
  'V1',
  'V2',
  'V4',
  'V5',
  'V6',
  'V7',
  'V8',
  'V9',
  'V10',
  'V13',
  'falseMaterial',
  'placeLost',
  'misusedAfterWarning',
  'notRepaired',
] as const;
export type RevocationGround = (typeof REVOCATION_GROUNDS)[number];

/** Vetoes that the sources are asked about at the yearly review (K4). */
export const REVIEW_VETOES = [
  'V1',
  'V2',
  'V3',
  'V4',
  'V5',
  'V6',
  'V7',
  'V8',
  'V11',
  'V12',
  'V13',
] as const;
export type ReviewVeto = (typeof REVIEW_VETOES)[number];

export interface GroundFacts {
  readonly state: TitleState;
  /** The title was warned before, however that ended. */
  readonly warnedBefore: boolean;
  /** The term of the warning is over and the fault stands. */
  readonly lapsed: boolean;
  /** A re-review after publication found that the merchant would not have been listed (R5). */
  readonly placeLost: boolean;
}

/** A warned title is revoked only for not being repaired; every other ground has its own precondition. */
export function revocationGroundHolds(ground: RevocationGround, facts: GroundFacts): boolean {
  if (titleIn.warned.has(facts.state)) return ground === 'notRepaired' && facts.lapsed;
  if (ground === 'notRepaired') return false;
  if (ground === 'placeLost') return facts.placeLost;
  return ground !== 'misusedAfterWarning' || facts.warnedBefore;
}

/** Grounds that may be proposed for a title as it stands. */
export function groundsFor(facts: GroundFacts): readonly RevocationGround[] {
  return REVOCATION_GROUNDS.filter((ground) => revocationGroundHolds(ground, facts));
}
