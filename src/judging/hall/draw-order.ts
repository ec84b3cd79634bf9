import { Inject, Injectable } from '@nestjs/common';
import { TellApplicant } from '../../applications/tell-applicant.js';
import { Clock } from '../../config/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Sealer } from '../../database/sealed.js';
import { Journal } from '../../journal/journal.js';
import { type DefenceOrderRecord, drawOrder, freezeOrder } from '../../rules/hall/defence-order.js';
import { conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { DefenceOrder } from './defence-order.entity.js';
import { DefenceTurn } from './defence-turn.entity.js';
import { HallQueries } from './hall.queries.js';
import { takeHall } from './take-hall.js';

/** Opens the seed: the order is known, shown to everybody by number, and told to each merchant. */
@Injectable()
export class DrawOrder {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly queries: HallQueries,
    private readonly tellApplicant: TellApplicant,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(actor: Actor, roundId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { programmeId } = await takeHall(this.database, roundId);
      const actorRole = actingRole(actor, ['CityRegistrar'], programmeId);
      const known = await this.queries.order(roundId);
      if (!known) throw missing();
      if (known.record !== null) throw conflict('hall.order.drawnAlready');
      const order = await this.database.repo(DefenceOrder).findOneByOrFail({ id: known.id });
      if (order.witness === null) throw conflict('hall.order.notWitnessed');
      const record = this.draw(order);
      await this.database.repo(DefenceOrder).save(
        Object.assign(order, {
          record,
          seedSealed: null,
          drawnBy: actor.accountId,
          drawnAt: record.times.revealed,
        }),
      );
      await this.place(order, record);
      const { listHash, commitment, seed, recordHash } = record;
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'round.drawOrder',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: {
          number: order.number,
          heard: record.order.length,
          listHash,
          commitment,
          seed,
          recordHash,
        },
      });
    });
  }

  private draw(order: DefenceOrder): DefenceOrderRecord {
    return drawOrder(freezeOrder(Object.keys(order.labels)), {
      times: {
        committed: order.committedAt,
        witnessed: order.witnessedAt!,
        revealed: this.clock.now(),
      },
      commitment: order.commitment,
      witness: order.witness!,
      seed: this.sealer.open(order.seedSealed!),
    });
  }

  private async place(order: DefenceOrder, record: DefenceOrderRecord): Promise<void> {
    const turns = record.order.map(({ label }, at) => ({
      id: newId(),
      orderId: order.id,
      applicationId: order.labels[label]!,
      place: at + 1,
      attendance: null,
      again: false,
      speakerSealed: null,
      note: null,
      attendanceBy: null,
      attendanceAt: null,
      hallFileId: null,
      version: 1,
    }));
    for (let at = 0; at < turns.length; at += 200) {
      await this.database.repo(DefenceTurn).insert(turns.slice(at, at + 200));
    }
    for (const [at, { applicationId, place }] of turns.entries()) {
      await this.tellApplicant.run(applicationId, {
        kind: 'defencePlace',
        variables: { place, heard: turns.length, label: record.order[at]!.label },
        path: `/my/applications/${applicationId}`,
      });
    }
  }
}
