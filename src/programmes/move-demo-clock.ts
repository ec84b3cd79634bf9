import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { addYears, beijingDate } from '../rules/calendar/beijing-time.js';
import { Refusal, missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { CitySetting } from './city-setting.entity.js';
import { DEMO_OFFSET } from './demo-clock.js';
import { PhaseClock } from './phase-clock.js';

/** Moves the demonstration to the morning of a later day, and takes the steps that are then due. */
@Injectable()
export class MoveDemoClock {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly phaseClock: PhaseClock,
  ) {}

  async run(actor: Actor, given: { readonly day: string }): Promise<void> {
    if (!this.config.demo) throw missing();
    const { day } = given;
    const today = beijingDate(this.clock.now());
    if (day <= today) throw new Refusal('programmes.refused.clockBack', { today }, 'day');
    if (day > addYears(today, 5)) throw new Refusal('programmes.refused.clockFar', {}, 'day');
    const moved = Date.parse(`${day}T09:00:00+08:00`) - Date.parse(this.clock.now());
    const offset = this.clock.offsetMilliseconds + moved;
    await this.database.transaction(async () => {
      await this.journal.hold();
      const setting = Object.assign(new CitySetting(), {
        name: DEMO_OFFSET,
        value: String(offset),
      });
      await this.database.repo(CitySetting).save(setting);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: actor.duties[0]!.role,
        event: 'demoClock.move',
        subjectType: 'citySetting',
        subjectId: DEMO_OFFSET,
        details: { from: today, to: day },
        changesPublicPages: true,
      });
    });
    this.clock.moveBy(offset);
    await this.phaseClock.run();
  }
}
