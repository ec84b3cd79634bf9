import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { RateLimiterStoreAbstract } from 'rate-limiter-flexible';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { patiently } from '../database/patience.js';
import { type SideFile, openSideFile } from '../database/side-file.js';
import { TooManyRequests } from './errors/too-many-requests.js';

/** Points allowed in a window of seconds; after them the key waits for `block` seconds. */
const limits = {
  signInAccount: { points: 5, duration: 900, block: 900 },
  signInAddress: { points: 60, duration: 900, block: 900 },
  registerAddress: { points: 30, duration: 3600, block: 3600 },
  objectionAddress: { points: 20, duration: 3600, block: 3600 },
  verifyAddress: { points: 30, duration: 600, block: 600 },
  cosignatureAddress: { points: 60, duration: 3600, block: 3600 },
  progressAddress: { points: 30, duration: 600, block: 600 },
  /** Codes: how many one sender asks for, how many one address gets, how often one is tried. */
  codeSender: { points: 20, duration: 3600, block: 3600 },
  codeTarget: { points: 5, duration: 3600, block: 3600 },
  codeTry: { points: 5, duration: 1800, block: 1800 },
  purge: { points: 1, duration: 300, block: 0 },
} as const;

export type LimitName = keyof typeof limits;

/**
 * Counters that survive a restart. On SQLite they live in a file of their own, because a counter
 * must be written even while a transaction holds the main file.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly file: SideFile | null;
  private readonly limiters = new Map<LimitName, Promise<RateLimiterStoreAbstract>>();

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.file = config.databaseUrl ? null : openSideFile(config.dataDir, 'limits');
  }

  /** Takes one point; @throws TooManyRequests with the minutes to wait when none is left */
  async take(name: LimitName, key: string): Promise<void> {
    try {
      await patiently(async () => (await this.limiter(name)).consume(key));
    } catch (error) {
      const { RateLimiterRes } = await limiters();
      if (!(error instanceof RateLimiterRes)) throw error;
      const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
      throw new TooManyRequests(minutes, error.consumedPoints === limits[name].points + 1);
    }
  }

  /** Whether this process, of all on these data, may do what is done by one at a time. */
  async takeTurn(name: 'purge'): Promise<boolean> {
    try {
      await this.take(name, 'all');
      return true;
    } catch (error) {
      if (error instanceof TooManyRequests) return false;
      throw error;
    }
  }

  /** @param now milliseconds since 1970 */
  async removeExpired(now: number): Promise<void> {
    const sql = 'DELETE FROM rate_limits WHERE expire < ?';
    if (this.file) this.file.prepare(sql).run(now);
    else await this.database.execute(sql, [now]);
  }

  /** Gives the points back, for example after a sign-in that succeeded. */
  async clear(name: LimitName, key: string): Promise<void> {
    await patiently(async () => (await this.limiter(name)).delete(key));
  }

  onApplicationShutdown(): void {
    this.file?.close();
  }

  private limiter(name: LimitName): Promise<RateLimiterStoreAbstract> {
    const known = this.limiters.get(name);
    if (known) return known;
    const made = this.open(name);
    this.limiters.set(name, made);
    // A database that was away at the first try is asked again at the next.
    made.catch(() => this.limiters.delete(name));
    return made;
  }

  private async open(name: LimitName): Promise<RateLimiterStoreAbstract> {
    const { RateLimiterPostgres, RateLimiterSQLite } = await limiters();
    const { points, duration, block } = limits[name];
    const common = {
      points,
      duration,
      blockDuration: block,
      keyPrefix: name,
      tableName: 'rate_limits',
      clearExpiredByTimeout: false,
    };
    return new Promise((resolve, reject) => {
      const ready = (error?: Error) => (error ? reject(error) : resolve(limiter));
      const limiter: RateLimiterStoreAbstract = this.file
        ? new RateLimiterSQLite(
            { ...common, storeClient: this.file, storeType: 'better-sqlite3' },
            ready,
          )
        : new RateLimiterPostgres(
            { ...common, storeClient: this.database.dataSource, storeType: 'typeorm' },
            ready,
          );
    });
  }
}

/** Read when somebody is first counted: a start does not need its forty kinds of store. */
async function limiters() {
  return (await import('rate-limiter-flexible')).default;
}
