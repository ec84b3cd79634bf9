import type { Config } from '../../config/config.js';

/** An address of this site as a square that a telephone reads, in SVG. */
export async function codeSquare({ publicUrl }: Config, path: string): Promise<string> {
  // Read when the first one is drawn: a start does not need it.
  const { default: squares } = await import('qrcode');
  const drawn = { type: 'svg', margin: 1, errorCorrectionLevel: 'M' } as const;
  return squares.toString(`${publicUrl}${path}`, drawn);
}
