import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { DefenceOrder } from './defence-order.entity.js';
import { HallQueries } from './hall.queries.js';
import { takeHall } from './take-hall.js';

/** The supervisor, who is another person than the committer, adds the second half of the chance. */
@Injectable()
export class WitnessOrder {
  constructor(
    private readonly database: Database,
    private readonly queries: HallQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    roundId: string,
    { witness }: { readonly witness: string },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const { programmeId } = await takeHall(this.database, roundId);
      const actorRole = actingRole(actor, ['Supervisor'], programmeId);
      const order = await this.queries.order(roundId);
      if (!order) throw missing();
      if (order.witness !== null) throw conflict('hall.order.witnessedAlready');
      requireSecondPerson(actor, order.committedBy, order.id);
      await this.database
        .repo(DefenceOrder)
        .update(
          { id: order.id },
          { witness, witnessedBy: actor.accountId, witnessedAt: this.clock.now() },
        );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'round.witnessOrder',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: {
          number: order.number,
          commitment: order.commitment,
          witness: sha256Hex(witness),
        },
      });
    });
  }
}
