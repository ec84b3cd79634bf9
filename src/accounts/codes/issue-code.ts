import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Sealer } from '../../database/sealed.js';
import type { Channel } from '../../notifications/delivery.entity.js';
import { Dispatch } from '../../notifications/dispatch.js';
import { CODE_MINUTES, plusMinutes } from '../../rules/delivery/delivery-rules.js';
import { Refusal } from '../../rules/refusal.js';
import { type CodePurpose, OneTimeCode } from './one-time-code.entity.js';

export interface WantedCode {
  readonly purpose: CodePurpose;
  readonly channel: Channel;
  readonly address: string;
  readonly accountId: string | null;
  /** Of the form, where there is no way to this address. */
  readonly field?: string;
}

/** Sends six digits to an address. They hold for half an hour, by the machine's clock, and once. */
@Injectable()
export class IssueCode {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly dispatch: Dispatch,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /** In the caller's transaction. @returns the id by which the code is asked for again */
  async run({ purpose, channel, address, accountId, field }: WantedCode): Promise<string> {
    if (!this.dispatch.has(channel)) {
      throw new Refusal(`accounts.code.no.${channel}`, {}, field ?? null);
    }
    const id = newId();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const createdAt = new Date().toISOString();
    await this.database.repo(OneTimeCode).insert({
      id,
      purpose,
      accountId,
      target: this.sealer.lookup(address),
      sealed: this.sealer.seal(address),
      codeHash: this.sealer.lookup(`${id}:${code}`),
      createdAt,
      expiresAt: plusMinutes(createdAt, CODE_MINUTES),
      usedAt: null,
    });
    const variables = { code, minutes: CODE_MINUTES };
    const template = `code.${purpose}`;
    await this.dispatch.note({ channel, template, address, variables, accountId });
    return id;
  }
}
