import type { BenchRow } from './bench-row.js';

export interface Benchmark {
  /** What the command line's filter is compared with. */
  name: string;
  run: () => Promise<BenchRow[]>;
}

/** Each is loaded only when it runs, so that one does not weigh on the memory of another. */
export const benchmarks: readonly Benchmark[] = [
  { name: 'web', run: async () => (await import('./web.bench.js')).benchWeb() },
  { name: 'judging', run: async () => (await import('./judging.bench.js')).benchJudging() },
  { name: 'ranking', run: async () => (await import('./ranking.bench.js')).benchRanking() },
  { name: 'import', run: async () => (await import('./import.bench.js')).benchImport() },
  {
    name: 'statistics',
    run: async () => (await import('./statistics.bench.js')).benchStatistics(),
  },
  {
    name: 'assignment',
    run: async () => (await import('./assignment.bench.js')).benchAssignment(),
  },
  // Last: it opens the whole application in this process, whose memory another measures.
  { name: 'queries', run: async () => (await import('./queries.bench.js')).benchQueries() },
];
