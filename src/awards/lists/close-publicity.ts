import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { MoveProgramme } from '../../programmes/move-programme.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { RequireStep } from '../../programmes/require-step.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { NoticeQueries } from '../notices/notice.queries.js';
import { ObjectionQueries } from '../objections/objection.queries.js';
import { objectionIn } from '../../rules/lifecycle/objection-groups.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { Programme } from '../../programmes/programme.entity.js';

/** After the period: on to approval, or first to the objections that were accepted and are still open. */
@Injectable()
export class ClosePublicity {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly notices: NoticeQueries,
    private readonly objections: ObjectionQueries,
    private readonly requireStep: RequireStep,
    private readonly moveProgramme: MoveProgramme,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { programmeId }: { readonly programmeId: string }): Promise<void> {
    actingRole(actor, ['Approver', 'CityRegistrar'], programmeId);
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const programme = await this.programmes.byId(programmeId);
      const notice = await this.notices.firstPublicity(programmeId);
      const ended = notice?.lastDay != null && beijingDate(this.clock.now()) > notice.lastDay;
      if (!ended) throw new Refusal('awards.publicity.running');
      const objections = await this.objections.ofProgramme(programmeId);
      const waiting = objections.filter(({ state }) => objectionIn.received.has(state));
      if (waiting.length)
        throw new Refusal('awards.publicity.undecided', { count: waiting.length });
      const open = objections.filter(({ state }) => objectionIn.open.has(state));
      const event = !programmeIn.publicity.has(programme.state)
        ? 'concludeObjections'
        : open.length
          ? 'startObjectionHandling'
          : 'submitForApproval';
      const guards = await this.requireStep.run(programmeId, event);
      const role = actingRole(actor, actors[event], programmeId);
      await this.database.transaction(() =>
        this.moveProgramme.run({ programmeId, event, actorId: actor.accountId, role, guards }),
      );
    });
  }
}

/** Who may do it: the rows P15 and P16 of the lifecycle. */
const actors = {
  startObjectionHandling: ['CityRegistrar'],
  submitForApproval: ['Approver', 'CityRegistrar'],
  concludeObjections: ['Approver'],
} as const;
