import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { stringify } from 'csv-stringify/sync';
import { parse } from 'csv-parse/sync';
import type { BenchRow } from './bench-row.js';

const program = join(import.meta.dirname, '..', 'bundle', 'cli.cjs');
const merchants = 2000;

/** The command as a clerk calls it, from process start to the last row on disk, into an empty register. */
export async function benchImport(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'biaogan-bench-'));
  try {
    const file = join(folder, 'merchants.csv');
    writeFileSync(file, registerOf(join(folder, 'city')));
    const target = join(folder, 'empty');
    biaogan(target, 'seed', 'reference');
    const began = performance.now();
    biaogan(target, 'merchants', 'import', file);
    const seconds = (performance.now() - began) / 1000;
    const imported = countMerchants(target);
    if (imported !== merchants) throw new Error(`${imported} of ${merchants} were imported`);
    return [
      {
        name: 'import of 2,000 merchants by the command line, process start included',
        value: seconds,
        unit: 's',
        reference: 3,
        target: '< 3 s',
        ratio: seconds / 3,
        met: seconds < 3,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first 2,000 merchants of the whole synthetic city as the register exports them. */
function registerOf(dataDir: string): string {
  biaogan(dataDir, 'seed', 'demo', '--scale', 'city');
  const [header, ...rows] = parse(biaogan(dataDir, 'merchants', 'export'), { bom: true });
  return stringify([header!, ...rows.slice(0, merchants)]);
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
