import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { Notify } from '../notifications/notify.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import { Refusal, missing } from '../rules/refusal.js';
import { remindAgainAt } from '../rules/reminders/cooldown.js';
import { lastFullYear } from '../rules/registry/return-years.js';
import { type Actor, divisionOf } from '../web/actor.js';
import { RegistryQueries } from './registry.queries.js';

const kind = 'returnWanted';

/**
 * A division asks its merchants for the return of the last full year (S23: 要下任务), each once a week
 * at most: whoever was told since is left out.
 */
@Injectable()
export class RemindReturns {
  constructor(
    private readonly database: Database,
    private readonly registry: RegistryQueries,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * @param dueOn the last day for filing that the division sets, today or later
   * @returns how many merchants were told; those without an account have to be telephoned
   */
  async run(actor: Actor, dueOn: string): Promise<{ merchants: number }> {
    const divisionCode = divisionOf(actor);
    if (!divisionCode) throw missing();
    if (dueOn < beijingDate(this.clock.now())) {
      throw new Refusal('merchants.divisionReturns.duePast', {}, 'dueOn');
    }
    const year = lastFullYear(this.clock.now());
    return this.database.transaction(async () => {
      // No row stands for a division's merchants: of two who press at once the second sees the first.
      await this.journal.hold();
      const wanted = (await this.registry.callList(divisionCode, year)).map(({ id }) => id);
      const reachable = await this.remindedOn(divisionCode, year);
      const late = wanted.filter((id) => reachable.has(id));
      if (late.length === 0) throw new Refusal('merchants.divisionReturns.nobodyToTell');
      const now = this.clock.now();
      const told = late.filter((id) => !remindAgainAt(reachable.get(id) ?? null, now, 'returns'));
      if (told.length === 0) {
        throw new Refusal('merchants.divisionReturns.toldLately', {}, null, 'conflict');
      }
      for (const merchantId of told) {
        await this.notify.merchant(merchantId, {
          kind,
          variables: { year: String(year), due: dueOn },
          path: `/my/returns/${year}`,
        });
      }
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: actor.duties[0]?.role ?? 'DivisionReviewer',
        event: 'annualReturn.remind',
        subjectType: 'division',
        subjectId: divisionCode,
        details: { year, dueOn, merchants: told.length },
      });

      return { merchants: told.length };
    });
  }

  /** Merchants of a division whose people have an account, with the instant of their last reminder. */
  async remindedOn(
    divisionCode: string,
    year: number,
  ): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.database.rows<{ merchantId: string; remindedAt: string | null }>(
      `SELECT d.merchant_id, MAX(g.created_at) AS reminded_at FROM duty d
       JOIN merchant m ON m.id = d.merchant_id
       LEFT JOIN message g ON g.account_id = d.account_id AND g.kind = ? AND g.path = ?
       WHERE d.ended_at IS NULL AND m.division_code = ? GROUP BY d.merchant_id
       ORDER BY d.merchant_id`,
      [kind, `/my/returns/${year}`, divisionCode],
    );
    return new Map(rows.map(({ merchantId, remindedAt }) => [merchantId, remindedAt]));
  }
}
