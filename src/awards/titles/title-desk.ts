import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { WorkingDays } from '../../programmes/working-days.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../rules/calendar/working-day-calendar.js';
import type { Actor as Role } from '../../rules/lifecycle/roles.js';
import type { Title } from './title.entity.js';

type Variables = Readonly<Record<string, string | number>>;

/** What every act on a title needs: the day, the working days, an entry, a word to who is next. */
@Injectable()
export class TitleDesk {
  constructor(
    private readonly workingDays: WorkingDays,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  get now(): string {
    return this.clock.now();
  }

  get today(): string {
    return beijingDate(this.clock.now());
  }

  /** @throws RuleError `calendar.yearNotLoaded` */
  async after(date: string, days: number): Promise<string> {
    return addWorkingDays(await this.workingDays.calendar(), date, days);
  }

  record(
    actor: { readonly actorId: string | null; readonly actorRole: Role },
    title: Title,
    event: string,
    details: Readonly<Record<string, unknown>>,
    changesPublicPages = false,
  ): Promise<unknown> {
    return this.journal.record({
      ...actor,
      event,
      subjectType: 'title',
      subjectId: title.id,
      programmeId: title.programmeId,
      details,
      changesPublicPages,
    });
  }

  /** A word to whoever acts for the holder. */
  tellHolder(title: Title, kind: string, variables: Variables = {}): Promise<void> {
    return this.notify.merchant(title.merchantId, {
      kind,
      variables: { number: title.certificateNumber, ...variables },
      path: `/my/titles/${title.id}`,
    });
  }

  tellOffice(roles: readonly Role[], title: Title, kind: string): Promise<void> {
    return this.notify.holders(roles, {
      kind,
      variables: { number: title.certificateNumber, name: title.merchantName },
      path: `/office/titles/${title.id}`,
    });
  }
}
