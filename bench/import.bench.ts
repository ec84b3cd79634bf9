import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { stringify } from 'csv-stringify/sync';
import { parse } from 'csv-parse/sync';
import { REGISTRY_COLUMNS, columnHeader } from '../src/merchants/registry-columns.js';
import type { BenchRow } from './bench-row.js';
import { startServer } from './child-server.js';
import { demoSession } from './demo-session.js';

const program = join(import.meta.dirname, '..', 'bundle', 'cli.cjs');
const merchants = 2000;
const staffColumn = REGISTRY_COLUMNS.find(({ key }) => key === 'staff')!;
const pageRows = 5000;
const registrar = '市办登记员';

/** Register files as a clerk enters them: by the command line, and on the page of a large city. */
export async function benchImport(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'biaogan-bench-'));
  const city = join(folder, 'city');
  try {
    biaogan(city, 'seed', 'demo', '--scale', 'city');
    const [header, ...rows] = parse(biaogan(city, 'merchants', 'export'), { bom: true });
    const file = join(folder, 'merchants.csv');
    writeFileSync(file, stringify([header!, ...rows.slice(0, merchants)]));
    const changed = rows.slice(0, pageRows).map((row) => withOneMore(header!, row));
    return [
      byCommand(join(folder, 'empty'), file),
      ...(await onPage(city, stringify([header!, ...changed]))),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From process start to the last row on disk, into an empty register. */
function byCommand(target: string, file: string): BenchRow {
  biaogan(target, 'seed', 'reference');
  const began = performance.now();
  biaogan(target, 'merchants', 'import', file);
  const seconds = (performance.now() - began) / 1000;
  const imported = countMerchants(target);
  if (imported !== merchants) throw new Error(`${imported} of ${merchants} were imported`);
  return within(
    'import of 2,000 merchants by the command line, process start included',
    seconds,
    3,
  );
}

/** From the press of the button to the answer; every row is a change that the preview lists. */
async function onPage(dataDir: string, csv: string): Promise<BenchRow[]> {
  const env = { DATA_DIR: dataDir, NODE_ENV: 'development', DEMO: 'on', DATABASE_URL: '' };
  const server = await startServer(program, () => ['serve'], env);
  try {
    const desk = `${server.url}/office/registry/import`;
    const headers = { cookie: await demoSession(server.url, registrar) };
    const empty = await (await fetch(desk, { headers })).text();
    const upload = new FormData();
    upload.set('_csrf', hidden(empty, '_csrf'));
    upload.set('file', new Blob([csv], { type: 'text/csv' }), 'merchants.csv');
    const preview = await timed(() => fetch(desk, { method: 'POST', headers, body: upload }));
    const body = new URLSearchParams({ confirmed: 'on' });
    for (const name of ['_csrf', 'hash', 'digest']) body.set(name, hidden(preview.text, name));
    const entered = await timed(() =>
      fetch(`${desk}/confirmation`, { method: 'POST', headers, body, redirect: 'manual' }),
    );
    if (entered.status !== 303) throw new Error(`the import answered ${entered.status}`);
    return [
      within('5,000 changed merchants previewed on the page', preview.seconds, 2),
      within('the same entered', entered.seconds, 4),
    ];
  } finally {
    await server.stop();
  }
}

async function timed(ask: () => Promise<Response>) {
  const began = performance.now();
  const response = await ask();
  const text = await response.text();
  return { text, status: response.status, seconds: (performance.now() - began) / 1000 };
}

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1];
  if (!value) throw new Error(`the page has no ${name}`);
  return value.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
}

/** A row of the register with one more person at work. */
function withOneMore(header: readonly string[], row: readonly string[]): string[] {
  const staff = header.indexOf(columnHeader('zh-CN', staffColumn));
  return row.map((cell, at) => (at === staff ? String(Number(cell) + 1) : cell));
}

function within(name: string, seconds: number, limit: number): BenchRow {
  return {
    name,
    value: seconds,
    unit: 's',
    reference: limit,
    target: `< ${limit} s`,
    ratio: seconds / limit,
    met: seconds < limit,
  };
}

function biaogan(dataDir: string, ...parameters: string[]): string {
  mkdirSync(dataDir, { recursive: true });
  const env = { ...process.env, DATA_DIR: dataDir, DEMO: 'on', NODE_ENV: 'development' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...parameters], {
    env: { ...env, DATABASE_URL: '' },
    encoding: 'utf8',
    maxBuffer: 256 * 1_048_576,
  });
  if (status !== 0) throw new Error(`biaogan ${parameters.join(' ')}: ${stderr}`);
  return stdout;
}

function countMerchants(dataDir: string): number {
  const file = new SqliteDatabase(join(dataDir, 'biaogan.sqlite'), { readonly: true });
  const count = file.prepare('SELECT COUNT(*) FROM merchant').pluck().get() as number;
  file.close();
  return count;
}
