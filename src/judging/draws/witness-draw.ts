import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import type { Actor } from '../../web/actor.js';
import { Draw } from './draw.entity.js';
import { takeDraw } from './take-draw.js';

/** Step 3: the supervisor, who is another person than the committer, adds the second half of the chance. */
@Injectable()
export class WitnessDraw {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    drawId: string,
    { witness }: { readonly witness: string },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const draw = await takeDraw(this.database, drawId, 'witness');
      const role = actingRole(actor, ['Supervisor'], draw.programmeId);
      for (const person of [draw.frozenBy, draw.committedBy]) {
        requireSecondPerson(actor, person, drawId);
      }
      await this.database.repo(Draw).save(
        Object.assign(draw, {
          state: 'Witnessed',
          witness,
          witnessedBy: actor.accountId,
          witnessedAt: this.clock.now(),
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'draw.witness',
        subjectType: 'draw',
        subjectId: drawId,
        programmeId: draw.programmeId,
        details: { commitment: draw.commitment, witness: sha256Hex(witness) },
      });
    });
  }
}
