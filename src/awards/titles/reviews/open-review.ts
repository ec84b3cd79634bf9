import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { LIMITS } from '../../../rules/programme/limits.js';
import type { ReviewTrigger } from '../../../rules/titles/title-grounds.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { lockTitle } from '../lock-title.js';
import { MoveTitle } from '../move-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleReview } from '../title-review.entity.js';
import type { Title } from '../title.entity.js';

export interface ReviewCause {
  readonly trigger: ReviewTrigger;
  readonly year: number | null;
  readonly reason: string | null;
  /** Null when the clock opened it. */
  readonly openedBy: string | null;
  /** The return is filed or late, or something else happened that asks for a look. */
  readonly caused: boolean;
}

/** T02: a title comes under review because something happened; the yearly ones open by themselves. */
@Injectable()
export class OpenReview {
  constructor(
    private readonly database: Database,
    private readonly moveTitle: MoveTitle,
    private readonly desk: TitleDesk,
  ) {}

  async run(
    actor: Actor,
    given: {
      readonly titleId: string;
      readonly trigger: ReviewTrigger;
      readonly reason: string;
    },
  ): Promise<void> {
    actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const title = await lockTitle(this.database, given.titleId);
      actingRole(actor, ['CityRegistrar'], title.programmeId);
      const { trigger, reason } = given;
      const cause = { trigger, reason, year: null, openedBy: actor.accountId };
      await this.open(title, { ...cause, caused: reason.trim() !== '' });
    });
  }

  /** In the caller's transaction, which holds the title. */
  async open(title: Title, { caused, ...cause }: ReviewCause): Promise<void> {
    const dueOn = await this.desk.after(this.desk.today, LIMITS.titleReview);
    await this.moveTitle.run(title, {
      event: 'startReview',
      role: cause.openedBy ? 'CityRegistrar' : 'System',
      actorId: cause.openedBy,
      guards: { annualReturnOrTrigger: caused },
      reason: `awards.review.trigger.${cause.trigger}`,
      details: { trigger: cause.trigger, year: cause.year, dueOn },
    });
    await this.database.repo(TitleReview).insert({
      ...cause,
      ...untouched,
      id: newId(),
      titleId: title.id,
      openedOn: this.desk.today,
      dueOn,
    });
    await this.desk.tellHolder(title, 'title.reviewOpened');
  }
}

const untouched = {
  creditAsOf: null,
  creditSource: null,
  creditHit: null,
  eligibility: null,
  complaints: null,
  note: null,
  checkedBy: null,
  checkedAt: null,
  outcome: null,
  closedBy: null,
  closedAt: null,
} as const;
