import type { NormalSampler } from './normal-sampler.js';

/** How judges are assumed to score, in points of the sheet. */
export interface ScoringAssumptions {
  readonly meritMean: number;
  readonly meritDeviation: number;
  /** Spread of the judges' own levels. */
  readonly severityDeviation: number;
  /** Spread of the judges' own scales around 1. */
  readonly scaleDeviation: number;
  readonly noiseDeviation: number;
  readonly highestScore: number;
  /** What a colluding judge takes off every application but the favourite. */
  readonly colluderMalus: number;
}

/** Of the design study on which the default panel rests. */
export const DEFAULT_ASSUMPTIONS: ScoringAssumptions = {
  meritMean: 80,
  meritDeviation: 6,
  severityDeviation: 4,
  scaleDeviation: 0.15,
  noiseDeviation: 5,
  highestScore: 100,
  colluderMalus: 8,
};

export interface RoundShape {
  readonly applications: number;
  readonly judges: number;
  /** Equal to `judges` when the whole panel scores everything; fewer are chosen by lot. */
  readonly perApplication: number;
  /** True rank, from 1, of the application that colluders favour lies in this range. */
  readonly favouriteRanks: readonly [first: number, last: number];
  /** The first so many judges collude for one favourite. */
  readonly colluders: number;
}

export interface SimulatedRound {
  /** True merit per application. */
  readonly merits: Float64Array;
  /** `applications × judges`; NaN where the judge does not score the application. */
  readonly scores: Float64Array;
  readonly favourite: number;
}

/**
 * score = mean + severity + scale × (merit − mean) + noise, rounded to whole points between 0 and the
 * highest score. A colluder gives the favourite the highest score and everyone else less.
 */
export function simulateRound(
  shape: RoundShape,
  assumptions: ScoringAssumptions,
  sampler: NormalSampler,
): SimulatedRound {
  const { applications, judges, colluders } = shape;
  const { meritMean, noiseDeviation } = assumptions;
  const sample = (count: number, mean: number, deviation: number): Float64Array =>
    Float64Array.from({ length: count }, () => sampler.normal(mean, deviation));
  const merits = sample(applications, meritMean, assumptions.meritDeviation);
  const severities = sample(judges, 0, assumptions.severityDeviation);
  const scales = sample(judges, 1, assumptions.scaleDeviation);
  const favourite = ranked(merits)[sampler.whole(...shape.favouriteRanks) - 1]!;
  const scores = new Float64Array(applications * judges).fill(NaN);
  for (let application = 0; application < applications; application += 1) {
    for (const judge of judgesByLot(shape, sampler)) {
      const opinion = scales[judge]! * (merits[application]! - meritMean) + severities[judge]!;
      const honest = toSheet(meritMean + opinion + sampler.normal(0, noiseDeviation), assumptions);
      scores[application * judges + judge] =
        judge >= colluders
          ? honest
          : application === favourite
            ? assumptions.highestScore
            : toSheet(honest - assumptions.colluderMalus, assumptions);
    }
  }
  return { merits, scores, favourite };
}

/** Indices from the highest value down; equal values in index order, which is no order of merit. */
export function ranked(values: Float64Array): number[] {
  return Array.from(values, (_, index) => index).toSorted(
    (left, right) => values[right]! - values[left]! || left - right,
  );
}

function toSheet(score: number, { highestScore }: ScoringAssumptions): number {
  return Math.min(highestScore, Math.max(0, Math.round(score)));
}

function judgesByLot({ judges, perApplication }: RoundShape, sampler: NormalSampler): number[] {
  const lot = Array.from({ length: judges }, (_, judge) => judge);
  if (perApplication === judges) return lot;
  for (let place = 0; place < perApplication; place += 1) {
    const other = sampler.whole(place, judges - 1);
    [lot[place], lot[other]] = [lot[other]!, lot[place]!];
  }
  return lot.slice(0, perApplication);
}
