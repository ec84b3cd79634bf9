import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from './bench-row.js';
import { startServer } from './child-server.js';
import { demoSession } from './demo-session.js';
import { enlargeLockedCategory } from './large-category.js';
import { load } from './load.js';

const program = join(import.meta.dirname, '..', 'bundle', 'cli.cjs');
const applications = 2000;

/** The full ranking of 2,000 applications with four sheets each, in one page, for a tabulator. */
export async function benchRanking(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'biaogan-bench-'));
  const env = { DATA_DIR: dataDir, NODE_ENV: 'development', DEMO: 'on', DATABASE_URL: '' };
  const serve = () => startServer(program, () => ['serve'], env);
  try {
    await (await serve()).stop();
    const categoryId = enlargeLockedCategory(dataDir, applications);
    const server = await serve();
    try {
      const cookie = await demoSession(server.url, '计分');
      const url = `${server.url}/office/standings/${categoryId}`;
      const began = performance.now();
      const html = await (await fetch(url, { headers: { cookie } })).text();
      const first = performance.now() - began;
      const rows = html.match(/<th scope="row">/g)?.length;
      if (rows !== applications) throw new Error(`the ranking page shows ${rows} applications`);
      const { perSecond, p95 } = await load(url, { headers: { cookie }, connections: 4 });
      return [
        atMost('ranking page of 2,000 × 4, 4 connections, 95th percentile', p95, 'ms', 100),
        {
          name: 'ranking page of 2,000 × 4, pages a second (HotCRP: 10)',
          value: perSecond,
          unit: 'req/s',
          reference: 10,
          target: '> 10 req/s',
          ratio: perSecond / 10,
          met: perSecond > 10,
        },
        atMost('ranking page of 2,000 × 4, first view after a start', first, 'ms', 1000),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function atMost(name: string, value: number, unit: string, limit: number): BenchRow {
  const target = `< ${limit} ${unit}`;
  return { name, value, unit, reference: limit, target, ratio: value / limit, met: value < limit };
}
