import type { CrossedDesign } from './crossed-design.js';
import { forEachCell, sumByLevel } from './crossed-design.js';
import { DenseCholesky } from './dense-cholesky.js';
import { dot, squares, subtract, total } from './vectors.js';

/** Variance of each factor as a multiple of the residual variance: [rows, columns]. */
export type VarianceRatios = readonly [rows: number, columns: number];

export interface CriterionDerivatives {
  /** ∂deviance/∂ratio. */
  readonly gradient: readonly [number, number];
  /** Average information: [rows·rows, rows·columns, columns·columns]. */
  readonly information: readonly [number, number, number];
}

/**
 * The REML deviance of score = mu + row + column + residual with mu and the residual variance profiled
 * out (Bates, Mächler, Bolker & Walker 2015, eq. 41). With V = I + γᵣZᵣZᵣ' + γ꜀Z꜀Z꜀' the row factor
 * is eliminated by Woodbury's identity; what remains is the dense matrix
 * C = I + γ꜀(diag(n꜀) − N'·diag(γᵣ/(1 + γᵣnᵣ))·N), columns × columns. Derivatives follow
 * Gilmour, Thompson & Cullis (1995). Both stay valid when a ratio is zero.
 */
export class ProfiledCriterion {
  ratios: VarianceRatios = [0, 0];
  mu = 0;
  /** y'Py, in points². */
  residualSumOfSquares = 0;
  /** Z'P(y) for rows and columns: the BLUPs are these times the variance ratio. */
  readonly rowScore: Float64Array;
  readonly columnScore: Float64Array;
  private readonly rowOne: Float64Array;
  readonly columnOne: Float64Array;
  oneInverseOne = 0;
  readonly shrink: Float64Array;
  readonly rowSum: Float64Array;
  private readonly columnSum: Float64Array;
  readonly cholesky: DenseCholesky;

  constructor(readonly design: CrossedDesign) {
    const rows = design.rows.ids.length;
    const columns = design.columns.ids.length;
    this.rowScore = new Float64Array(rows);
    this.rowOne = new Float64Array(rows);
    this.shrink = new Float64Array(rows);
    this.rowSum = new Float64Array(rows);
    this.columnScore = new Float64Array(columns);
    this.columnOne = new Float64Array(columns);
    this.columnSum = new Float64Array(columns);
    this.cholesky = new DenseCholesky(columns);
    sumByLevel(design, design.cellMean, this.rowSum, this.columnSum);
  }

  /** Deviance at the given ratios; NaN where the matrix is not positive definite in floating point. */
  evaluate(ratios: VarianceRatios): number {
    this.ratios = ratios;
    const { design, shrink } = this;
    const [rowRatio, columnRatio] = ratios;
    let logDeterminant = 0;
    design.rows.counts.forEach((count, row) => {
      shrink[row] = 1 / (1 + rowRatio * count);
      logDeterminant += Math.log1p(rowRatio * count);
    });
    this.assemble(rowRatio, columnRatio);
    logDeterminant += this.cholesky.factor();
    if (Number.isNaN(logDeterminant)) return NaN;

    this.applyInverse(design.rows.counts, design.columns.counts, this.rowOne, this.columnOne);
    this.oneInverseOne = total(this.columnOne);
    this.predict();
    this.residualSumOfSquares = this.penalisedResidual();
    const freedom = design.ratingCount - 1;
    return (
      logDeterminant +
      Math.log(this.oneInverseOne) +
      freedom * (1 + Math.log((2 * Math.PI * this.residualSumOfSquares) / freedom))
    );
  }

  /** Derivatives at the ratios evaluated last. Consumes the factor: evaluate again before another call. */
  derivatives(): CriterionDerivatives {
    const scale = (this.design.ratingCount - 1) / this.residualSumOfSquares;
    const information = this.averageInformation(scale);
    const [rowTrace, columnTrace] = this.invertAndTrace();
    const expected = (trace: number, one: Float64Array, score: Float64Array) =>
      trace - squares(one) / this.oneInverseOne - scale * squares(score);
    return {
      gradient: [
        expected(rowTrace, this.rowOne, this.rowScore),
        expected(columnTrace, this.columnOne, this.columnScore),
      ],
      information,
    };
  }

  /** Variances of the effects given the data, in residual variances. Only after `derivatives`. */
  conditionalVariances(): { rows: Float64Array; columns: Float64Array } {
    const { design, shrink, cholesky } = this;
    const [rowRatio, columnRatio] = this.ratios;
    return {
      rows: shrink.map(
        (w, row) => rowRatio * (w + rowRatio * columnRatio * w * w * this.rowQuadratic(row)),
      ),
      columns: design.columns.counts.map(
        (_, column) => columnRatio * cholesky.matrix[column * (cholesky.size + 1)]!,
      ),
    };
  }

  private predict(): void {
    this.applyInverse(this.rowSum, this.columnSum, this.rowScore, this.columnScore);
    this.mu = total(this.columnScore) / this.oneInverseOne;
    subtract(this.rowScore, this.rowOne, this.mu);
    subtract(this.columnScore, this.columnOne, this.mu);
  }

