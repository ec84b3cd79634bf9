import { Injectable } from '@nestjs/common';
import { Calculations, type JobRow } from '../../jobs/calculation-jobs.js';
import type { JudgeExamination } from '../../rules/diagnostics/examine-judges.js';
import { DiagnosticsQueries, type LockedRound } from './diagnostics.queries.js';

export interface RoundDiagnostics {
  readonly round: LockedRound;
  readonly job: Pick<JobRow, 'id' | 'state'> | null;
  /** Null until the examination of this lock has been computed. */
  readonly examination: JudgeExamination | null;
}

/** The stored examinations of a category's locked rounds; one of an earlier lock does not count. */
@Injectable()
export class ReadDiagnostics {
  constructor(
    private readonly queries: DiagnosticsQueries,
    private readonly calculations: Calculations,
  ) {}

  async run(categoryId: string): Promise<RoundDiagnostics[]> {
    const rounds = await this.queries.rounds(categoryId);
    return Promise.all(
      rounds.map(async (round) => {
        const job = await this.calculations.latest('judging.diagnostics', round.id);
        const current = job?.result?.lockedAt === round.lockedAt ? job.result : null;
        return { round, job, examination: current };
      }),
    );
  }
}
