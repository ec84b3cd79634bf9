import { HASH_LENGTH } from './tiles.js';
import { fromBase64 } from './signed-note.js';

/** Where a log ended: its size and the root over all entries until then (C2SP tlog-checkpoint). */
export interface LogHead {
  /** The name of the log. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** The text that the log and its witnesses sign. */
export function logHeadText({ origin, size, root }: LogHead): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Lines after the third are for others. */
export function readLogHead(text: string): LogHead | null {
  const [origin, size, root] = text.split('\n');
  const hash = fromBase64(root ?? '');
  if (!origin || hash?.length !== HASH_LENGTH || !/^(0|[1-9]\d{0,14})$/.test(size ?? ''))
    return null;
  return { origin, size: Number(size), root: hash };
}
