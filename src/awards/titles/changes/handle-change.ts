import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { Journal } from '../../../journal/journal.js';
import { lockMerchant } from '../../../merchants/lock-merchant.js';
import { Notify } from '../../../notifications/notify.js';
import { sha256Hex } from '../../../rules/provenance/sha256-hex.js';
import { titleIn } from '../../../rules/lifecycle/title-groups.js';
import { Refusal, conflict, missing } from '../../../rules/refusal.js';
import { CHANGE_TRIGGERS } from '../../../rules/titles/change-duty.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { OpenReview } from '../reviews/open-review.js';
import { TitleChange } from '../title-change.entity.js';
import { Title } from '../title.entity.js';

export const CHANGE_ANSWERS = ['note', 'review'] as const;
export type ChangeAnswer = (typeof CHANGE_ANSWERS)[number];

/** The office takes note of a reported change, or looks at the titles of the holder again (T02). */
@Injectable()
export class HandleChange {
  constructor(
    private readonly database: Database,
    private readonly openReview: OpenReview,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    given: { readonly changeId: string; readonly answer: ChangeAnswer; readonly reply: string },
  ): Promise<void> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const known = await this.database.repo(TitleChange).findOneBy({ id: given.changeId });
      if (!known) throw missing();
      await lockMerchant(this.database, known.merchantId);
      const titleIds = await this.titleIds(known.merchantId);
      const titles = await this.database.lockAll(Title, titleIds);
      const change = await this.database.repo(TitleChange).findOneByOrFail({ id: known.id });
      if (change.handledAt) throw conflict('awards.change.handledAlready');
      const { answer, reply } = given;
      if (answer === 'review') {
        const trigger = CHANGE_TRIGGERS[change.kind];
        if (!trigger) throw new Refusal('awards.change.noReview', {}, 'answer');
        const cause = { trigger, year: null, reason: reply, openedBy: actor.accountId };
        const active = titles.filter(({ state }) => titleIn.active.has(state));
        for (const title of active) await this.openReview.open(title, { ...cause, caused: true });
      }
      await this.database.repo(TitleChange).update(change.id, {
        handledBy: actor.accountId,
        handledAt: this.clock.now(),
        reply,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'titleChange.handle',
        subjectType: 'titleChange',
        subjectId: change.id,
        details: { answer, reply: sha256Hex(reply) },
      });
      await this.notify.merchant(change.merchantId, {
        kind: 'title.changeHandled',
        path: '/my/titles',
      });
    });
  }

  private async titleIds(merchantId: string): Promise<string[]> {
    const select = { id: true };
    const titles = await this.database.repo(Title).find({ where: { merchantId }, select });
    return titles.map(({ id }) => id);
  }
}
