import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { conflict, missing } from '../rules/refusal.js';
import { type ReturnFacts, checkReturn } from '../rules/registry/check-return.js';
import { doubtKey } from '../rules/registry/field-problem.js';
import { returnYears } from '../rules/registry/return-years.js';
import { type Actor, merchantOf } from '../web/actor.js';
import { AnnualReturn } from './annual-return.entity.js';
import { filedReturn } from './filed-return.js';
import { lockMerchant } from './lock-merchant.js';
import { refuseFirst } from './refuse-first.js';
import { ReturnDoubtQueries } from './return-doubts.queries.js';
import { Shop } from './shop.entity.js';

export interface ReturnToFile {
  readonly year: number;
  /** 0 for a year without a return. */
  readonly version: number;
  readonly facts: ReturnFacts;
  /** Keys of the doubts that the person has seen and says are none. */
  readonly confirmed: readonly string[];
}

/**
 * A merchant files or corrects its figures of one calendar year. What is out of proportion is kept with the
 * merchant's word and waits for the office: a tick alone would bring a mistaken unit into the city's sum.
 */
@Injectable()
export class FileReturn {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly doubts: ReturnDoubtQueries,
  ) {}

  async run(
    actor: Actor,
    { year, version, facts, confirmed }: ReturnToFile,
  ): Promise<{ waits: boolean }> {
    const merchantId = merchantOf(actor);
    if (!merchantId || !returnYears(this.clock.now()).includes(year)) throw missing();
    refuseFirst(checkReturn(facts));
    return this.database.transaction(async () => {
      await lockMerchant(this.database, merchantId);
      const own = await this.database
        .repo(Shop)
        .find({ where: { merchantId }, select: { id: true } });
      if (facts.shops.some((row) => !own.some((shop) => shop.id === row.shopId))) throw missing();
      const returns = this.database.repo(AnnualReturn);
      const known = await returns.findOneBy({ merchantId, year });
      if ((known?.version ?? 0) !== version) throw conflict();
      const { all, open } = await this.doubts.run(merchantId, year, facts);
      refuseFirst(open.filter((one) => !confirmed.includes(doubtKey(one))));
      const filing = { known, doubts: all, filedBy: actor.accountId, at: this.clock.now() };
      const { waits, columns } = filedReturn(facts, filing);
      const saved = await returns.save(
        Object.assign(known ?? new AnnualReturn(), columns, {
          id: known?.id ?? newId(),
          merchantId,
          year,
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: actor.duties[0]?.role ?? 'Agent',
        event: 'annualReturn.file',
        subjectType: 'merchant',
        subjectId: merchantId,
        details: { year, version: saved.version, hash: hashOf(facts) },
        changesPublicPages: true,
      });
      return { waits };
    });
  }
}
