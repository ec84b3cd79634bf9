import { Injectable } from '@nestjs/common';
import { Calculations, type JobRow } from '../../jobs/calculation-jobs.js';
import { missing } from '../../rules/refusal.js';
import {
  type CategoryOfStandings,
  type LockRow,
  StandingQueries,
  type StandingRow,
} from './standing.queries.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';

/** Locked standings with what was computed about their sureness; `job` is null before anyone asked. */
export interface AnalysedStandings {
  readonly category: CategoryOfStandings;
  readonly lock: LockRow;
  readonly rows: readonly StandingRow[];
  readonly job: JobRow<'standings.analysis'> | null;
}

@Injectable()
export class AnalysisQueries {
  constructor(
    private readonly standings: StandingQueries,
    private readonly calculations: Calculations,
  ) {}

  /** Before the lock there is nothing here for anybody: it would tell who is ahead. */
  async of(categoryId: string): Promise<AnalysedStandings> {
    const category = await this.standings.category(categoryId);
    const lock = await this.standings.current(categoryId);
    if (!lockIn.locked.has(lock?.state)) throw missing();
    const [rows, job] = await Promise.all([
      this.standings.rows(lock.id),
      this.calculations.latest('standings.analysis', lock.id),
    ]);
    return { category, lock, rows, job };
  }

  /** A trial of this lock, without a result when it failed; another lock's is an unknown one. */
  async trial(lockId: string, jobId: string): Promise<JobRow<'standings.trial'>> {
    const job = await this.calculations.byId(jobId);
    if (job?.kind !== 'standings.trial' || job.subjectId !== lockId) throw missing();
    return job as JobRow<'standings.trial'>;
  }
}
