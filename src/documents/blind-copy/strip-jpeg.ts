const SEGMENT = 0xff;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Inside a scan: a byte that is no marker, and the marks to start again from. */
const WITHIN_SCAN: ReadonlySet<number> = new Set([
  0, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7,
]);
const APPLICATION_FIRST = 0xe0;
const APPLICATION_LAST = 0xef;
const COMMENT = 0xfe;
/** JFIF, colour profile and Adobe's colour transform are needed to draw the picture. */
const needed = [0xe0, 0xe2, 0xee];

/**
 * A JPEG stream (ITU-T T.81) without application segments and comments that do not serve drawing:
 * for pictures inside a PDF, which stay as they are otherwise.
 * @returns null for bytes that are no JPEG
 */
export function stripJpeg(bytes: Uint8Array): Buffer | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (source[0] !== SEGMENT || source[1] !== 0xd8) return null;
  const kept = [source.subarray(0, 2)];
  let place = 2;
  while (place + 4 <= source.length && source[place] === SEGMENT) {
    const marker = source[place + 1]!;
    if (marker === SEGMENT) {
      place += 1;
      continue;
    }
    if (marker === START_OF_SCAN) {
      kept.push(source.subarray(place, endOfPicture(source, place)));
      return Buffer.concat(kept);
    }
    const end = place + 2 + source.readUInt16BE(place + 2);
    if (!isDropped(marker)) kept.push(source.subarray(place, end));
    place = end;
  }
  return null;
}

/** Telephones put a film or a second picture behind the first, each with its own place and time. */
function endOfPicture(source: Buffer, scan: number): number {
  let place = scan;
  while (place >= 0 && place + 4 <= source.length) {
    const marker = source[place + 1]!;
    if (marker === END_OF_IMAGE) return place + 2;
    if (marker === SEGMENT) place += 1;
    else if (WITHIN_SCAN.has(marker)) place += 2;
    else place += 2 + source.readUInt16BE(place + 2);
    place = source.indexOf(SEGMENT, place);
  }
  return source.length;
}

function isDropped(marker: number): boolean {
  const application = marker >= APPLICATION_FIRST && marker <= APPLICATION_LAST;
  return marker === COMMENT || (application && !needed.includes(marker));
}
