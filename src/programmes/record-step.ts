import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import { lastDeadline } from '../rules/programme/phase-deadline.js';
import { sha256Hex } from '../rules/provenance/sha256-hex.js';
import { Refusal, missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import { ATTESTATIONS } from '../rules/guards/attestations.js';
import { ProgrammeQueries } from './programme.queries.js';
import { SetUpQueries } from './set-up.queries.js';
import { StepRecord } from './step-record.entity.js';
import { Programme } from './programme.entity.js';

/** Records a fact that only people can attest, and with it meets the guard of that name. */
@Injectable()
export class RecordStep {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
  ) {}

  async run(
    actor: Actor,
    given: { readonly programmeId: string; readonly guard: string; readonly text: string },
  ): Promise<void> {
    const { programmeId, guard, text } = given;
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const programme = await this.programmes.byId(programmeId);
      const { state } = programme;
      const rule = ATTESTATIONS.find((one) => one.guard === guard && one.states.has(state));
      if (!rule) throw missing();
      const role = actingRole(actor, rule.roles, programmeId);
      if (rule.afterLimit) {
        const extensions = await this.setUp.extensions(programmeId);
        const lastDay = lastDeadline(programme.calendar, extensions, state);
        if (lastDay !== null && beijingDate(this.clock.now()) <= lastDay) {
          throw new Refusal('programmes.refused.limitRuns', { lastDay }, 'text');
        }
      }
      const record = Object.assign(new StepRecord(), {
        id: newId(),
        programmeId,
        guard,
        state,
        text,
        recordedBy: actor.accountId,
        role,
        recordedAt: this.clock.now(),
      });
      await this.database.repo(StepRecord).insert(record);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'programme.record',
        subjectType: 'programme',
        subjectId: programmeId,
        programmeId,
        details: { guard, state, text: sha256Hex(text) },
      });
    });
  }
}
