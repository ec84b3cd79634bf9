import { RuleError } from '../rule-error.js';
import { type Computed, note } from './computed.js';
import type { Figures } from './figures.js';
import type { Indicator } from './indicator.js';
import { hundredthsText } from './points.js';
import type { RuleSet } from './rule-set.js';
import { scoreBands, scoreCount, scoreOperatingYears, scoreTick } from './score-bands.js';
import { scoreComplaints, scorePenalties, scoreSampling } from './score-conduct.js';
import { scoreCertifications, scoreInsuredStaff, scoreTax } from './score-contribution.js';
import { scoreCompoundGrowth, scoreGrowth } from './score-growth.js';
import { scoreRatings, scoreShopRate } from './score-shops.js';
import type { Scoring, SumScoring } from './scoring.js';

/** Points of one indicator; an indicator made of parts shows each of them. */
export interface IndicatorPoints extends Computed {
  readonly code: string;
  readonly parts: readonly Computed[];
}

type ScoringRules = Pick<RuleSet, 'reference' | 'ratings'>;

/**
 * Points of an `A` or `V` indicator from verified figures, in hundredths. A missing value gives zero and
 * a note. An `E` indicator is a judge's: it throws `scoring.error.expertIndicator`.
 */
export function computeIndicatorPoints(
  indicator: Indicator,
  figures: Figures,
  rules: ScoringRules,
): IndicatorPoints {
  const { code, scoring } = indicator;
  if (scoring.kind === 'anchors') throw new RuleError('scoring.error.expertIndicator', { code });
  if (scoring.kind === 'sum') return { code, ...addUp(scoring, figures, rules) };
  return { code, ...compute(scoring, figures, rules), parts: [] };
}

function addUp(
  scoring: SumScoring,
  figures: Figures,
  rules: ScoringRules,
): Omit<IndicatorPoints, 'code'> {
  const parts = scoring.parts.map((part) => compute(part, figures, rules));
  const total = parts.reduce((points, part) => points + part.points, 0);
  return {
    points: Math.min(total, scoring.cap),
    inputs: parts.flatMap(({ inputs }) => inputs),
    band: null,
    notes: [note('addedUp', { cap: hundredthsText(scoring.cap) })],
    parts,
  };
}

type SimpleScoring = Exclude<Scoring, { kind: 'sum' | 'anchors' }>;

function compute(scoring: SimpleScoring, figures: Figures, rules: ScoringRules): Computed {
  switch (scoring.kind) {
    case 'bands':
      return scoreBands(scoring, figures);
    case 'operatingYears':
      return scoreOperatingYears(scoring, figures, rules.reference);
    case 'growth':
      return scoreGrowth(scoring, figures);
    case 'compoundGrowth':
      return scoreCompoundGrowth(scoring, figures);
    case 'shopRate':
      return scoreShopRate(scoring, figures, rules.ratings);
    case 'ratings':
      return scoreRatings(scoring, figures, rules.ratings);
    case 'complaints':
      return scoreComplaints(scoring, figures);
    case 'insuredStaff':
      return scoreInsuredStaff(scoring, figures);
    case 'tax':
      return scoreTax(scoring, figures);
    case 'sampling':
      return scoreSampling(scoring, figures, rules.reference);
    case 'certifications':
      return scoreCertifications(scoring, figures, rules.reference);
    case 'penalties':
      return scorePenalties(scoring, figures);
    case 'tick':
      return scoreTick(scoring, figures);
    default:
      return scoreCount(scoring, figures);
  }
}
