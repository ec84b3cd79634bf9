import { RuleError } from '../rule-error.js';
import { type Computed, note } from './computed.js';
import type { Figures } from './figures.js';
import type { Indicator } from './indicator.js';
import { hundredthsText } from './points.js';
import { computationOf } from './computations.js';
import type { ScoringRules, SimpleScoring } from './computation.js';
import type { SumScoring } from './scoring.js';

/** Points of one indicator; an indicator made of parts shows each of them. */
export interface IndicatorPoints extends Computed {
  readonly code: string;
  readonly parts: readonly Computed[];
}

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

function compute(scoring: SimpleScoring, figures: Figures, rules: ScoringRules): Computed {
  return computationOf(scoring).compute(scoring, figures, rules);
}