  private assemble(rowRatio: number, columnRatio: number): void {
    const { design, shrink } = this;
    const { rowStart, cellColumn, cellCount } = design;
    const { matrix, size } = this.cholesky;
    matrix.fill(0);
    design.columns.counts.forEach((count, column) => {
      matrix[column * (size + 1)] = 1 + columnRatio * count;
    });
    for (let row = 0; row < shrink.length; row += 1) {
      const weight = rowRatio * columnRatio * shrink[row]!;
      for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell += 1) {
        const at = cellColumn[cell]! * size;
        const weighted = weight * cellCount[cell]!;
        for (let other = rowStart[row]!; other <= cell; other += 1)
          matrix[at + cellColumn[other]!]! -= weighted * cellCount[other]!;
      }
    }
  }

  /** For x given by its row and column sums: Zᵣ'V⁻¹x into `rows` and Z꜀'V⁻¹x into `columns`. */
  private applyInverse(
    rowSums: Float64Array,
    columnSums: Float64Array,
    rows: Float64Array,
    columns: Float64Array,
  ): void {
    const [rowRatio, columnRatio] = this.ratios;
    const { shrink } = this;
    columns.set(columnSums);
    forEachCell(this.design, (row, column, count) => {
      columns[column]! -= count * rowRatio * shrink[row]! * rowSums[row]!;
    });
    this.cholesky.solve(columns);
    rows.set(rowSums);
    forEachCell(this.design, (row, column, count) => {
      rows[row]! -= columnRatio * count * columns[column]!;
    });
    for (let row = 0; row < rows.length; row += 1) rows[row]! *= shrink[row]!;
  }

  /** y'Py = |y − mu − effects|² + |effects|²/ratio: no cancellation, unlike y'V⁻¹y − mu·1'V⁻¹y. */
  private penalisedResidual(): number {
    const [rowRatio, columnRatio] = this.ratios;
    let sum =
      this.design.withinCells +
      rowRatio * squares(this.rowScore) +
      columnRatio * squares(this.columnScore);
    forEachCell(this.design, (row, column, count, cell) => {
      const effects = rowRatio * this.rowScore[row]! + columnRatio * this.columnScore[column]!;
      sum += count * (this.design.cellMean[cell]! - this.mu - effects) ** 2;
    });
    return sum;
  }

  /** Entries (n − 1)[y'PKₐPKᵦPy/y'Py − (y'PKₐPy)(y'PKᵦPy)/(y'Py)²] with K = ZZ'. */
  private averageInformation(scale: number): readonly [number, number, number] {
    const { design, rowScore, columnScore } = this;
    const crossRow = new Float64Array(rowScore.length);
    const crossColumn = new Float64Array(columnScore.length);
    forEachCell(this.design, (row, column, count) => {
      crossRow[row]! += count * columnScore[column]!;
      crossColumn[column]! += count * rowScore[row]!;
    });
    const ownRow = rowScore.map((value, row) => value * design.rows.counts[row]!);
    const ownColumn = columnScore.map((value, column) => value * design.columns.counts[column]!);
    const [rowRow, columnRow] = this.projected(ownRow, crossColumn);
    const [, columnColumn] = this.projected(crossRow, ownColumn);
    const quadratic = [squares(rowScore), squares(columnScore)] as const;
    const entry = (value: number, a: 0 | 1, b: 0 | 1) =>
      scale * value - (scale * scale * quadratic[a] * quadratic[b]) / (design.ratingCount - 1);
    return [
      entry(dot(rowRow, rowScore), 0, 0),
      entry(dot(columnRow, columnScore), 0, 1),
      entry(dot(columnColumn, columnScore), 1, 1),
    ];
  }

  /** Z'Px for x given by its row and column sums. */
  private projected(rowSums: Float64Array, columnSums: Float64Array) {
    const rows = new Float64Array(rowSums.length);
    const columns = new Float64Array(columnSums.length);
    this.applyInverse(rowSums, columnSums, rows, columns);
    const mean = total(columns) / this.oneInverseOne;
    subtract(rows, this.rowOne, mean);
    subtract(columns, this.columnOne, mean);
    return [rows, columns] as const;
  }

  /** tr(Zᵣ'V⁻¹Zᵣ) and tr(Z꜀'V⁻¹Z꜀). */
  private invertAndTrace(): readonly [number, number] {
    const { design, shrink, cholesky } = this;
    const [rowRatio, columnRatio] = this.ratios;
    cholesky.invert();
    let rowTrace = 0;
    let columnTrace = 0;
    for (let row = 0; row < shrink.length; row += 1) {
      const weight = shrink[row]!;
      rowTrace += weight * design.rows.counts[row]!;
      rowTrace -= columnRatio * weight * weight * this.rowQuadratic(row);
    }
    if (columnRatio > 0) {
      for (let column = 0; column < cholesky.size; column += 1)
        columnTrace += 1 - cholesky.matrix[column * (cholesky.size + 1)]!;
      columnTrace /= columnRatio;
    } else {
      columnTrace = total(design.columns.counts);
      forEachCell(this.design, (row, _column, count) => {
        columnTrace -= rowRatio * shrink[row]! * count * count;
      });
    }
    return [rowTrace, columnTrace];
  }

  /** n'C⁻¹n for the counts n of one row. */
  private rowQuadratic(row: number): number {
    const { rowStart, cellColumn, cellCount } = this.design;
    const { matrix, size } = this.cholesky;
    let sum = 0;
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell += 1) {
      const at = cellColumn[cell]! * size;
      let inner = 0.5 * cellCount[cell]! * matrix[at + cellColumn[cell]!]!;
      for (let other = rowStart[row]!; other < cell; other += 1)
        inner += cellCount[other]! * matrix[at + cellColumn[other]!]!;
      sum += 2 * cellCount[cell]! * inner;
    }
    return sum;
  }
}
