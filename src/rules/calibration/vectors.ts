export function total(vector: Float64Array): number {
  let sum = 0;
  for (const value of vector) sum += value;
  return sum;
}

export function squares(vector: Float64Array): number {
  return dot(vector, vector);
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  return sum;
}

export function subtract(target: Float64Array, direction: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index += 1)
    target[index]! -= factor * direction[index]!;
}
