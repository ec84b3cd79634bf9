import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** Says how much of a work is done, 0 to 1, and lets others be answered meanwhile. */
export type Report = (share: number) => Promise<void>;

export const unreported: Report = () => Promise.resolve();

/** A part of a work that reports as a whole. */
export function partOf(report: Report, from: number, to: number): Report {
  return (share) => report(from + (to - from) * share);
}

/** Milliseconds that a work may keep the process to itself. */
const breath = 40;
/** Works that nobody asks about any more are forgotten. */
const most = 200;

/**
 * How far the imports of this process are, by who runs them and the number that their form carries. Another
 * process knows nothing of them; whoever asks there is told nothing, and waits as without a script.
 */
@Injectable()
export class ImportProgress {
  private readonly shares = new Map<string, number>();

  of(accountId: string, run: string): number | null {
    return this.shares.get(`${accountId} ${run}`) ?? null;
  }

  /** Runs a work that reports; afterwards nothing is known of it. */
  async follow<T>(
    accountId: string,
    run: string,
    work: (report: Report) => Promise<T>,
  ): Promise<T> {
    const key = `${accountId} ${run.slice(0, 40)}`;
    if (this.shares.size >= most) this.shares.delete(this.shares.keys().next().value!);
    this.shares.set(key, 0);
    let since = performance.now();
    const report: Report = async (share) => {
      this.shares.set(key, share);
      if (performance.now() - since < breath) return;
      await setImmediate();
      since = performance.now();
    };
    try {
      return await work(report);
    } finally {
      this.shares.delete(key);
    }
  }
}
