import { Injectable } from '@nestjs/common';
import { Calculations } from '../../jobs/calculation-jobs.js';
import type { Actor } from '../../web/actor.js';
import { DiagnosticsQueries } from './diagnostics.queries.js';
import { LoadEvidence } from './load-evidence.js';

/**
 * Asks for the diagnostics of a category's locked rounds; once for each lock. Called when the scores
 * are locked, and by the supervisor where they were locked before this was kept.
 */
@Injectable()
export class RequestDiagnostics {
  constructor(
    private readonly queries: DiagnosticsQueries,
    private readonly evidence: LoadEvidence,
    private readonly calculations: Calculations,
  ) {}

  /** The jobs in the order in which they are computed; none where no round is locked. */
  async run(actor: Actor, categoryId: string): Promise<string[]> {
    const jobs: string[] = [];
    for (const round of await this.queries.rounds(categoryId)) {
      const input = await this.evidence.run(round);
      if (!input) continue;
      jobs.push(
        await this.calculations.request(actor, {
          kind: 'judging.diagnostics',
          subjectType: 'round',
          subjectId: round.id,
          programmeId: round.programmeId,
          input,
          returnPath: `/supervision/diagnostics/${categoryId}`,
        }),
      );
    }
    return jobs;
  }
}
