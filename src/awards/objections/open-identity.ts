import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { type Actor, holds } from '../../web/actor.js';
import type { ObjectionRow } from './objection.queries.js';

export interface ObjectorIdentity {
  readonly name: string;
  readonly telephone: string;
}

/** Who objects: for the handler (whoever accepted it, or may accept it while it waits) and the supervisor. */
@Injectable()
export class OpenIdentity {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(actor: Actor, objection: ObjectionRow): Promise<ObjectorIdentity | null> {
    const handler =
      holds(actor, 'CityRegistrar') &&
      (objection.acceptedBy === null || objection.acceptedBy === actor.accountId);
    if (!handler && !holds(actor, 'Supervisor')) return null;
    const row = await this.database.row<{ identitySealed: string | null }>(
      'SELECT identity_sealed FROM objection WHERE id = ?',
      [objection.id],
    );
    return row?.identitySealed
      ? (JSON.parse(this.sealer.open(row.identitySealed)) as ObjectorIdentity)
      : null;
  }
}
