/** An address as a square that a telephone reads, in SVG. */
export async function squareCode(address: string): Promise<string> {
  // Read when the first code is drawn: a start does not need it.
  const { default: squares } = await import('qrcode');
  return squares.toString(address, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
}
