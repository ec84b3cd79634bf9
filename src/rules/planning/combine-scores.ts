export type CombinationRule = 'mean' | 'trimmed' | 'median' | 'zScore' | 'judgeEffect';

export const COMBINATION_RULES: readonly CombinationRule[] = [
  'mean',
  'trimmed',
  'median',
  'zScore',
  'judgeEffect',
];

/** `applications × judges`, NaN for no score, to one value per application; higher is better. */
type Combination = (scores: Float64Array, judges: number) => Float64Array;

export const COMBINATIONS: Readonly<Record<CombinationRule, Combination>> = {
  mean: (scores, judges) => perApplication(scores, judges, mean),
  trimmed: (scores, judges) => perApplication(scores, judges, trimmedMean),
  median: (scores, judges) => perApplication(scores, judges, median),
  zScore: (scores, judges) => perApplication(standardised(scores, judges), judges, mean),
  judgeEffect: leastSquares,
};

/** Sweeps of the two-way fit; the graphs of real designs need some twenty. */
const MOST_SWEEPS = 500;
const TOLERANCE = 1e-9;

/**
 * Application effects of score = application + judge + residual by least squares, alternating between
 * both factors (Gauss–Seidel on the normal equations). Where the judge–application graph falls into
 * parts the judges' effects average about zero in each.
 */
function leastSquares(scores: Float64Array, judges: number): Float64Array {
  const byJudge = transposed(scores, judges);
  const applications = scores.length / judges;
  const severity = new Float64Array(judges);
  let merit = new Float64Array(applications);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    merit = Float64Array.from(merit, (_, row) => meanResidual(scores, row, severity));
    let change = 0;
    for (let judge = 0; judge < judges; judge += 1) {
      const updated = meanResidual(byJudge, judge, merit);
      change = Math.max(change, Math.abs(updated - severity[judge]!));
      severity[judge] = updated;
    }
    if (change < TOLERANCE) break;
  }
  return merit;
}

function meanResidual(scores: Float64Array, row: number, effects: Float64Array): number {
  let [sum, count] = [0, 0];
  for (let column = 0; column < effects.length; column += 1) {
    const score = scores[row * effects.length + column]!;
    if (!isPresent(score)) continue;
    sum += score - effects[column]!;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Each judge's scores to mean 0 and population standard deviation 1; a constant judge gives 0. */
function standardised(scores: Float64Array, judges: number): Float64Array {
  const byJudge = transposed(scores, judges);
  const means = perApplication(byJudge, scores.length / judges, mean);
  const deviations = perApplication(byJudge, scores.length / judges, populationDeviation);
  return scores.map((score, cell) => {
    const deviation = deviations[cell % judges]!;
    const centred = score - means[cell % judges]!;
    return deviation > 0 || !isPresent(score) ? centred / deviation : 0;
  });
}

function transposed(scores: Float64Array, columns: number): Float64Array {
  const rows = scores.length / columns;
  return Float64Array.from(
    scores,
    (_, cell) => scores[(cell % rows) * columns + Math.floor(cell / rows)]!,
  );
}

/** Applies a statistic to the scores present in each row. */
export function perApplication(
  scores: Float64Array,
  columns: number,
  statistic: (present: Float64Array) => number,
): Float64Array {
  return Float64Array.from({ length: scores.length / columns }, (_, row) =>
    statistic(scores.subarray(row * columns, (row + 1) * columns).filter(isPresent)),
  );
}

const LOWEST = -Number.MAX_VALUE;

/** A comparison instead of `Number.isNaN`: looking up a global is slow in test environments. */
function isPresent(score: number): boolean {
  return score >= LOWEST;
}

function mean(present: Float64Array): number {
  return present.reduce((sum, score) => sum + score, 0) / present.length;
}

export function populationDeviation(present: Float64Array): number {
  const centre = mean(present);
  return Math.sqrt(mean(present.map((score) => (score - centre) ** 2)));
}

export function median(present: Float64Array): number {
  const sorted = present.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** One highest and one lowest dropped from five scores on; below five the plain mean. */
function trimmedMean(present: Float64Array): number {
  return present.length < 5 ? mean(present) : mean(present.toSorted().subarray(1, -1));
}
