import type { Copying } from './computation.js';
import { computationOf } from './computations.js';
import { fraction, roundHalfUp } from './fraction.js';
import type { Indicator } from './indicator.js';
import type { RuleSet } from './rule-set.js';
import type { AnchorScoring, Scoring } from './scoring.js';

export type CopiedKind = Exclude<Scoring, AnchorScoring>['kind'];

/** The first indicator of a rule set that computes so: another one begins as it, on its own scale. */
export function patternOf({ categories }: RuleSet, kind: CopiedKind): Indicator | null {
  const all = categories.flatMap(({ rubric }) => rubric.flatMap(({ indicators }) => indicators));
  return all.find(({ scoring }) => scoring.kind === kind) ?? null;
}

/** The computation of one indicator for another code and weight; checklist items become its own. */
export function copiedScoring(
  { scoring, weight, code: from }: Indicator,
  to: { readonly code: string; readonly weight: number },
): Scoring {
  return copied(scoring, {
    points: (points) => Number(roundHalfUp(fraction(points * to.weight, weight || 1))),
    item: (item) =>
      item.startsWith(`${from}.`) ? `${to.code}${item.slice(from.length)}` : `${to.code}.${item}`,
  });
}

function copied(scoring: Scoring, to: Copying): Scoring {
  if (scoring.kind === 'anchors') return scoring;
  if (scoring.kind !== 'sum') return computationOf(scoring).copied(scoring, to);
  return {
    ...scoring,
    parts: scoring.parts.map((part) => computationOf(part).copied(part, to)),
    cap: to.points(scoring.cap),
  };
}
