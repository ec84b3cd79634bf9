import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { requireFreeNumber } from './document-number.js';
import { NoticeQueries } from './notice.queries.js';
import { ReservedNumber } from './reserved-number.entity.js';

export interface NumberToReserve {
  readonly documentNumber: string;
  readonly purpose: string;
  readonly numberReason: string | null;
}

/** Takes a number for a paper that is issued outside this register. */
@Injectable()
export class ReserveNumber {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal `awards.notice.numberTaken`, `awards.notice.numberGap`
   * @throws RuleError `identifiers.documentNumber.form`
   */
  async run(actor: Actor, given: NumberToReserve): Promise<void> {
    const actorRole = actingRole(actor, ['Publisher', 'CityRegistrar', 'Approver']);
    const { documentNumber, purpose } = given;
    await this.database.transaction(async () => {
      // Numbers run through all programmes: two people would both find one free.
      await this.journal.hold();
      const used = await this.notices.documentNumbers();
      const reason = requireFreeNumber(documentNumber, used, given.numberReason);
      const row = { id: newId(), documentNumber, purpose, reason };
      const by = { reservedBy: actor.accountId, reservedAt: this.clock.now() };
      await this.database.repo(ReservedNumber).insert({ ...row, ...by });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'documentNumber.reserve',
        subjectType: 'reservedNumber',
        subjectId: row.id,
        details: { number: documentNumber, purpose, ...(reason ? { numberReason: reason } : {}) },
      });
    });
  }
}
