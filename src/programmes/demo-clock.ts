import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';

export const DEMO_OFFSET = 'demoClockOffset';

/** The demonstration's date, kept as a distance from real time so that its days go on passing. */
@Injectable()
export class DemoClock implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.load();
  }

  /** Takes the stored date over into this process's clock; outside a demonstration it does nothing. */
  async load(): Promise<void> {
    if (!this.config.demo) return;
    const row = await this.database.row<{ value: string }>(
      'SELECT value FROM city_setting WHERE name = ?',
      [DEMO_OFFSET],
    );
    if (row) this.clock.moveBy(Number(row.value));
  }
}
