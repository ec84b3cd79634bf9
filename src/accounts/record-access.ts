import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { AccessLog } from './access-log.entity.js';

export interface AccessFact {
  readonly accountId: string | null;
  readonly action: string;
  readonly objectType?: string;
  readonly objectId?: string;
  readonly result: string;
  readonly address?: string;
}

/** Writes one line of the access log; by the machine's clock, as a security record must be. */
@Injectable()
export class RecordAccess {
  constructor(private readonly database: Database) {}

  async run(fact: AccessFact): Promise<void> {
    await this.database.repo(AccessLog).insert({
      id: newId(),
      at: new Date().toISOString(),
      accountId: fact.accountId,
      action: fact.action,
      objectType: fact.objectType ?? null,
      objectId: fact.objectId ?? null,
      result: fact.result,
      address: fact.address ?? null,
    });
  }
}
