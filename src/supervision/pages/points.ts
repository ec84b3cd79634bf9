/** Hundredths as two decimals of a point, below nought with a proper sign. */
export function points(hundredths: number): string {
  const text = (Math.abs(hundredths) / 100).toFixed(2);
  return hundredths < 0 ? `−${text}` : text;
}
