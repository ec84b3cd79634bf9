import { type Socket, connect } from 'node:net';

export interface Load {
  readonly perSecond: number;
  /** 95th percentile of the latency in ms. */
  readonly p95: number;
}

export interface LoadOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections?: number;
  readonly seconds?: number;
}

/**
 * Asks one address for some seconds from a few kept connections, each with one request on its way;
 * anything but 200 is an error. Answers are counted by their length and not read, so that on two
 * cores the asking costs less than the answering.
 */
export async function load(url: string, options: LoadOptions = {}): Promise<Load> {
  const { connections = 10, seconds = 4 } = options;
  await ask(url, options, connections, 1);
  const times = await ask(url, options, connections, seconds);
  return { perSecond: times.length / seconds, p95: times[Math.floor(times.length * 0.95)]! };
}

/** @returns latencies in ms, ascending */
async function ask(
  url: string,
  { headers = {} }: LoadOptions,
  connections: number,
  seconds: number,
): Promise<number[]> {
  const { host, hostname, port, pathname, search } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const request = `GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`;
  const until = performance.now() + seconds * 1000;
  const times = await Promise.all(
    Array.from({ length: connections }, () =>
      askAgain(connect(Number(port), hostname), request, until),
    ),
  );
  return times.flat().sort((a, b) => a - b);
}

function askAgain(socket: Socket, request: string, until: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    let began = 0;
    let missing = 0;
    let head: Buffer | null = null;
    const send = () => {
      began = performance.now();
      if (began < until) socket.write(request);
      else {
        socket.destroy();
        resolve(times);
      }
    };
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('connect', send);
    socket.on('data', (chunk: Buffer) => {
      if (missing > 0) missing -= chunk.length;
      else {
        head = head ? Buffer.concat([head, chunk]) : chunk;
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        missing = bodyLength(head.toString('latin1', 0, end)) - (head.length - end - 4);
        head = null;
      }
      if (missing > 0) return;
      times.push(performance.now() - began);
      send();
    });
  });
}

function bodyLength(head: string): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200') || !length) {
    throw new Error(`under load: ${head.slice(0, 200)}`);
  }
  return Number(length);
}
