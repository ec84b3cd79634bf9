import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Journal } from '../../../journal/journal.js';
import { lockMerchant } from '../../../merchants/lock-merchant.js';
import { Notify } from '../../../notifications/notify.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { sha256Hex } from '../../../rules/provenance/sha256-hex.js';
import { Refusal, missing } from '../../../rules/refusal.js';
import { type ChangeKind, reportDueOn } from '../../../rules/titles/change-duty.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { TitleChange } from '../title-change.entity.js';
import { TitleQueries } from '../title.queries.js';

/** The holder of a title reports a change of name, control, place, shops or platform page. */
@Injectable()
export class ReportChange {
  constructor(
    private readonly database: Database,
    private readonly titles: TitleQueries,
    private readonly workingDays: WorkingDays,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @returns the last day on which the report was in time */
  async run(
    actor: Actor,
    given: { readonly kind: ChangeKind; readonly happenedOn: string; readonly text: string },
  ): Promise<string> {
    const actorRole = actingRole(actor, ['Agent', 'LegalRepresentative']);
    return this.database.transaction(async () => {
      const { id: merchantId } = await lockMerchant(this.database, merchantOf(actor) ?? '');
      const today = beijingDate(this.clock.now());
      const held = await this.titles.aliveOf(merchantId, today);
      if (!held.length) throw missing();
      const { kind, happenedOn, text } = given;
      if (happenedOn > today) throw new Refusal('awards.change.ahead', {}, 'happenedOn');
      const dueOn = reportDueOn(await this.workingDays.calendar(), kind, happenedOn);
      const id = newId();
      await this.database.repo(TitleChange).insert({
        id,
        merchantId,
        kind,
        happenedOn,
        text,
        reportedBy: actor.accountId,
        reportedAt: this.clock.now(),
        dueOn,
        handledBy: null,
        handledAt: null,
        reply: null,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'titleChange.report',
        subjectType: 'titleChange',
        subjectId: id,
        details: { kind, happenedOn, dueOn, text: sha256Hex(text) },
      });
      await this.notify.holders(['CityRegistrar'], {
        kind: 'title.changeReported',
        variables: { name: held[0]!.merchantName },
        path: '/office/titles/changes',
      });
      return dueOn;
    });
  }
}
