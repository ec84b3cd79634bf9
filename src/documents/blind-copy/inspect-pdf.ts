import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { BlindProblem } from './clean-result.js';

/** Bytes to which one compressed part may grow. */
const MOST_INFLATED = 64 * 1_048_576;
/** Compression that the parser opens without a limit, or that hides a picture's description. */
const unusualFilters = /\/LZWDecode|\/RunLengthDecode|\/Filter\s*\[\s*\/\w+\s*\/\w+/;

/** What speaks against opening a PDF before its parser does: bombs and filters behind filters. */
export async function inspectPdf(content: Buffer): Promise<BlindProblem | null> {
  const text = content.toString('latin1');
  if (/\/Encrypt\b/.test(text)) return 'encrypted';
  if (unusualFilters.test(text)) return 'unreadable';
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    const from = text.indexOf('\n', index) + 1;
    if ((content.readUInt16BE(Math.min(from, content.length - 2)) & 0x0f00) !== 0x0800) continue;
    if (await growsTooLarge(content.subarray(from))) return 'tooLarge';
  }
  return null;
}

const inflated = promisify<Buffer, object, Buffer>(inflate);

async function growsTooLarge(bytes: Buffer): Promise<boolean> {
  try {
    await inflated(bytes, { maxOutputLength: MOST_INFLATED });
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
  }
}
