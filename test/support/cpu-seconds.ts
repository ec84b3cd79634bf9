import { createHash } from 'node:crypto';

/** What the reference work takes of a quiet machine of the kind for which limits are set, in seconds. */
const usual = 0.28;

/**
 * What a work takes of the processor, which other programs on the machine do not change much; where the
 * machine is slower than the limits suppose, which a work of known length beside it tells, as if it were not.
 */
export async function cpuSeconds<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly seconds: number }> {
  const before = secondsOf(referenceWork);
  const start = process.cpuUsage();
  const result = await work();
  const seconds = since(start);
  // The quicker of two: the first may have been spent on compiling.
  const slowness = Math.max(1, Math.min(before, secondsOf(referenceWork)) / usual);
  return { result, seconds: seconds / slowness };
}

function secondsOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return since(start);
}

function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** What reading a table is made of: texts cut and cleaned, records made, values hashed. */
function referenceWork(): number {
  const seen = new Map<string, unknown>();
  for (let at = 0; at < 20_000; at += 1) {
    const line = `城西${at}号店,${at * 7919},2020-03-01,https://shop${at}.example.cn/`;
    const cells = line
      .normalize('NFKC')
      .split(',')
      .map((cell) => cell.replaceAll(/[\s\u200B]+/gu, ''));
    const [name, number, , url] = cells;
    const record = { name, number: Number(number), url: new URL(url!).href };
    const text = JSON.stringify(JSON.parse(JSON.stringify(record)));
    seen.set(createHash('sha256').update(text).digest('hex'), record);
  }
  return [...seen.keys()].toSorted().length;
}
