import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { Refusal } from '../../rules/refusal.js';
import { type CodePurpose, OneTimeCode } from './one-time-code.entity.js';

export interface TypedCode {
  readonly id: string;
  readonly code: string;
}

/** Takes a code that somebody typed, once; how often it may be tried is counted before. */
@Injectable()
export class TakeCode {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /** The row of a code, for whoever has to find an account by it before it is taken. */
  find(id: string, purpose: CodePurpose): Promise<OneTimeCode | null> {
    return this.database.repo(OneTimeCode).findOneBy({ id, purpose });
  }

  /**
   * In the caller's transaction. @returns the address to which the code went
   * @throws Refusal with one sentence, whether it is wrong, old, used, or another account's
   */
  async run(
    { id, code }: TypedCode,
    purpose: CodePurpose,
    accountId: string | null,
    field = 'code',
  ): Promise<string> {
    const known = await this.find(id, purpose);
    const row = known && (await this.database.lock(OneTimeCode, id));
    const hash = this.sealer.lookup(`${id}:${code.replace(/\D/g, '')}`);
    const fits = row?.codeHash === hash && row.accountId === accountId && !row.usedAt;
    const now = new Date().toISOString();
    if (!fits || row.expiresAt <= now) throw new Refusal('accounts.code.wrong', {}, field);
    await this.database.repo(OneTimeCode).update(id, { usedAt: now });
    return this.sealer.open(row.sealed);
  }
}
