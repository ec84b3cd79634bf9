import autocannon from 'autocannon';

export interface Load {
  readonly perSecond: number;
  /** 97.5th percentile of the latency in ms: stricter than the 95th that targets name. */
  readonly p975: number;
}

/** Asks one address for some seconds from a few connections; anything but success is an error. */
export async function load(url: string, options: Partial<autocannon.Options> = {}): Promise<Load> {
  await autocannon({ url, connections: 10, duration: 1, ...options });
  const result = await autocannon({ url, connections: 10, duration: 4, ...options });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors under load`);
  }
  return { perSecond: result.requests.average, p975: result.latency.p97_5 };
}
