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
      const settled = known && !known.doubted ? (known.confirmedDoubts ?? []) : [];
      const waits = all.some((one) => !settled.includes(doubtKey(one)));
      const unchecked = { checkedBy: null, checkedAt: null, checkNote: null };
      const { shops, ...totals } = facts;
      const { figures, columns } = apart(totals);
      const saved = await returns.save(
        Object.assign(known ?? new AnnualReturn(), columns, {
          id: known?.id ?? newId(),
          merchantId,
          year,
          netWan: facts.grossWan - facts.refundWan,
          shops: shops.map((shop) => ({ ...shop, netWan: shop.grossWan - shop.refundWan })),
          figures,
          confirmedDoubts: all.length ? all.map(doubtKey) : null,
          doubted: waits ? 1 : null,
          ...(waits ? unchecked : {}),
          filedBy: actor.accountId,
          filedAt: this.clock.now(),
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

/** Totals that nobody sums or sorts by are kept together, under their keys. */
const together = [
  'selfOperatedWan',
  'physicalWan',
  'serviceWan',
  'taxPaidWan',
  'familyWorkers',
  'refundRatePct',
  'disputeRefundRatePct',
  'complaintsReceived',
  'complaintsSettled',
  'complaintsAgainst',
  'complaintsUnanswered',
] as const satisfies readonly (keyof ReturnFacts)[];

function apart(totals: Omit<ReturnFacts, 'shops'>) {
  const isTogether = (key: string) => (together as readonly string[]).includes(key);
  const entries = Object.entries(totals);
  return {
    figures: Object.fromEntries(entries.filter(([key]) => isTogether(key))),
    columns: Object.fromEntries(entries.filter(([key]) => !isTogether(key))),
  };
}
