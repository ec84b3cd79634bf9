import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Calculations } from '../../jobs/calculation-jobs.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import type { CategoryInputs } from '../../rules/provenance/results-bundle.js';
import { missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { StandingLock } from './standing-lock.entity.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';

/** Asks for the sureness of locked standings, once for a lock, from the very input of the lock. */
@Injectable()
export class AnalyseStandings {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly calculations: Calculations,
  ) {}

  /** @returns the id of the calculation */
  async run(actor: Actor, { lockId }: { readonly lockId: string }): Promise<string> {
    const lock = await this.database.repo(StandingLock).findOneBy({ id: lockId });
    if (!lockIn.locked.has(lock?.state)) throw missing();
    const { rules } = await this.programmes.rules(lock.programmeId);
    const inputs = lock.input as CategoryInputs;
    return this.calculations.request(actor, {
      kind: 'standings.analysis',
      subjectType: 'standings',
      subjectId: lock.id,
      programmeId: lock.programmeId,
      input: { ruleSet: rules, inputs, seed: seedOf(lock.inputHash) },
      returnPath: `/office/standings/${lock.categoryId}/robustness`,
    });
  }
}

/** The first 32 bits of the hash that two people confirmed: nobody can choose the seed. */
export function seedOf(inputHash: string): number {
  return Number.parseInt(inputHash.slice(0, 8), 16);
}
