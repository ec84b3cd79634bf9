import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { MoveProgramme } from '../../programmes/move-programme.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { RequireStep } from '../../programmes/require-step.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { Programme } from '../../programmes/programme.entity.js';

/** After the period: on to approval, or first to the objections that were accepted and are still open. */
@Injectable()
export class ClosePublicity {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly guards: ProgrammeGuards,
    private readonly requireStep: RequireStep,
    private readonly moveProgramme: MoveProgramme,
  ) {}

  async run(actor: Actor, { programmeId }: { readonly programmeId: string }): Promise<void> {
    actingRole(actor, ['Approver', 'CityRegistrar'], programmeId);
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const programme = await this.programmes.byId(programmeId);
      const found = await this.guards.of(programmeId);
      const event = !programmeIn.publicity.has(programme.state)
        ? 'concludeObjections'
        : found.acceptedObjectionOpen
          ? 'startObjectionHandling'
          : 'submitForApproval';
      const guards = await this.requireStep.run(programmeId, event);
      const role = actingRole(actor, actors[event], programmeId);
      await this.moveProgramme.run({ programmeId, event, actorId: actor.accountId, role, guards });
    });
  }
}

/** Who may do it: the rows P15 and P16 of the lifecycle. */
const actors = {
  startObjectionHandling: ['CityRegistrar'],
  submitForApproval: ['Approver', 'CityRegistrar'],
  concludeObjections: ['Approver'],
} as const;
