import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { RepeatedWork } from '../config/repeated-work.js';
import { Database } from '../database/database.js';
import { Uploads } from './http/uploads.js';
import { KeptUploads } from './kept/kept-uploads.js';
import { RateLimits } from './rate-limits.js';
import { longestIdleMinutes } from './sessions/idle-minutes.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 366 * DAY;
/** How long it is known what was sent to whom. */
const deliveryLogDays = 180;
/** How long what somebody typed waits to be sent: longer than the time for applications. */
const typedDays = 60;
/** How long the access log is kept. */
const accessLogYears = 3;

/**
 * Removes what has run out: sessions, limits, the access log of years ago, files of broken-off
 * uploads. By the machine's clock, as these are written. Of all processes one at a time does it: the
 * one that takes the only point of a limit.
 */
@Injectable()
export class PurgeExpired implements BeforeApplicationShutdown {
  private purging: RepeatedWork | null = null;

  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly uploads: Uploads,
    private readonly kept: KeptUploads,
  ) {}

  /** Begins to look every ten minutes; the server calls it once it listens. */
  start(onError: (error: unknown) => void, every = 10 * MINUTE): void {
    this.purging = new RepeatedWork(() => this.run(), every);
    this.purging.start(onError);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.purging?.stop();
  }

  /** @returns false when another process is at it, or was in the last minutes */
  async run(): Promise<boolean> {
    if (!(await this.limits.takeTurn('purge'))) return false;
    const now = Date.now();
    await this.delete('session', 'last_seen_at', now - longestIdleMinutes * MINUTE);
    await this.delete('kept_form', 'saved_at', now - typedDays * DAY);
    await this.delete('access_log', 'at', now - accessLogYears * YEAR);
    await this.delete('one_time_code', 'expires_at', now - DAY);
    await this.delete('delivery', 'ended_at', now - deliveryLogDays * DAY);
    await this.limits.removeExpired(now);
    await this.uploads.removeOld(now);
    await this.kept.removeOld(now);
    return true;
  }

  private async delete(table: string, column: string, before: number): Promise<void> {
    const instant = new Date(before).toISOString();
    await this.database.execute(`DELETE FROM ${table} WHERE ${column} < ?`, [instant]);
  }
}
