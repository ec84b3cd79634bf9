import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { Programme } from '../../programmes/programme.entity.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import type { GroundNumber } from '../../rules/rounds/conflict-grounds.js';
import { needsSecondPerson, replacementProblem } from '../../rules/rounds/replacement-rule.js';
import type { Actor } from '../../web/actor.js';
import { NextInLine } from '../draws/next-in-line.js';
import { ProposeRemoval, seatPlace } from '../removals/propose-removal.js';
import { lockPanel } from './lock-panel.js';
import { Seat } from './seat.entity.js';
import { VacateSeat } from './vacate-seat.js';

/**
 * The registrar has a judge leave. It is a proposal, with the next in line by name, that an approver
 * decides (R14). Only a seat that nobody drew is changed at once, while the panel is put together.
 */
@Injectable()
export class ReplaceSeat {
  constructor(
    private readonly database: Database,
    private readonly nextInLine: NextInLine,
    private readonly propose: ProposeRemoval,
    private readonly vacate: VacateSeat,
  ) {}

  /** Whether it waits for an approver. */
  async run(
    actor: Actor,
    programmeId: string,
    given: {
      readonly seatId: string;
      readonly ground: GroundNumber | null;
      readonly reason: string;
      readonly promote: boolean;
    },
  ): Promise<boolean> {
    return this.database.transaction(async () => {
      const known = await this.database.repo(Seat).findOneBy({ id: given.seatId, programmeId });
      if (!known) throw missing();
      const { categoryId } = known;
      await lockPanel(this.database, categoryId);
      await lockRounds(this.database, { categoryId });
      const seat = await this.database.lock(Seat, known.id);
      if (seat.vacatedAt) throw conflict('judging.panel.vacatedAlready');
      const { alternate } = seat;
      const promote = given.promote && !alternate;
      const { seat: next, draw } = await this.nextInLine.of(categoryId, seat.id);
      const { state } = await this.database.repo(Programme).findOneByOrFail({ id: programmeId });
      const facts = {
        drawn: draw !== null,
        assembling: programmeIn.drawing.has(state),
        alternate,
        promote,
        next: next !== null,
      };
      const problem = replacementProblem(facts);
      if (problem) throw new Refusal(problem, {}, 'promote');
      const nextSeatId = promote ? (next?.id ?? null) : null;
      const { ground, reason } = given;
      const role = 'CityRegistrar';
      if (needsSecondPerson(facts)) {
        const of = seatPlace(seat);
        const proposal = { role, of, applicationId: null, ground, reason } as const;
        await this.propose.run(actor, { ...proposal, promote, nextSeatId });
        return true;
      }
      const proposedBy = actor.accountId;
      const removal = { ground, reason, promote, nextSeatId, proposedBy };
      await this.vacate.run({ actorId: actor.accountId, role, seatId: seat.id, removal });
      return false;
    });
  }
}
