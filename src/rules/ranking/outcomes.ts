import type { CategoryRules } from '../scoring/rule-set.js';
import type { Candidate } from './candidate.js';
import { reachesPassMark } from './place-on-list.js';
import type { Standing } from './standings.js';

export type OutcomeReason =
  | 'withinQuota'
  | 'divisionFloor'
  | 'belowPassMark'
  | 'relatedMerchant'
  | 'quotaFilled'
  | 'gaveWayToDivisionFloor'
  | 'tieAtCutLine'
  | 'tieBetweenRelated';

/** `undecided` only while a tie waits for the committee's ballot: its places stay reserved meanwhile. */
export interface Outcome {
  readonly receiptNumber: string;
  readonly result: 'proposed' | 'notProposed' | 'undecided';
  readonly reason: OutcomeReason;
}

type SelectionRules = Pick<CategoryRules, 'quota' | 'passMark' | 'divisionFloor'> & {
  readonly onePlacePerRelatedGroup: boolean;
};

/** Proposed or not, with the reason, in order of standing (rubrics §9). Scores in millionths, marks in hundredths. */
export function outcomes(
  candidates: readonly Candidate[],
  order: readonly Standing[],
  rules: SelectionRules,
): readonly Outcome[] {
  const selection = new Map<string, Outcome>();
  const byReceipt = new Map(candidates.map((one) => [one.receiptNumber, one]));
  for (const group of placesOf(order, byReceipt)) fillPlace(group, rules, byReceipt, selection);
  applyDivisionFloor(order, rules, byReceipt, selection);
  return order.map(({ receiptNumber }) => selection.get(receiptNumber)!);
}

type Candidates = ReadonlyMap<string, Candidate>;
type Selection = Map<string, Outcome>;

function fillPlace(
  group: readonly Candidate[],
  rules: SelectionRules,
  byReceipt: Candidates,
  selection: Selection,
): void {
  const open = group.filter((one) => {
    const refused = refusal(one, rules, byReceipt, selection);
    if (refused) decide(selection, one, 'notProposed', refused);
    return !refused;
  });
  const claims = rules.onePlacePerRelatedGroup ? distinctGroups(open) : open.length;
  const free = rules.quota - reservedPlaces(selection, rules, byReceipt);
  const settle = (result: Outcome['result'], reason: OutcomeReason) =>
    open.forEach((one) => decide(selection, one, result, reason));
  if (free <= 0) settle('notProposed', 'quotaFilled');
  else if (claims > free) settle('undecided', 'tieAtCutLine');
  else if (claims < open.length) settle('undecided', 'tieBetweenRelated');
  else settle('proposed', 'withinQuota');
}

/** A tie at the cut line claims every place that was left. */
function reservedPlaces(
  selection: Selection,
  rules: SelectionRules,
  byReceipt: Candidates,
): number {
  const all = [...selection.values()];
  if (all.some(({ reason }) => reason === 'tieAtCutLine')) return rules.quota;
  const related = all
    .filter(({ reason }) => reason === 'tieBetweenRelated')
    .map(({ receiptNumber }) => byReceipt.get(receiptNumber)!);
  return proposed(selection).length + distinctGroups(related);
}

function refusal(
  one: Candidate,
  rules: SelectionRules,
  byReceipt: Candidates,
  selection: Selection,
): OutcomeReason | null {
  if (!reachesPassMark(one.composite, rules)) return 'belowPassMark';
  return rules.onePlacePerRelatedGroup && groupHasPlace(one, byReceipt, selection)
    ? 'relatedMerchant'
    : null;
}

/**
 * A division without a place gets one for its best application above the floor's score; the lowest in
 * standing whose division keeps enough places gives way.
 */
function applyDivisionFloor(
  order: readonly Standing[],
  rules: SelectionRules,
  byReceipt: Candidates,
  selection: Selection,
): void {
  const floor = rules.divisionFloor;
  if (!floor) return;
  const places = (division: string) =>
    proposed(selection).filter((receipt) => byReceipt.get(receipt)!.division === division).length;
  for (const { receiptNumber } of order) {
    const one = byReceipt.get(receiptNumber)!;
    if (selection.get(receiptNumber)!.reason !== 'quotaFilled') continue;
    if (one.composite < floor.bestScore * 10_000 || places(one.division) >= floor.places) continue;
    if (refusal(one, rules, byReceipt, selection)) continue;
    const givesWay = order.findLast((candidate) => {
      const { division } = byReceipt.get(candidate.receiptNumber)!;
      const holds = selection.get(candidate.receiptNumber)!.reason === 'withinQuota';
      return holds && places(division) > floor.places;
    });
    if (!givesWay) return;
    decide(selection, givesWay, 'notProposed', 'gaveWayToDivisionFloor');
    decide(selection, one, 'proposed', 'divisionFloor');
  }
}

function placesOf(order: readonly Standing[], byReceipt: Candidates): readonly Candidate[][] {
  const places = new Map<number, Candidate[]>();
  for (const { standing, receiptNumber } of order) {
    places.set(standing, [...(places.get(standing) ?? []), byReceipt.get(receiptNumber)!]);
  }
  return [...places.values()];
}

function groupHasPlace(one: Candidate, byReceipt: Candidates, selection: Selection): boolean {
  if (one.relatedGroup === null) return false;
  return [...selection.values()].some(
    ({ receiptNumber, result }) =>
      result !== 'notProposed' && byReceipt.get(receiptNumber)!.relatedGroup === one.relatedGroup,
  );
}

/** Places a group of applications can claim when merchants tied to each other share one. */
function distinctGroups(group: readonly Candidate[]): number {
  return new Set(group.map((one) => one.relatedGroup ?? `receipt:${one.receiptNumber}`)).size;
}

function proposed(selection: Selection): readonly string[] {
  const all = [...selection.values()];
  return all.filter(({ result }) => result === 'proposed').map((one) => one.receiptNumber);
}

function decide(
  selection: Selection,
  { receiptNumber }: Pick<Candidate, 'receiptNumber'>,
  result: Outcome['result'],
  reason: OutcomeReason,
): void {
  selection.set(receiptNumber, { receiptNumber, result, reason });
}
