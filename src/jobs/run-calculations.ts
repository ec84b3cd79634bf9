import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { pino } from 'pino';
import { Clock } from '../config/clock.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { CalculationThread } from './calculation-thread.js';
import { CalculationJob } from './job.entity.js';

/** How often a running job's progress is written, in milliseconds. */
const BEAT = 1000;
/** A job whose process has been silent for so long is taken over. */
const SILENCE = 15_000;
/** How often a server looks for jobs that another process left or has no time for. */
const LOOK = 10_000;

const putBack = { state: 'queued', startedAt: null, done: 0 } as const;

/**
 * Takes queued jobs, the oldest first and one at a time, and computes each in a thread of its own. A
 * job belongs to the process whose conditional UPDATE took it, so many processes compute none twice.
 */
@Injectable()
export class RunCalculations implements BeforeApplicationShutdown {
  /** How many calculations this process has begun; tests compare it over processes. */
  begun = 0;
  private readonly runner = newId();
  private readonly log;
  private looking: NodeJS.Timeout | null = null;
  private work: Promise<void> | null = null;
  private wokenAgain = false;
  private stopped = false;
  private thread: CalculationThread | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.log = pino({ level: config.logLevel });
  }

  /** Goes on with what an earlier process left, and looks again from time to time. */
  start(): void {
    this.looking = setInterval(() => this.wake(), LOOK);
    this.looking.unref();
    this.wake();
  }

  /** Computes what is queued, unless this process is at it already. */
  wake(): void {
    this.wokenAgain = this.work !== null;
    if (this.work || this.stopped) return;
    this.work = this.emptyQueue()
      .catch((error: unknown) => this.log.error({ err: error }, 'calculations stopped'))
      .finally(() => {
        this.work = null;
        if (this.wokenAgain) this.wake();
      });
  }

  /** What is being computed goes back into the queue for the next process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.looking) clearInterval(this.looking);
    await this.thread?.stop();
    await this.work;
  }

  private async emptyQueue(): Promise<void> {
    for (;;) {
      const job = this.stopped ? null : await this.take();
      if (!job) return;
      await this.compute(job);
    }
  }

  private async take(): Promise<CalculationJob | null> {
    const now = this.clock.now();
    const silent = new Date(Date.parse(now) - SILENCE).toISOString();
    const free = `(state = 'queued' OR (state = 'running' AND seen_at < ?))`;
    const waiting = await this.database.rows<{ id: string }>(
      `SELECT id FROM calculation_job WHERE ${free} ORDER BY created_at, id LIMIT 10`,
      [silent],
    );
    const jobs = this.database.repo(CalculationJob);
    for (const { id } of waiting) {
      const taken = await jobs
        .createQueryBuilder()
        .update()
        .set({ state: 'running', runner: this.runner, startedAt: now, seenAt: now })
        .where(`id = :id AND ${free.replace('?', ':silent')}`, { id, silent })
        .execute();
      if (taken.affected === 1) return jobs.findOneBy({ id });
    }
    return null;
  }

  private async compute(job: CalculationJob): Promise<void> {
    // The process may have been told to end while the job was being taken.
    if (this.stopped) return void (await this.keep(job, putBack));
    this.begun += 1;
    const thread = new CalculationThread(job);
    this.thread = thread;
    const beat = setInterval(() => {
      this.report(job, thread).catch((error: unknown) => this.log.error({ err: error }));
    }, BEAT);
    try {
      const outcome = await thread.outcome;
      await this.keep(job, {
        ...thread.progress,
        ...('result' in outcome
          ? { state: 'done', done: thread.progress.total, result: outcome.result }
          : {
              state: 'failed',
              refusalCode: outcome.refusal.code,
              refusalVariables: { ...outcome.refusal.variables },
            }),
        finishedAt: this.clock.now(),
      });
    } catch (error) {
      if (this.stopped) await this.keep(job, putBack);
      else {
        this.log.error({ err: error, job: job.id, kind: job.kind }, 'calculation failed');
        const finishedAt = this.clock.now();
        await this.keep(job, { state: 'failed', refusalCode: 'jobs.failed', finishedAt });
      }
    } finally {
      clearInterval(beat);
      await thread.stop();
      this.thread = null;
    }
  }

  /** A process that was thought dead and whose job was taken over stops computing it. */
  private async report(job: CalculationJob, thread: CalculationThread): Promise<void> {
    if (!(await this.keep(job, { ...thread.progress, seenAt: this.clock.now() })))
      await thread.stop();
  }

  /** Writes what is still this process's to write. */
  private async keep(job: CalculationJob, change: Partial<CalculationJob>): Promise<boolean> {
    const own = { id: job.id, runner: this.runner, state: 'running' } as const;
    const kept = await this.database.repo(CalculationJob).update(own, change);
    return kept.affected === 1;
  }
}
