import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { commitmentOf } from '../../rules/draw/commitment.js';
import type { Actor } from '../../web/actor.js';
import { Draw } from './draw.entity.js';
import { DrawQueries } from './draw.queries.js';
import { takeDraw } from './take-draw.js';

/** Step 2: makes the office's seed, seals it unseen, and shows its hash to everybody at the table. */
@Injectable()
export class CommitDraw {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly draws: DrawQueries,
    private readonly notify: Notify,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(actor: Actor, drawId: string): Promise<void> {
    const seed = randomBytes(32).toString('hex');
    const commitment = commitmentOf(seed);
    await this.database.transaction(async () => {
      const draw = await takeDraw(this.database, drawId, 'commit');
      await this.database.repo(Draw).save(
        Object.assign(draw, {
          state: 'Committed',
          commitment,
          seedSealed: this.sealer.seal(seed),
          committedBy: actor.accountId,
          committedAt: this.clock.now(),
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'draw.commit',
        subjectType: 'draw',
        subjectId: drawId,
        programmeId: draw.programmeId,
        details: { listHash: draw.listHash, commitment },
      });
      await this.notify.accounts(await this.draws.supervisors(draw.programmeId), {
        kind: 'drawWitness',
        path: `/office/draws/${drawId}`,
      });
    });
  }
}
