import { RuleError } from '../rule-error.js';
import type { CrossedDesign } from './crossed-design.js';
import { momentEstimates } from './moment-estimates.js';
import { ProfiledCriterion } from './profiled-criterion.js';

type Pair = readonly [number, number];
type Symmetric = readonly [number, number, number];

/** Ratings up to which the likelihood may have local optima worth a search. */
const SMALL_DESIGN = 1000;
const GRID = [0, 0.5, 1.5, 3, 5];
const CONVERGED = 2e-8;
const LARGEST_STEP = 2;
const SNAP_TO_ZERO = 1e-8;
const MOST_ITERATIONS = 200;
const MOST_HALVINGS = 20;
/** Of the variance of the scores: below it, the steps of the search are lost in the rounding. */
const SMALLEST_RESIDUAL = 1e-7;
/** Of the deviance, relative. */
const ROUNDING = 1e-10;

/**
 * Minimises the REML deviance over both variance ratios ≥ 0 and leaves the criterion at the optimum,
 * its conditional variances ready. Newton steps with the average information, corrected by a
 * symmetric rank-one update from the exact gradients, in λ = log(1 + n̄·ratio), where a zero variance
 * is the ordinary point λ = 0. Small designs are first scanned on a grid against local optima.
 *
 * @throws RuleError `calibration.noResidual` when entry and judge explain every score exactly,
 *   `calibration.notConverged` when the search does not settle.
 */
export function maximiseRestrictedLikelihood(design: CrossedDesign): {
  criterion: ProfiledCriterion;
  deviance: number;
} {
  const criterion = new ProfiledCriterion(design);
  const perLevel: Pair = [
    design.ratingCount / design.rows.ids.length,
    design.ratingCount / design.columns.ids.length,
  ];
  const evaluate = (point: Pair) =>
    criterion.evaluate([Math.expm1(point[0]) / perLevel[0], Math.expm1(point[1]) / perLevel[1]]);
  let point = startingPoint(design, perLevel, evaluate);
  let deviance = evaluate(point);
  let correction: Symmetric = [0, 0, 0];
  let previous: { gradient: Pair; step: Pair } | undefined;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    if (!(criterion.residualSumOfSquares > design.ratingCount * SMALLEST_RESIDUAL))
      throw new RuleError('calibration.noResidual');
    const { gradient, information } = inLogarithms(criterion, point, perLevel);
    if (previous) correction = rankOneUpdate(correction, information, previous, gradient);
    const step = descentStep(point, gradient, information, correction);
    if (relativeDistance(point, moved(point, step, 1)) < CONVERGED) return { criterion, deviance };
    const next = lineSearch(evaluate, point, deviance, step);
    if (next === undefined) break;
    previous = {
      gradient,
      step: [next.point[0] - point[0], next.point[1] - point[1]],
    };
    ({ point, deviance } = next);
  }
  throw new RuleError('calibration.notConverged');
}

function startingPoint(
  design: CrossedDesign,
  perLevel: Pair,
  evaluate: (point: Pair) => number,
): Pair {
  const moments = momentEstimates(design);
  const start: Pair = [
    Math.max(0.1, Math.log1p(moments[0] * perLevel[0])),
    Math.max(0.1, Math.log1p(moments[1] * perLevel[1])),
  ];
  if (design.ratingCount > SMALL_DESIGN) return start;
  let best = { point: start, value: evaluate(start) };
  for (const rows of GRID)
    for (const columns of GRID) {
      const value = evaluate([rows, columns]);
      if (value < best.value) best = { point: [rows, columns], value };
    }
  return best.point;
}

/** Chain rule d(ratio)/dλ = (1 + n̄·ratio)/n̄ on the derivatives. */
function inLogarithms(criterion: ProfiledCriterion, point: Pair, perLevel: Pair) {
  const { gradient, information } = criterion.derivatives();
  const rows = Math.exp(point[0]) / perLevel[0];
  const columns = Math.exp(point[1]) / perLevel[1];
  return {
    gradient: [gradient[0] * rows, gradient[1] * columns] as Pair,
    information: [
      information[0] * rows * rows,
      information[1] * rows * columns,
      information[2] * columns * columns,
    ] as Symmetric,
  };
}

