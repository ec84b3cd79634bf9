import { DenseCholesky } from './dense-cholesky.js';

/** Symmetric and diagonally dominant, so positive definite. */
function element(i: number, j: number, size: number): number {
  return i === j ? size + 1 : Math.sin(Math.min(i, j) * 7 + Math.max(i, j) * 3);
}

describe('DenseCholesky', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 24, 29])('solves and inverts size %i', (size) => {
    const cholesky = new DenseCholesky(size);
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j <= i; j += 1) cholesky.matrix[i * size + j] = element(i, j, size);
    const logDeterminant = cholesky.factor();
    const solution = cholesky.solve(Float64Array.from({ length: size }, (_, i) => i + 1));
    for (let i = 0; i < size; i += 1)
      expect(solution.reduce((sum, x, j) => sum + element(i, j, size) * x, 0)).toBeCloseTo(
        i + 1,
        10,
      );
    cholesky.invert();
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1) {
        let product = 0;
        for (let k = 0; k < size; k += 1)
          product += element(i, k, size) * cholesky.matrix[Math.max(k, j) * size + Math.min(k, j)]!;
        expect(product).toBeCloseTo(i === j ? 1 : 0, 10);
      }
    if (size === 2) expect(logDeterminant).toBeCloseTo(Math.log(9 - Math.sin(3) ** 2), 12);
  });

  it('reports a matrix that is not positive definite', () => {
    const cholesky = new DenseCholesky(2);
    cholesky.matrix.set([1, 0, 2, 1]);
    expect(cholesky.factor()).toBeNaN();
  });
});
