import type { Sharp, SharpOptions } from 'sharp';

/** Pixels of the largest picture that is decoded: a telephone's 100 megapixels. */
export const MOST_PIXELS = 100_000_000;

/**
 * The image library, loaded when the first picture arrives: it costs 90 ms and 26 MB that a server
 * which only shows pages does not need.
 */
export async function loadSharp(): Promise<(content: Buffer, options: SharpOptions) => Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}
