import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import { sha256Hex } from '../rules/provenance/sha256-hex.js';
import { missing, overtaken } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import { ATTESTATIONS } from '../rules/guards/attestations.js';
import { ProgrammeQueries } from './programme.queries.js';
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
  ) {}

  async run(
    actor: Actor,
    given: { readonly programmeId: string; readonly guard: string; readonly text: string },
  ): Promise<void> {
    const { programmeId, guard, text } = given;
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const { state } = await this.programmes.byId(programmeId);
      const rules = ATTESTATIONS.filter((one) => one.guard === guard);
      if (rules.length === 0) throw missing();
      const rule = rules.find(({ states }) => states.has(state));
      if (!rule) throw overtaken('programmes.record.over', 'programme', state);
      const role = actingRole(actor, rule.roles, programmeId);
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
