import { cleanImage } from './clean-image.js';
import { cleanPdf } from './clean-pdf.js';
import { type CleanFile, withheld } from './clean-result.js';

/**
 * The same document without author, device, place, dates, thumbnails and embedded files, or why that
 * cannot be done. What cannot be cleaned is named, never passed on half cleaned.
 */
export async function cleanFile(content: Buffer, contentType: string): Promise<CleanFile> {
  const clean = cleaners[contentType];
  if (!clean) return withheld('office');
  try {
    return await clean(content);
  } catch {
    // A damaged file throws whatever its parser throws; the merchant is told that it is unreadable.
    return withheld('unreadable');
  }
}

const cleaners: Readonly<Record<string, (content: Buffer) => Promise<CleanFile>>> = {
  'application/pdf': cleanPdf,
  'image/jpeg': cleanImage,
  'image/png': cleanImage,
  'image/webp': cleanImage,
};
