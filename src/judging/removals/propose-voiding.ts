import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { requireRunning } from '../../programmes/load-programme.js';
import { Round } from '../../programmes/round.entity.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { conflict, missing, overtaken } from '../../rules/refusal.js';
import type { GroundNumber } from '../../rules/rounds/conflict-grounds.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { Seat } from '../panel/seat.entity.js';
import { type SheetName, sheetByName } from '../sheets/return-sheet.js';
import { ProposeRemoval, seatPlace } from './propose-removal.js';

/** The office finds a relation that was not declared; the approver decides whether the sheet falls (R11). */
@Injectable()
export class ProposeVoiding {
  constructor(
    private readonly database: Database,
    private readonly propose: ProposeRemoval,
  ) {}

  async run(
    actor: Actor,
    roundId: string,
    given: SheetName & { readonly ground: GroundNumber; readonly reason: string },
  ): Promise<void> {
    actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const known = await this.database.repo(Round).findOneBy({ id: roundId });
      if (!known) throw missing();
      actingRole(actor, ['CityRegistrar'], known.programmeId);
      await requireRunning(this.database, known.programmeId);
      const rounds = await lockRounds(this.database, { categoryId: known.categoryId });
      const round = rounds.find(({ id }) => id === roundId)!;
      if (roundIn.locked.has(round.state)) throw conflict('judging.removal.locked');
      if (!roundIn.open.has(round.state)) {
        throw overtaken('judging.round.notOpen', 'round', round.state);
      }
      const { seatId, applicationId } = await sheetByName(this.database, round, given);
      const seat = await this.database.repo(Seat).findOneByOrFail({ id: seatId });
      const { ground, reason } = given;
      const nobody = { promote: false, nextSeatId: null };
      const role = 'CityRegistrar';
      const of = seatPlace(seat);
      await this.propose.run(actor, { role, of, applicationId, ground, reason, ...nobody });
    });
  }
}
