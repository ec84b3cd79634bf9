import { readLogHead } from '../rules/prooflog/log-checkpoint.js';
import { readNote } from '../rules/prooflog/signed-note.js';
import { type Tile, type Tiles, tileKey, tilePath } from '../rules/prooflog/tiles.js';

/** The log answered with something else, or not at all. */
export class LogUnreachable extends Error {
  constructor(
    readonly url: string,
    readonly reason: string,
  ) {
    super(`${url}: ${reason}`);
  }
}

const SECONDS = 30;
/** Thousands of times what a checkpoint or a tile has. */
const MOST_BYTES = 1_048_576;

/** A log as it is seen from another machine: only its files, nothing of its database. */
export class RemoteLog {
  /** @param address of the log, without a slash at its end */
  constructor(private readonly address: string) {}

  /** What is no checkpoint at all, as a page of a network that wants a password, is not the word of the log. */
  async checkpoint(): Promise<string> {
    const text = (await this.get('checkpoint')).toString('utf8');
    const note = readNote(text);
    if (note && readLogHead(note.text)) return text;
    throw new LogUnreachable(`${this.address}/checkpoint`, 'no checkpoint');
  }

  key(): Promise<string> {
    return this.get('key').then((content) => content.toString('utf8').trim());
  }

  async tiles(wanted: readonly Tile[]): Promise<Tiles> {
    const found = new Map<string, Buffer>();
    for (const tile of wanted) {
      found.set(tileKey(tile), await this.get(tilePath(tile, tile.level)));
    }
    return found;
  }

  /** Null when it was taken; otherwise why not. */
  async handIn(note: string): Promise<string | null> {
    const answer = await this.send('cosignatures', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ note }),
    });
    return answer.ok ? null : reasonOf(answer.status, answer.content.toString('utf8'));
  }

  private async get(path: string): Promise<Buffer> {
    const { ok, status, content } = await this.send(path, {});
    if (!ok) throw new LogUnreachable(`${this.address}/${path}`, String(status));
    return content;
  }

  private async send(path: string, init: RequestInit) {
    const url = `${this.address}/${path}`;
    try {
      const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(SECONDS * 1000) });
      const { ok, status } = answer;
      return { ok, status, content: await upTo(MOST_BYTES, answer) };
    } catch (error) {
      const { cause, message } = error as Error & { cause?: Error };
      throw new LogUnreachable(url, cause?.message || message);
    }
  }
}

/** A body without an end is left as soon as it is longer than any answer may be. */
async function upTo(most: number, { body }: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > most) throw new Error('size');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The sentence of the office, or what a proxy before it said. */
function reasonOf(status: number, text: string): string {
  try {
    return (JSON.parse(text) as { error: { message: string } }).error.message;
  } catch {
    return `${status} ${text.slice(0, 200)}`;
  }
}