/** Symmetric rank-one update (Nocedal & Wright 2006, eq. 6.24) of what the information misses. */
function rankOneUpdate(
  correction: Symmetric,
  information: Symmetric,
  previous: { gradient: Pair; step: Pair },
  gradient: Pair,
): Symmetric {
  const [s0, s1] = previous.step;
  const hessian = plus(information, correction);
  const r0 = gradient[0] - previous.gradient[0] - (hessian[0] * s0 + hessian[1] * s1);
  const r1 = gradient[1] - previous.gradient[1] - (hessian[1] * s0 + hessian[2] * s1);
  const denominator = r0 * s0 + r1 * s1;
  if (denominator === 0) return correction;
  return plus(correction, [
    (r0 * r0) / denominator,
    (r0 * r1) / denominator,
    (r1 * r1) / denominator,
  ]);
}

/** Downhill within the bounds: a ratio at zero whose deviance rises inwards stays there. */
function descentStep(
  point: Pair,
  gradient: Pair,
  information: Symmetric,
  correction: Symmetric,
): Pair {
  const free = [0, 1].map((index) => point[index]! > 0 || gradient[index]! < 0);
  const corrected = plus(information, correction);
  return newtonStep(gradient, positive(corrected, free) ? corrected : ridged(information), free);
}

/** The first of ever shorter moves along the step, within the bounds, that does not ascend. */
function lineSearch(
  evaluate: (point: Pair) => number,
  from: Pair,
  deviance: number,
  step: Pair,
): { point: Pair; deviance: number } | undefined {
  const highest = deviance + ROUNDING * (1 + Math.abs(deviance));
  for (let halving = 0; halving < MOST_HALVINGS; halving += 1) {
    const point = moved(from, step, 0.5 ** halving);
    const value = evaluate(point);
    if (value <= highest) return { point, deviance: value };
  }
  return undefined;
}

function moved(from: Pair, step: Pair, factor: number): Pair {
  const longest = Math.max(Math.abs(step[0]), Math.abs(step[1]));
  const scale = longest > LARGEST_STEP ? (factor * LARGEST_STEP) / longest : factor;
  const to = [from[0] + scale * step[0], from[1] + scale * step[1]] as const;
  return [to[0] < SNAP_TO_ZERO ? 0 : to[0], to[1] < SNAP_TO_ZERO ? 0 : to[1]];
}

function newtonStep(gradient: Pair, hessian: Symmetric, free: readonly boolean[]): Pair {
  const [g0, g1] = gradient;
  if (!free[0]) return [0, -g1 / hessian[2]];
  if (!free[1]) return [-g0 / hessian[0], 0];
  const determinant = hessian[0] * hessian[2] - hessian[1] * hessian[1];
  return [
    (-hessian[2] * g0 + hessian[1] * g1) / determinant,
    (hessian[1] * g0 - hessian[0] * g1) / determinant,
  ];
}

function positive(hessian: Symmetric, free: readonly boolean[]): boolean {
  const [a, b, c] = hessian;
  if (free[0] && free[1]) return a > 0 && a * c > b * b;
  return (free[0] ? a : c) > 0;
}

function ridged(information: Symmetric): Symmetric {
  const ridge = 1e-3 * (information[0] + information[2]) + 1e-12;
  return [information[0] + ridge, information[1], information[2] + ridge];
}

function plus(a: Symmetric, b: Symmetric): Symmetric {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/** Largest relative change of a variance ratio between two points. */
function relativeDistance(from: Pair, to: Pair): number {
  return Math.max(relativeChange(from[0], to[0]), relativeChange(from[1], to[1]));
}

function relativeChange(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.min(1, Math.max(a, b));
}
