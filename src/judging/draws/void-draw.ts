import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { lockPanel } from '../panel/lock-panel.js';
import { Seat } from '../panel/seat.entity.js';
import { Draw } from './draw.entity.js';
import { takeDraw } from './take-draw.js';
import { drawIn } from '../../rules/lifecycle/draw-states.js';

/**
 * Two people void a draw: one states the reason, another confirms. The record is kept; seats that came
 * from it are vacated, and the category may be drawn anew. Once judges declare, seats are replaced instead.
 */
@Injectable()
export class VoidDraw {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async propose(actor: Actor, drawId: string, given: { readonly reason: string }): Promise<void> {
    await this.database.transaction(async () => {
      const draw = await takeDraw(this.database, drawId, 'void');
      if (draw.voidProposedBy) throw conflict('judging.draw.voidProposedAlready');
      await this.database.repo(Draw).save(
        Object.assign(draw, {
          voidReason: given.reason,
          voidProposedBy: actor.accountId,
          voidProposedAt: this.clock.now(),
        }),
      );
      const role = actingRole(actor, ['CityRegistrar'], draw.programmeId);
      await this.record(actor, role, draw, 'draw.proposeVoid');
    });
  }

  async confirm(actor: Actor, drawId: string): Promise<void> {
    await this.database.transaction(async () => {
      const draw = await takeDraw(this.database, drawId, 'void');
      if (!draw.voidProposedBy) throw conflict('judging.draw.voidNotProposed');
      requireSecondPerson(actor, draw.voidProposedBy, drawId);
      await lockPanel(this.database, draw.categoryId);
      const later = await this.database.repo(Draw).findBy({ previousId: drawId });
      if (later.some(({ state }) => !drawIn.voided.has(state))) {
        throw conflict('judging.draw.laterExists');
      }
      const voidedAt = this.clock.now();
      await this.database.repo(Draw).save(
        Object.assign(draw, {
          state: 'Voided',
          // What was never revealed never will be.
          seedSealed: null,
          voidedBy: actor.accountId,
          voidedAt,
        }),
      );
      const drawn = await this.database.repo(Seat).findBy({ drawId });
      const seats = await this.database.lockAll(
        Seat,
        drawn.map(({ id }) => id),
      );
      for (const seat of seats.filter(({ vacatedAt }) => !vacatedAt)) {
        Object.assign(seat, { vacatedAt: voidedAt, vacatedReason: draw.voidReason });
        await this.database.repo(Seat).save(seat);
      }
      const role = actingRole(actor, ['Approver', 'CityRegistrar'], draw.programmeId);
      await this.record(actor, role, draw, 'draw.void');
    });
  }

  private async record(actor: Actor, role: string, draw: Draw, event: string): Promise<void> {
    await this.journal.record({
      actorId: actor.accountId,
      actorRole: role,
      event,
      subjectType: 'draw',
      subjectId: draw.id,
      programmeId: draw.programmeId,
      details: {
        number: draw.number,
        reason: sha256Hex(draw.voidReason ?? ''),
        recordHash: draw.record?.recordHash ?? null,
      },
    });
  }
}
