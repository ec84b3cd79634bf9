import { HASH_LENGTH } from './tiles.js';
import { fromBase64 } from './signed-note.js';

/** That an entry stands in a log, to be verified without asking anybody (C2SP tlog-proof). */
export interface LogProof {
  /** What the entry says: the hash of these bytes is the leaf. Null in the short form, beside which the leaf is printed. */
  readonly extra: Buffer | null;
  readonly index: number;
  readonly path: readonly Buffer[];
  /** The checkpoint as it was signed and cosigned. */
  readonly checkpoint: string;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

export function logProofText({ extra, index, path, checkpoint }: LogProof): string {
  return [
    FIRST_LINE,
    ...(extra ? [`extra ${extra.toString('base64')}`] : []),
    `index ${index}`,
    ...path.map((hash) => hash.toString('base64')),
    '',
    checkpoint,
  ].join('\n');
}

export function readLogProof(text: string): LogProof | null {
  const border = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(0, border)).split('\n');
  const said = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice(6)) : undefined;
  const index = /^index (0|[1-9]\d{0,14})$/.exec(lines.shift() ?? '')?.[1];
  const path = lines.map(fromBase64);
  const whole = path.every((hash) => hash?.length === HASH_LENGTH);
  if (first !== FIRST_LINE || said === null || index === undefined || !whole) return null;
  return {
    extra: said ?? null,
    index: Number(index),
    path: path as readonly Buffer[],
    checkpoint: text.slice(border + 2),
  };
}
