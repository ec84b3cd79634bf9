import { type CleanFile, withheld } from './clean-result.js';
import { MOST_PIXELS, loadSharp } from './load-sharp.js';

/**
 * A picture drawn anew in its own format and upright: the library writes no EXIF, XMP, IPTC, text
 * chunk, comment or thumbnail unless told to.
 */
export async function cleanImage(content: Buffer): Promise<CleanFile> {
  const sharp = await loadSharp();
  const { width, height, pages } = await sharp(content, {}).metadata();
  if (width * height > MOST_PIXELS) return withheld('tooLarge');
  if ((pages ?? 1) > 1) return withheld('unreadable');
  const picture = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient();
  const drawn = picture.jpeg({ quality: 90, force: false }).webp({ quality: 90, force: false });
  return { content: await drawn.toBuffer(), problem: null };
}
