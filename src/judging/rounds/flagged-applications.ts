import { Injectable } from '@nestjs/common';
import { SpreadFlags, type SpreadStanding } from '../../applications/spread-flags.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { SpreadQueries } from './spread.queries.js';

/** Tells the lists of applications which are flagged in any round, once all of a round is signed. */
@Injectable()
export class FlaggedApplications {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly spread: SpreadQueries,
    flags: SpreadFlags,
  ) {
    flags.supply((programmeId) => this.of(programmeId));
  }

  private async of(programmeId: string): Promise<Record<SpreadStanding, string[]>> {
    const found = { open: new Set<string>(), rescored: new Set<string>() };
    for (const round of await this.programmes.rounds(programmeId)) {
      for (const { applicationId, flag } of (await this.spread.results(round)) ?? []) {
        if (flag) found[flag === 'rescored' ? 'rescored' : 'open'].add(applicationId);
      }
    }
    return { open: [...found.open], rescored: [...found.rescored] };
  }
}
