import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { MoveProgramme } from '../../programmes/move-programme.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingAs } from '../acting.js';
import { NoticeQueries } from '../notices/notice.queries.js';
import { ObjectionQueries } from '../objections/objection.queries.js';

/** After the period: on to approval, or first to the objections that were accepted and are still open. */
@Injectable()
export class ClosePublicity {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly notices: NoticeQueries,
    private readonly objections: ObjectionQueries,
    private readonly moveProgramme: MoveProgramme,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { programmeId }: { readonly programmeId: string }): Promise<void> {
    const role = actingAs(actor, 'Approver', 'CityRegistrar');
    const programme = await this.programmes.byId(programmeId);
    const notice = await this.notices.firstPublicity(programmeId);
    const ended = notice?.lastDay != null && beijingDate(this.clock.now()) > notice.lastDay;
    if (!ended) throw new Refusal('awards.publicity.running');
    const objections = await this.objections.ofProgramme(programmeId);
    const waiting = objections.filter(({ state }) => state === 'Received');
    if (waiting.length) throw new Refusal('awards.publicity.undecided', { count: waiting.length });
    const open = objections.filter(({ state }) => openStates.includes(state));
    const common = { programmeId, actorId: actor.accountId };
    await this.database.transaction(async () => {
      if (programme.state === 'Publicity' && open.length) {
        const moved = {
          ...common,
          event: 'startObjectionHandling',
          role: 'CityRegistrar',
        } as const;
        actingAs(actor, 'CityRegistrar');
        await this.moveProgramme.run({
          ...moved,
          guards: { ...guards, acceptedObjectionOpen: true },
        });
        return;
      }
      if (programme.state === 'Publicity') {
        const moved = { ...common, event: 'submitForApproval', role } as const;
        await this.moveProgramme.run({ ...moved, guards });
        return;
      }
      const alone = open.every(({ applicationId }) => applicationId !== null);
      await this.moveProgramme.run({
        ...common,
        event: 'concludeObjections',
        role: actingAs(actor, 'Approver'),
        guards: { objectionsDecidedAndAnsweredOrHeldAlone: alone },
      });
    });
  }
}

const openStates = ['AcceptedForReview', 'UnderReview'];
const guards = {
  noticePeriodEnded: true,
  everyObjectionAcceptedOrRefused: true,
  noAcceptedObjectionOpen: true,
} as const;
