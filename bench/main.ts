import type { BenchRow } from './bench-row.js';
import { benchmarks } from './benchmark.js';
import { formatTable } from './format-table.js';

const parameters = process.argv.slice(2);
const words = parameters.filter((word) => !word.startsWith('--'));
const rows: BenchRow[] = [];
for (const benchmark of benchmarks.filter(({ name }) => isWanted(name))) {
  process.stderr.write(`${benchmark.name} ...\n`);
  rows.push(...(await benchmark.run()));
}
process.stdout.write(
  parameters.includes('--json') ? `${JSON.stringify(rows)}\n` : formatTable(rows),
);
process.exitCode = rows.every(({ met }) => met) ? 0 : 1;

function isWanted(name: string): boolean {
  return words.length === 0 || words.some((word) => name.includes(word));
}
