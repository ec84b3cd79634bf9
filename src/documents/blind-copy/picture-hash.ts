import { MOST_PIXELS, loadSharp } from './load-sharp.js';

const COLUMNS = 9;
const ROWS = 8;
/** With fewer brighter or darker steps than this a picture is a blank page, alike to every other. */
const FEWEST_STEPS = 6;

/**
 * Difference hash of a picture (Krawetz 2013, "Kind of Like That"): 64 bits in 16 hexadecimal digits,
 * one for each step to a brighter neighbour in a 9 × 8 reduction. Null for anything but a picture and
 * for blank ones.
 */
export async function pictureHash(content: Buffer, contentType: string): Promise<string | null> {
  if (!contentType.startsWith('image/')) return null;
  try {
    const sharp = await loadSharp();
    const pixels = await sharp(content, { limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .flatten({ background: 'white' })
      .greyscale()
      .resize(COLUMNS, ROWS, { fit: 'fill' })
      .raw()
      .toBuffer();
    return hashOf(pixels);
  } catch {
    return null;
  }
}

function hashOf(pixels: Buffer): string | null {
  let bits = '';
  let steps = 0;
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS - 1; column += 1) {
      const place = row * COLUMNS + column;
      const [here, next] = [pixels[place]!, pixels[place + 1]!];
      if (here !== next) steps += 1;
      bits += next > here ? '1' : '0';
    }
  }
  if (steps < FEWEST_STEPS) return null;
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}
