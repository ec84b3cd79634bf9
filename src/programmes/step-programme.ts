import { Injectable } from '@nestjs/common';
import { programmeLifecycle } from '../rules/lifecycle/programme-lifecycle.js';
import { conflict, missing, overtaken } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import { MoveProgramme } from './move-programme.js';
import { ProgrammeQueries } from './programme.queries.js';
import { RequireStep } from './require-step.js';
import { STEP_ROOMS } from './step-rooms.js';
import { Programme } from './programme.entity.js';
import { Database } from '../database/database.js';

/** Takes the next step of a programme when every guard of its row is met. */
@Injectable()
export class StepProgramme {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly requireStep: RequireStep,
    private readonly moveProgramme: MoveProgramme,
  ) {}

  async run(
    actor: Actor,
    given: { readonly programmeId: string; readonly event: string },
  ): Promise<void> {
    const { programmeId, event } = given;
    await this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const programme = await this.programmes.byId(programmeId);
      const { state } = programme;
      const rows = programmeLifecycle.rows.filter((one) => one.event === event);
      if (rows.length === 0 || event in STEP_ROOMS) throw missing();
      const row = rows.find(({ from }) => from.includes(state));
      if (!row) throw overtaken('lifecycle.refused.event', 'programme', state, { event });
      const role = actingRole(actor, row.actors, programmeId);
      const guards = await this.requireStep.run(programmeId, row.event, {}, ownWords);
      await this.moveProgramme.run({
        programmeId,
        event: row.event,
        actorId: actor.accountId,
        role,
        guards,
      });
    });
  }
}

const ownWords = { yearReviewNotClosed: () => conflict('programmes.yearReviewClosed') };
