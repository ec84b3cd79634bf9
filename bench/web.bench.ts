import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from './bench-row.js';
import { type ChildServer, startServer } from './child-server.js';
import { demoSession } from './demo-session.js';
import { load } from './load.js';

const dist = join(import.meta.dirname, '..');
const rounds = 5;

/** The demo city as a newcomer starts it: public pages beside a bare hello, a judge's home, start and memory. */
export async function benchWeb(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'biaogan-bench-'));
  const env = { DATA_DIR: dataDir, NODE_ENV: 'development', DEMO: 'on', DATABASE_URL: '' };
  const serve = () => startServer(join(dist, 'bundle', 'cli.cjs'), () => ['serve'], env);
  const rows: BenchRow[] = [];
  try {
    const first = await serve();
    rows.push(atMost('demo city ready on a first start', first.firstAnswerMs / 1000, 's', 20));
    await first.stop();
    const server = await serve();
    rows.push(atMost('first page after process start', server.firstAnswerMs / 1000, 's', 1));
    await new Promise((resolve) => setTimeout(resolve, 3000));
    rows.push(atMost('idle memory', server.memory(), 'MB', 150));
    rows.push(...(await publicPages(server)));
    rows.push(await judgesHome(server));
    await server.stop();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return rows;
}

/** By turns, so that whatever else the machine does meets the reference as often as the pages. */
async function publicPages(server: ChildServer): Promise<BenchRow[]> {
  const hello = await startServer(join(dist, 'bench', 'hello-server.js'), (port) => [String(port)]);
  const headers = { 'accept-encoding': 'gzip, br' };
  const measured = [
    { name: 'bare Fastify hello', url: hello.url, rates: [] as number[] },
    { name: 'signed-out home', url: `${server.url}/`, rates: [] as number[] },
    { name: 'signed-out award list', url: `${server.url}/awards`, rates: [] as number[] },
  ];
  for (let round = 0; round < rounds; round += 1) {
    for (const { url, rates } of measured) {
      rates.push((await load(url, { headers, seconds: 1 })).perSecond);
    }
  }
  await hello.stop();
  const [reference = 0, ...pages] = measured.map(({ rates }) => median(rates));
  return pages.map((value, at) => ({
    name: `${measured[at + 1]!.name}, beside a bare Fastify hello`,
    value,
    unit: 'req/s',
    reference,
    target: '>= 0.7 x hello',
    ratio: value / reference,
    met: value / reference >= 0.7,
  }));
}

function median(rates: readonly number[]): number {
  return rates.toSorted((a, b) => a - b)[Math.floor(rates.length / 2)]!;
}

async function judgesHome(server: ChildServer): Promise<BenchRow> {
  const cookie = await demoSession(server.url, '评委');
  const { perSecond } = await load(`${server.url}/judging`, { headers: { cookie } });
  return {
    name: "signed-in judge's home",
    value: perSecond,
    unit: 'req/s',
    reference: 500,
    target: '>= 500 req/s',
    ratio: perSecond / 500,
    met: perSecond >= 500,
  };
}

function atMost(name: string, value: number, unit: string, limit: number): BenchRow {
  return {
    name,
    value,
    unit,
    reference: limit,
    target: `< ${limit} ${unit}`,
    ratio: value / limit,
    met: value < limit,
  };
}
