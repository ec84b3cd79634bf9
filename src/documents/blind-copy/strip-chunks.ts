/** Chunks of a PNG that tell of the taking and of programs, not of the picture. */
const PNG_WORDS = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);
const PNG_HEAD = 8;
/** Length, name and checksum around the content of a chunk. */
const PNG_AROUND = 12;
const WEBP_WORDS = new Set(['EXIF', 'XMP ']);
const WEBP_HEAD = 12;
const WEBP_AROUND = 8;
/** Flags of an extended WebP that announce the two. */
const WEBP_FLAGS = 0b1100;

/** A PNG without its words and without what lies behind its end; a part that breaks off is kept as far as it goes. */
export function stripPng(content: Buffer): Buffer {
  const kept = [content.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD; at + WEBP_AROUND <= content.length;) {
    const name = content.toString('latin1', at + 4, at + 8);
    const end = at + PNG_AROUND + content.readUInt32BE(at);
    if (!PNG_WORDS.has(name)) kept.push(content.subarray(at, end));
    if (name === 'IEND') break;
    at = end;
  }
  return Buffer.concat(kept);
}

/** A WebP without its words; what lies behind its end goes with them. */
export function stripWebp(content: Buffer): Buffer {
  const kept: Buffer[] = [];
  const behind = Math.min(content.length, WEBP_AROUND + content.readUInt32LE(4));
  for (let at = WEBP_HEAD; at + WEBP_AROUND <= behind;) {
    const name = content.toString('latin1', at, at + 4);
    const size = content.readUInt32LE(at + 4);
    const end = at + WEBP_AROUND + size + (size % 2);
    const chunk = Buffer.from(content.subarray(at, end));
    if (name === 'VP8X' && chunk.length > WEBP_AROUND) chunk[WEBP_AROUND]! &= ~WEBP_FLAGS;
    if (!WEBP_WORDS.has(name)) kept.push(chunk);
    at = end;
  }
  const head = Buffer.from(content.subarray(0, WEBP_HEAD));
  const size = kept.reduce((sum, chunk) => sum + chunk.length, 4);
  head.writeUInt32LE(size, 4);
  return Buffer.concat([head, ...kept]);
}
