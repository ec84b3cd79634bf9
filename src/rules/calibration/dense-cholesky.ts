/**
 * Cholesky factor and inverse of a symmetric positive definite matrix, in place in one square
 * row-major array: the factor L lies below the diagonal, the transpose of its inverse above it, the
 * reciprocals of L's diagonal apart. Every phase then consists of dot products of contiguous rows,
 * done in tiles of 4 × 3 whose twelve sums stay in registers (Golub & Van Loan 2013, §4.2).
 */
export class DenseCholesky {
  /** size × size, row-major. Write the lower triangle with the diagonal, then call `factor`. */
  readonly matrix: Float64Array;
  private readonly reciprocal: Float64Array;
  private readonly tile = new Float64Array(12);
  private readonly diagonal = new Float64Array(4);

  constructor(readonly size: number) {
    this.matrix = new Float64Array(size * size);
    this.reciprocal = new Float64Array(size);
  }

  /** Replaces the lower triangle by L; returns log|matrix|, or NaN when it is not positive definite. */
  factor(): number {
    const { matrix, size, reciprocal } = this;
    let halfLogDeterminant = 0;
    for (let left = 0; left < size; left += 3) {
      const right = Math.min(left + 3, size);
      for (let top = left; top < size; top += 4) {
        const bottom = Math.min(top + 4, size);
        this.dotRows(top, bottom, left, right, 0, left);
        for (let i = top; i < bottom; i += 1) {
          const row = i * size;
          for (let j = left; j < right && j <= i; j += 1) {
            let value = matrix[row + j]! - this.tile[(i - top) * 3 + (j - left)]!;
            for (let k = left; k < j; k += 1) value -= matrix[row + k]! * matrix[j * size + k]!;
            if (i === j) {
              if (!(value > 0)) return NaN;
              halfLogDeterminant += 0.5 * Math.log(value);
              matrix[row + i] = Math.sqrt(value);
              reciprocal[i] = 1 / matrix[row + i]!;
            } else matrix[row + j] = value * reciprocal[j]!;
          }
        }
      }
    }
    return 2 * halfLogDeterminant;
  }

  /** Solves matrix · x = right side after `factor`; overwrites and returns the vector. */
  solve(vector: Float64Array): Float64Array {
    const { matrix, size, reciprocal } = this;
    for (let i = 0; i < size; i += 1) {
      let value = vector[i]!;
      for (let k = 0, at = i * size; k < i; k += 1) value -= matrix[at + k]! * vector[k]!;
      vector[i] = value * reciprocal[i]!;
    }
    return this.solveTransposedFactor(vector);
  }

  /** Solves L' · x = right side after `factor`; overwrites and returns the vector. */
  solveTransposedFactor(vector: Float64Array): Float64Array {
    const { matrix, size, reciprocal } = this;
    for (let i = size - 1; i >= 0; i -= 1) {
      const value = vector[i]! * reciprocal[i]!;
      vector[i] = value;
      for (let k = 0, at = i * size; k < i; k += 1) vector[k]! -= matrix[at + k]! * value;
    }
    return vector;
  }

  /** Replaces the lower triangle with that of the inverse; `solve` is no longer possible after it. */
  invert(): void {
    this.invertFactor();
    const { matrix, size } = this;
    for (let i = 0; i < size; i += 1) matrix[i * size + i] = this.reciprocal[i]!;
    for (let top = 0; top < size; top += 4) {
      const bottom = Math.min(top + 4, size);
      for (let left = 0; left < bottom; left += 3) {
        const right = Math.min(left + 3, bottom);
        this.dotRows(top, bottom, left, right, bottom, size);
        for (let i = top; i < bottom; i += 1)
          for (let j = left; j < right && j <= i; j += 1) {
            let value = this.tile[(i - top) * 3 + (j - left)]!;
            for (let k = i; k < bottom; k += 1)
              value += matrix[i * size + k]! * matrix[j * size + k]!;
            // The diagonal of the transposed inverse is still needed by the rows above in this block.
            if (i !== j) matrix[i * size + j] = value;
            else this.diagonal[i - top] = value;
          }
      }
      for (let i = top; i < bottom; i += 1) matrix[i * size + i] = this.diagonal[i - top]!;
    }
  }

