import { Refusal } from '../../src/rules/refusal.js';

/** Lets two acts run at the same time. Exactly one must be done; gives what the other was told. */
export async function race(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<Refusal> {
  const results = await Promise.allSettled([one(), other()]);
  const lost = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  if (lost.length !== 1) throw new Error(`${results.length - lost.length} of two acts were done.`);
  const [told] = lost;
  if (!(told instanceof Refusal)) throw told;
  return told;
}
