import { Injectable } from '@nestjs/common';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { FreeJudges } from './free-judges.js';
import { SpreadQueries } from './spread.queries.js';

/** Applications that wait to be scored again and have too few judges left, whoever declares (R6). */
@Injectable()
export class UnstaffedFlags {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly spread: SpreadQueries,
    private readonly free: FreeJudges,
  ) {}

  async of(programmeId: string, categoryId: string): Promise<number> {
    const rounds = (await this.programmes.rounds(programmeId)).filter(
      (round) => round.categoryId === categoryId && roundIn.open.has(round.state),
    );
    const { rules } = await this.programmes.rules(programmeId);
    let count = 0;
    for (const round of rounds) {
      const results = (await this.spread.results(round)) ?? [];
      for (const { applicationId, flag } of results) {
        if (flag !== 'open') continue;
        const { ready, undeclared } = await this.free.of(round, applicationId);
        if (ready.length + undeclared.length < rules.spread.addedJudges) count += 1;
      }
    }
    return count;
  }
}
