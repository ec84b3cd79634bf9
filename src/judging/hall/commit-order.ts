import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Sealer } from '../../database/sealed.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { commitmentOf } from '../../rules/draw/commitment.js';
import { freezeOrder } from '../../rules/hall/defence-order.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { DrawQueries } from '../draws/draw.queries.js';
import { DefenceOrder } from './defence-order.entity.js';
import { HallQueries } from './hall.queries.js';
import { hallPath } from './hall-path.js';
import { takeHall } from './take-hall.js';

/** Fixes who is heard, makes the office's seed, seals it unseen and shows its hash. */
@Injectable()
export class CommitOrder {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly queries: HallQueries,
    private readonly draws: DrawQueries,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(actor: Actor, roundId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { categoryId, programmeId } = await takeHall(this.database, roundId);
      const actorRole = actingRole(actor, ['CityRegistrar'], programmeId);
      const heard = await this.queries.heard(categoryId);
      const number = await this.nextNumber(roundId, heard);
      // Random, so that the public record tells nobody who applied.
      const labels = Object.fromEntries(heard.map((id) => [newId().slice(0, 8), id]));
      const list = freezeOrder(Object.keys(labels));
      const seed = randomBytes(32).toString('hex');
      const commitment = commitmentOf(seed);
      await this.database.repo(DefenceOrder).insert({
        id: newId(),
        roundId,
        number,
        labels,
        listHash: list.hash,
        commitment,
        seedSealed: this.sealer.seal(seed),
        committedBy: actor.accountId,
        committedAt: this.clock.now(),
        witness: null,
        witnessedBy: null,
        witnessedAt: null,
        drawnBy: null,
        drawnAt: null,
        record: null,
        version: 1,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'round.commitOrder',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: { number, heard: heard.length, listHash: list.hash, commitment },
      });
      const path = hallPath(roundId);
      const supervisors = await this.draws.supervisors(programmeId);
      await this.notify.accounts(supervisors, { kind: 'defenceWitness', path });
    });
  }

  /** An order stands; it is drawn anew only for somebody it does not know, before anybody was called. */
  private async nextNumber(roundId: string, heard: readonly string[]): Promise<number> {
    if (heard.length === 0) throw new Refusal('hall.order.nobody');
    const known = await this.queries.order(roundId);
    if (!known) return 1;
    const listed = new Set(Object.values(known.labels));
    if (heard.every((id) => listed.has(id))) throw conflict('hall.order.stands');
    const turns = await this.queries.turns(roundId);
    if (turns.some(({ attendance }) => attendance !== null)) {
      throw new Refusal('hall.order.begun', {}, null, 'conflict');
    }
    return known.number + 1;
  }
}