  /** Writes the transpose of L⁻¹ above the diagonal: X[i][j] = −(Σ L[i][k] X[k][j]) / L[i][i]. */
  private invertFactor(): void {
    const { matrix, size, reciprocal } = this;
    for (let top = 0; top < size; top += 4) {
      const bottom = Math.min(top + 4, size);
      for (let left = 0; left < bottom; left += 3) {
        const right = Math.min(left + 3, bottom);
        if (right < top) this.dotRows(top, bottom, left, right, right, top);
        const summed = right < top;
        for (let i = top; i < bottom; i += 1) {
          const row = i * size;
          for (let j = left; j < right && j < i; j += 1) {
            let value = matrix[row + j]! * reciprocal[j]!;
            if (summed) {
              value += this.tile[(i - top) * 3 + (j - left)]!;
              for (let k = j + 1; k < right; k += 1)
                value += matrix[row + k]! * matrix[j * size + k]!;
            }
            for (let k = summed ? top : j + 1; k < i; k += 1)
              value += matrix[row + k]! * matrix[j * size + k]!;
            matrix[j * size + i] = -value * reciprocal[i]!;
          }
        }
      }
    }
  }

  /** tile[a][b] = Σ over k in [from, to) of row (top + a) times row (left + b). */
  private dotRows(
    top: number,
    bottom: number,
    left: number,
    right: number,
    from: number,
    to: number,
  ) {
    const { matrix, size, tile } = this;
    if (bottom - top === 4 && right - left === 3) {
      dotTile(matrix, size, top * size, left * size, from, to, tile);
      return;
    }
    for (let i = top; i < bottom; i += 1)
      for (let j = left; j < right; j += 1) {
        let sum = 0;
        for (let k = from; k < to; k += 1) sum += matrix[i * size + k]! * matrix[j * size + k]!;
        tile[(i - top) * 3 + (j - left)] = sum;
      }
  }
}

function dotTile(
  matrix: Float64Array,
  size: number,
  rowBase: number,
  columnBase: number,
  from: number,
  to: number,
  tile: Float64Array,
): void {
  let s00 = 0,
    s01 = 0,
    s02 = 0;
  let s10 = 0,
    s11 = 0,
    s12 = 0;
  let s20 = 0,
    s21 = 0,
    s22 = 0;
  let s30 = 0,
    s31 = 0,
    s32 = 0;
  const row1 = rowBase + size;
  const row2 = row1 + size;
  const row3 = row2 + size;
  const column1 = columnBase + size;
  const column2 = column1 + size;
  for (let k = from; k < to; k += 1) {
    const y0 = matrix[columnBase + k]!;
    const y1 = matrix[column1 + k]!;
    const y2 = matrix[column2 + k]!;
    let x = matrix[rowBase + k]!;
    s00 += x * y0;
    s01 += x * y1;
    s02 += x * y2;
    x = matrix[row1 + k]!;
    s10 += x * y0;
    s11 += x * y1;
    s12 += x * y2;
    x = matrix[row2 + k]!;
    s20 += x * y0;
    s21 += x * y1;
    s22 += x * y2;
    x = matrix[row3 + k]!;
    s30 += x * y0;
    s31 += x * y1;
    s32 += x * y2;
  }
  tile[0] = s00;
  tile[1] = s01;
  tile[2] = s02;
  tile[3] = s10;
  tile[4] = s11;
  tile[5] = s12;
  tile[6] = s20;
  tile[7] = s21;
  tile[8] = s22;
  tile[9] = s30;
  tile[10] = s31;
  tile[11] = s32;
}
