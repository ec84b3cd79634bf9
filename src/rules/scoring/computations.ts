import type { Computation, SimpleScoring } from './computation.js';
import type { BandUnit } from './find-band.js';
import { byBands, byCount, byOperatingYears, byTick } from './score-bands.js';
import { byComplaints, byPenalties, bySampling } from './score-conduct.js';
import { byCertifications, byInsuredStaff, byTax } from './score-contribution.js';
import { byCompoundGrowth, byGrowth } from './score-growth.js';
import { byRatings, byShopRate } from './score-shops.js';
import type { Band, Scoring } from './scoring.js';

type Computations = {
  readonly [K in SimpleScoring['kind']]: Computation<Extract<SimpleScoring, { kind: K }>>;
};

/** Every computation under its kind. */
const COMPUTATIONS: Computations = {
  bands: byBands,
  operatingYears: byOperatingYears,
  growth: byGrowth,
  compoundGrowth: byCompoundGrowth,
  shopRate: byShopRate,
  ratings: byRatings,
  complaints: byComplaints,
  insuredStaff: byInsuredStaff,
  tax: byTax,
  sampling: bySampling,
  certifications: byCertifications,
  tick: byTick,
  count: byCount,
  penalties: byPenalties,
};

export function computationOf<S extends SimpleScoring>({ kind }: S): Computation<S> {
  return COMPUTATIONS[kind] as unknown as Computation<S>;
}

/** The computations that an indicator is made of; none where a judge decides. */
export function partsOf(scoring: Scoring): readonly SimpleScoring[] {
  if (scoring.kind === 'anchors') return [];
  return scoring.kind === 'sum' ? scoring.parts : [scoring];
}

/** The ranges of a computation, the unit of their edges, and which end of a range belongs to it. */
export interface Ranges {
  readonly bands: readonly Band[];
  readonly unit: BandUnit;
  readonly closed: 'low' | 'high';
}

export type Ranged = Extract<SimpleScoring, { readonly bands: unknown }>;

/** Null for a computation without ranges. */
export function rangesOf(scoring: Ranged): Ranges;
export function rangesOf(scoring: Scoring): Ranges | null;
export function rangesOf(scoring: Scoring): Ranges | null {
  if (!('bands' in scoring)) return null;
  const { unit, closed } = computationOf(scoring).edges!;
  return { bands: scoring.bands, unit: unit(scoring), closed: closed(scoring) };
}
