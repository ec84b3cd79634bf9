import { type FigureRow, figuresOf } from '../figures-of.js';
import {
  type IndicatorPoints,
  computeIndicatorPoints,
} from '../../rules/scoring/compute-indicator-points.js';
import type { Figures } from '../../rules/scoring/figures.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import { type NextBand, nextBand } from '../../rules/scoring/next-band.js';
import { claimableIndicators } from '../../rules/scoring/needed-figures.js';
import { type ApplicationFile, claimsOf } from './application-file.js';

export interface ClaimedIndicator {
  readonly indicator: Indicator;
  /** Null for an indicator that judges score. */
  readonly computed: IndicatorPoints | null;
  /** What the next better range of the indicator, or of each of its parts, asks for. */
  readonly next: readonly NextBand[];
}

/** The points that the claimed figures would give, indicator by indicator: a preview, never a score. */
export function claimedPoints(file: ApplicationFile): readonly ClaimedIndicator[] {
  const figures = claimedFigures(file);
  return claimableIndicators(file.category).map((indicator) => {
    const { scoring } = indicator;
    if (scoring.kind === 'anchors') return { indicator, computed: null, next: [] };
    const computed = computeIndicatorPoints(indicator, figures, file.rules);
    const parts =
      scoring.kind === 'sum'
        ? scoring.parts.map((part, i) => nextBand(part, computed.parts[i]?.points ?? 0))
        : [nextBand(scoring, computed.points)];
    return { indicator, computed, next: parts.filter((part) => part !== null) };
  });
}

function claimedFigures(file: ApplicationFile): Figures {
  const rows: FigureRow[] = [...claimsOf(file)].map(([key, claimed]) => ({
    key,
    claimed,
    verified: null,
    verdict: null,
  }));
  return figuresOf(rows, file.register.shops, 'claimed');
}
