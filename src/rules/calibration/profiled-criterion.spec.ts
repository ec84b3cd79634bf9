import { type DesignFactor, crossedDesign } from './crossed-design.js';
import { ProfiledCriterion, type VarianceRatios } from './profiled-criterion.js';
import type { Rating } from './rating.js';
import { incomplete, replicated } from './worked-cases.fixture.js';

const exchanged = replicated.map(({ judge, entry, score }) => ({
  judge: entry,
  entry: judge,
  score,
}));

describe.each<[string, readonly Rating[]]>([
  ['an incomplete design', incomplete],
  ['pairs scored more than once', replicated],
  ['more judges than entries', exchanged],
])('the criterion of %s, against its definition in matrices', (_, ratings) => {
  it.each<VarianceRatios>([
    [0.8, 0.3],
    [2.5, 0],
    [0, 1.7],
    [0, 0],
  ])('at the ratios %d and %d', (rows, columns) => {
    const criterion = new ProfiledCriterion(crossedDesign(ratings));
    const expected = byDefinition(ratings, criterion, [rows, columns]);
    // Once before at other ratios: nothing of an evaluation may stay for the next one.
    criterion.evaluate([0.1, 4]);
    criterion.derivatives();
    expect(criterion.evaluate([rows, columns])).toBeCloseTo(expected.deviance, 9);
    expect(criterion.mu).toBeCloseTo(expected.mu, 9);
    expect(criterion.residualSumOfSquares).toBeCloseTo(expected.residual, 8);
    const { gradient, information } = criterion.derivatives();
    gradient.forEach((value, at) => expect(value).toBeCloseTo(expected.gradient[at]!, 8));
    information.forEach((value, at) => expect(value).toBeCloseTo(expected.information[at]!, 8));
    const variances = criterion.conditionalVariances();
    expectClose(variances.rows, expected.variances.slice(0, variances.rows.length));
    expectClose(variances.columns, expected.variances.slice(variances.rows.length));
  });
});

it('the deviance is undefined where the matrix is not positive definite', () => {
  const criterion = new ProfiledCriterion(crossedDesign(incomplete));
  expect(criterion.evaluate([0, -1])).toBeNaN();
});

function expectClose(actual: Float64Array, expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, at) => expect(value).toBeCloseTo(expected[at]!, 9));
}

type Matrix = readonly (readonly number[])[];

/**
 * With V = I + Σ ratio·ZZ' and P = V⁻¹ − V⁻¹11'V⁻¹/1'V⁻¹1: the deviance log|V| + log 1'V⁻¹1 +
 * (n − 1)(1 + log(2π y'Py/(n − 1))), its derivatives tr(PK) − (n − 1) y'PKPy/y'Py with K = ZZ', the
 * average information, and the variances of the effects given the data, G − GZ'V⁻¹ZG.
 */
function byDefinition(
  ratings: readonly Rating[],
  { design }: ProfiledCriterion,
  ratios: VarianceRatios,
) {
  const n = ratings.length;
  const y = ratings.map(({ score }) => score);
  const incidence = ({ name, ids }: DesignFactor): Matrix =>
    ratings.map((rating) => ids.map((id) => (rating[name] === id ? 1 : 0)));
  const [zr, zc] = [incidence(design.rows), incidence(design.columns)];
  const kernels = [times(zr, transposed(zr)), times(zc, transposed(zc))] as const;
  const v = y.map((_, i) =>
    y.map(
      (__, j) =>
        (i === j ? 1 : 0) + ratios[0] * kernels[0][i]![j]! + ratios[1] * kernels[1][i]![j]!,
    ),
  );
  const { inverse, logDeterminant } = inverted(v);
  const one = inverse.map((row) => sum(row));
  const all = sum(one);
  const p = inverse.map((row, i) => row.map((value, j) => value - (one[i]! * one[j]!) / all));
  const py = apply(p, y);
  const residual = inner(y, py);
  const [a, b] = kernels.map((kernel) => apply(kernel, py)) as [number[], number[]];
  const scale = (n - 1) / residual;
  const information = ([left, right]: readonly [number[], number[]]) =>
    scale * inner(left, apply(p, right)) -
    (scale * scale * inner(left, py) * inner(right, py)) / (n - 1);
  const variances = ([z, ratio]: readonly [Matrix, number]) =>
    transposed(z).map((column) => ratio - ratio * ratio * inner(column, apply(inverse, column)));
  return {
    deviance:
      logDeterminant + Math.log(all) + (n - 1) * (1 + Math.log((2 * Math.PI * residual) / (n - 1))),
    mu: inner(one, y) / all,
    residual,
    gradient: kernels.map((kernel, at) => {
      const trace = sum(times(p, kernel).map((row, i) => row[i]!));
      return trace - scale * inner([a, b][at]!, py);
    }),
    information: [information([a, a]), information([a, b]), information([b, b])],
    variances: [variances([zr, ratios[0]]), variances([zc, ratios[1]])].flat(),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}

function inner(left: readonly number[], right: readonly number[]): number {
  return sum(left.map((value, at) => value * right[at]!));
}

function apply(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => inner(row, vector));
}

function transposed(matrix: Matrix): number[][] {
  return matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));
}

function times(left: Matrix, right: Matrix): number[][] {
  const columns = transposed(right);
  return left.map((row) => columns.map((column) => inner(row, column)));
}

/** Gauss and Jordan; without changing rows, for the matrix is positive definite. */
function inverted(matrix: Matrix): { inverse: Matrix; logDeterminant: number } {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let logDeterminant = 0;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const head = work[pivot]![pivot]!;
    logDeterminant += Math.log(head);
    work[pivot] = work[pivot]!.map((value) => value / head);
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue;
      const factor = work[row]![pivot]!;
      work[row] = work[row]!.map((value, at) => value - factor * work[pivot]![at]!);
    }
  }
  return { inverse: work.map((row) => row.slice(size)), logDeterminant };
}
