import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { actingRole } from '../../web/acting-role.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Draw } from './draw.entity.js';
import { takeDraw } from './take-draw.js';

/** Step 8: the office and the supervisor who witnessed each sign the record they have read. */
@Injectable()
export class SignDraw {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @param given.recordHash the hash the signer was shown; another one means another record */
  async run(actor: Actor, drawId: string, given: { readonly recordHash: string }): Promise<void> {
    await this.database.transaction(async () => {
      const draw = await takeDraw(this.database, drawId, 'sign');
      if (given.recordHash !== draw.record?.recordHash) throw conflict();
      const witness = actor.accountId === draw.witnessedBy;
      const roles = witness ? ['Supervisor'] : ['CityRegistrar', 'Supervisor'];
      const role = actingRole(actor, roles, draw.programmeId);
      if (!witness && role === 'Supervisor') throw new Refusal('judging.draw.otherWitness');
      if (witness ? draw.witnessSignedAt : draw.officeSignedAt) {
        throw conflict('judging.draw.signedAlready');
      }
      const now = this.clock.now();
      await this.database
        .repo(Draw)
        .save(
          Object.assign(
            draw,
            witness
              ? { witnessSignedAt: now }
              : { officeSignedBy: actor.accountId, officeSignedAt: now },
          ),
        );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'draw.sign',
        subjectType: 'draw',
        subjectId: drawId,
        programmeId: draw.programmeId,
        details: { recordHash: given.recordHash },
        // A record signed late is public already.
        changesPublicPages: true,
      });
    });
  }
}
