/**
 * How many times more of the processor a large work takes than a small one of its kind: a figure of the
 * program, where seconds would be one of the machine. `npm run bench import` holds the seconds.
 */
export async function growth(
  small: () => Promise<unknown>,
  large: () => Promise<unknown>,
): Promise<number> {
  // The better of two: the first is also that of a program that has not yet done it once.
  const best = async (work: () => Promise<unknown>) =>
    Math.min(await cpuSeconds(work), await cpuSeconds(work));
  return (await best(large)) / (await best(small));
}

async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
