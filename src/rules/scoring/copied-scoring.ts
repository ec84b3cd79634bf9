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
  const scale = (points: number) => Number(roundHalfUp(fraction(points * to.weight, weight || 1)));
  const own = (item: string) =>
    item.startsWith(`${from}.`) ? `${to.code}${item.slice(from.length)}` : `${to.code}.${item}`;
  return copied(scoring, scale, own);
}

type Scale = (points: number) => number;

function copied<One extends Scoring>(
  scoring: One,
  scale: Scale,
  own: (item: string) => string,
): One;
function copied(scoring: Scoring, scale: Scale, own: (item: string) => string): Scoring {
  const points = <Row extends { readonly points: number }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, points: scale(row.points) }));
  switch (scoring.kind) {
    case 'tick':
      return { ...scoring, item: own(scoring.item), points: scale(scoring.points) };
    case 'count':
      return { ...scoring, pointsEach: scale(scoring.pointsEach), most: scale(scoring.most) };
    case 'ratings':
      return { ...scoring, levelPoints: scoring.levelPoints.map(scale) };
    case 'sampling':
      return { ...scoring, none: scale(scoring.none), oneRemedied: scale(scoring.oneRemedied) };
    case 'certifications':
      return { ...scoring, types: points(scoring.types), cap: scale(scoring.cap) };
    case 'sum':
      return {
        ...scoring,
        parts: scoring.parts.map((part) => copied(part, scale, own)),
        cap: scale(scoring.cap),
      };
    case 'tax':
      return {
        ...scoring,
        bands: points(scoring.bands),
        options: points(scoring.options),
        declarationUpTo: scale(scoring.declarationUpTo),
        declarationItem: own(scoring.declarationItem),
      };
    case 'complaints':
      return {
        ...scoring,
        bands: points(scoring.bands),
        unansweredPenalty: scale(scoring.unansweredPenalty),
      };
    case 'insuredStaff': {
      const { familyWorkersPoints: family } = scoring;
      return {
        ...scoring,
        bands: points(scoring.bands),
        familyWorkersPoints: family === null ? null : scale(family),
      };
    }
    case 'growth':
      return {
        ...scoring,
        bands: points(scoring.bands),
        ...(scoring.smallBase
          ? { smallBase: { ...scoring.smallBase, most: scale(scoring.smallBase.most) } }
          : {}),
      };
    case 'compoundGrowth':
      return {
        ...scoring,
        bands: points(scoring.bands),
        smallBase: { ...scoring.smallBase, most: scale(scoring.smallBase.most) },
        fallbackMost: scale(scoring.fallbackMost),
      };
    case 'bands':
    case 'operatingYears':
    case 'shopRate':
      return { ...scoring, bands: points(scoring.bands) };
    case 'penalties':
      return {
        ...scoring,
        start: scale(scoring.start),
        stepPenalty: scale(scoring.stepPenalty),
        contradictionPenalty: scale(scoring.contradictionPenalty),
      };
    default:
      return scoring;
  }
}
