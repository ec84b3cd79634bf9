import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { effectiveChecks } from '../../../rules/eligibility/recorded-check.js';
import { Refusal } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { CreditQueries } from './credit.queries.js';
import { RecordVetoChecks } from './record-veto-checks.js';
import { VetoQueries } from './veto.queries.js';
import type { CheckPoint } from '../../../rules/lifecycle/check-point.js';
import { Programme } from '../../../programmes/programme.entity.js';

export interface CreditRenewal {
  readonly programmeId: string;
  readonly checkPoint: CheckPoint;
  readonly applications: readonly string[];
  readonly rules: readonly string[];
  readonly source: string;
  /** Beijing day on which the source was asked. */
  readonly asOf: string;
}

/**
 * Records the same rules as clear for many applications, all or none. What was found at this point
 * before is not swept away by a batch: such a rule is handled on the application's own page.
 */
@Injectable()
export class RenewCreditChecks {
  constructor(
    private readonly database: Database,
    private readonly credit: CreditQueries,
    private readonly vetoes: VetoQueries,
    private readonly recordChecks: RecordVetoChecks,
  ) {}

  /** @returns how many checks were recorded */
  async run(actor: Actor, input: CreditRenewal): Promise<number> {
    return this.database.transaction(async () => {
      await this.database.lock(Programme, input.programmeId);
      const waiting = new Set(
        (await this.credit.list(input.programmeId, input.checkPoint)).map(({ id }) => id),
      );
      const chosen = [...new Set(input.applications)].filter((id) => waiting.has(id));
      if (chosen.length === 0) throw new Refusal('forms.choose', {}, 'applications');
      if (input.rules.length === 0) throw new Refusal('forms.choose', {}, 'rules');
      const earlier = await this.vetoes.checks(chosen, input.checkPoint);
      let recorded = 0;
      for (const applicationId of chosen) {
        const own = earlier.filter((check) => check.applicationId === applicationId);
        const found = new Set(
          effectiveChecks(own)
            .filter(({ result }) => result !== 'Clear')
            .map(({ rule }) => rule),
        );
        const checks = input.rules
          .filter((rule) => !found.has(rule))
          .map((rule) => ({
            rule,
            source: input.source,
            asOf: input.asOf,
            result: 'Clear' as const,
            decidedOn: null,
            clearedOn: null,
            note: null,
          }));
        if (checks.length === 0) continue;
        await this.recordChecks.run(actor, {
          applicationId,
          checkPoint: input.checkPoint,
          checks,
        });
        recorded += checks.length;
      }
      return recorded;
    });
  }
}
