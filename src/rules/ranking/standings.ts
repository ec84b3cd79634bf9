import type { TieStep } from '../scoring/rule-set.js';
import { type Candidate, pairwise } from './candidate.js';

/** A secret ballot of the committee between tied applications: votes by receipt number. */
export interface CommitteeBallot {
  readonly votes: Readonly<Record<string, number>>;
}

export interface Standing {
  readonly receiptNumber: string;
  /** 1, 2, 2, 4: those who share a standing have the same number. */
  readonly standing: number;
  /** Receipt numbers that share it, itself included; one when nothing is shared. */
  readonly sharedWith: readonly string[];
  /** The step that told this application from others with the same composite; null without a tie. */
  readonly decidedBy: TieStep | null;
  /** A tie that only a committee ballot can break, and none has. */
  readonly ballotOpen: boolean;
}

/** Order by composite at six decimals, ties by the chain; the order of the input never matters. */
export function standings(
  candidates: readonly Candidate[],
  tieChain: readonly TieStep[],
  ballots: readonly CommitteeBallot[],
): readonly Standing[] {
  const byComposite = groupDown(candidates, ({ composite }) => composite);
  const places = byComposite.flatMap((group) =>
    breakTie({ group, decidedBy: null }, tieChain, ballots),
  );
  const result: Standing[] = [];
  for (const { group, decidedBy } of places) {
    const standing = result.length + 1;
    const sharedWith = group.map(({ receiptNumber }) => receiptNumber).sort();
    // A ballot that left them level decided nothing: they are put to the vote again.
    const ballotOpen = group.length > 1 && tieChain.includes('committeeBallot');
    for (const receiptNumber of sharedWith) {
      result.push({ receiptNumber, standing, sharedWith, decidedBy, ballotOpen });
    }
  }
  return result;
}

/** Applications on one place, and the step of the tie chain that put them there. */
interface Place {
  readonly group: readonly Candidate[];
  readonly decidedBy: TieStep | null;
}

function breakTie(
  place: Place,
  steps: readonly TieStep[],
  ballots: readonly CommitteeBallot[],
): readonly Place[] {
  const [step, ...rest] = steps;
  if (place.group.length === 1 || step === undefined) return [place];
  if (step === 'sharedStanding') return [{ ...place, decidedBy: step }];
  const groups = groupDown(place.group, tieKey(step, place.group, ballots));
  if (groups.length === 1) return breakTie(place, rest, ballots);
  // A majority among fewer applications may decide what it could not decide among all of them.
  const next = step === 'pairwiseMajority' ? steps : rest;
  return groups.flatMap((group) => breakTie({ group, decidedBy: step }, next, ballots));
}

type DecidingStep = Exclude<TieStep, 'sharedStanding'>;

function tieKey(
  step: DecidingStep,
  group: readonly Candidate[],
  ballots: readonly CommitteeBallot[],
): (candidate: Candidate) => number {
  const keys: Record<DecidingStep, (candidate: Candidate) => number> = {
    exemplaryEffect: (candidate) => candidate.exemplaryEffect,
    integrity: (candidate) => candidate.integrity,
    pairwiseMajority: (candidate) => majorities(candidate, group),
    committeeBallot: ({ receiptNumber }) => ballotFor(group, ballots)?.votes[receiptNumber] ?? 0,
  };
  return keys[step];
}

/** Pairwise majorities won less those lost within the group (Copeland 1951); for two it is the plain majority. */
function majorities(candidate: Candidate, group: readonly Candidate[]): number {
  return group
    .map((other) => pairwise(candidate, other))
    .reduce((net, { a, b }) => net + Math.sign(a - b), 0);
}

/** The last ballot that put all of them to the vote. */
function ballotFor(
  group: readonly Candidate[],
  ballots: readonly CommitteeBallot[],
): CommitteeBallot | undefined {
  return ballots.findLast(({ votes }) =>
    group.every(({ receiptNumber }) => votes[receiptNumber] !== undefined),
  );
}

function groupDown(
  candidates: readonly Candidate[],
  key: (candidate: Candidate) => number,
): readonly (readonly Candidate[])[] {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const value = key(candidate);
    const group = groups.get(value);
    if (group) group.push(candidate);
    else groups.set(value, [candidate]);
  }
  return [...groups.entries()].sort(([a], [b]) => b - a).map(([, group]) => group);
}
