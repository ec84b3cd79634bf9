import { UnreadableTable } from './unreadable-table.js';

export type Encoding = 'UTF-8' | 'UTF-16' | 'GB18030';

/** Bytes of the beginning that tell of what kind a file is. */
const BEGINNING = 4096;

/**
 * The text of a file in one of the encodings that spreadsheet programs of this country write.
 * @throws UnreadableTable for a file of another kind, with its kind as the fault
 */
export function decodeText(content: Buffer): { text: string; encoding: Encoding } {
  const beginning = content.subarray(0, 8).toString('hex');
  if (beginning === 'd0cf11e0a1b11ae1') {
    throw new UnreadableTable(1, 'oldWorkbook');
  }
  const wide = wideEncoding(content);
  if (wide) return { text: new TextDecoder(wide).decode(content), encoding: 'UTF-16' };
  if (OTHER_KINDS.some((kind) => beginning.startsWith(kind))) {
    throw new UnreadableTable(1, 'otherKind');
  }
  const found = narrow(content);
  if (/^\s*<(?:!doctype|html|\?xml|table|meta)\b/i.test(found.text.slice(0, BEGINNING))) {
    throw new UnreadableTable(1, 'markup');
  }
  return found;
}

/** Beginnings of what people choose by mistake: PDF, pictures, other archives. */
const OTHER_KINDS = [
  '25504446',
  '47494638',
  '52494646',
  '89504e47',
  'ffd8ff',
  '52617221',
  '377abcaf',
  '1f8b',
];

function narrow(content: Buffer): { text: string; encoding: Encoding } {
  for (const [label, encoding] of [
    ['utf-8', 'UTF-8'],
    ['gb18030', 'GB18030'],
  ] as const) {
    try {
      return { text: new TextDecoder(label, { fatal: true }).decode(content), encoding };
    } catch {
      // The next one may fit.
    }
  }
  throw new UnreadableTable(1, 'encoding');
}

/** By its mark, or by the zeros that Latin letters have as their other half. */
function wideEncoding(content: Buffer): 'utf-16le' | 'utf-16be' | null {
  const mark = content.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  const head = content.subarray(0, BEGINNING);
  const zeros = (half: number) => head.filter((byte, at) => byte === 0 && at % 2 === half).length;
  const [first, second] = [zeros(0), zeros(1)];
  const many = head.length / 8;
  if (second > many && first === 0) return 'utf-16le';
  return first > many && second === 0 ? 'utf-16be' : null;
}
