import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { PhaseClock } from '../../programmes/phase-clock.js';
import { addDays } from '../../rules/calendar/beijing-time.js';
import { titleIn } from '../../rules/lifecycle/title-groups.js';
import { LIMITS } from '../../rules/programme/limits.js';
import { NoticeDraft } from '../notices/notice-draft.entity.js';
import { lockTitle } from './lock-title.js';
import { MoveTitle } from './move-title.js';
import { TitleReviewQueries } from './reviews/title-review.queries.js';
import { TitleRevocationQueries } from './revocations/title-revocation.queries.js';
import { TitleDesk } from './title-desk.js';
import { TitleReview } from './title-review.entity.js';
import { TitleRevocation } from './title-revocation.entity.js';
import { TitleWarning } from './title-warning.entity.js';
import { Title } from './title.entity.js';
import { TitleWarningQueries } from './warnings/title-warning.queries.js';

/** T08, by the clock: titles whose validity has ended; their holders were told sixty days before. */
@Injectable()
export class ExpireTitles implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly reviews: TitleReviewQueries,
    private readonly warnings: TitleWarningQueries,
    private readonly revocations: TitleRevocationQueries,
    private readonly moveTitle: MoveTitle,
    private readonly desk: TitleDesk,
    private readonly phaseClock: PhaseClock,
  ) {}

  onModuleInit(): void {
    this.phaseClock.alsoRun(() => this.run());
  }

  /** @returns how many ended */
  async run(): Promise<number> {
    const { today } = this.desk;
    for (const { id } of await this.ending(today)) await this.tellBefore(id);
    let expired = 0;
    for (const { id } of await this.overOn(today)) if (await this.expire(id)) expired += 1;
    return expired;
  }

  private expire(titleId: string): Promise<boolean> {
    return this.database.transaction(async () => {
      const title = await lockTitle(this.database, titleId);
      if (!titleIn.alive.has(title.state)) return false;
      await this.moveTitle.run(title, {
        event: 'expire',
        role: 'System',
        actorId: null,
        guards: { validityEnded: title.validTo < this.desk.today },
        reason: null,
        since: title.validTo,
      });
      await this.close(titleId);
      await this.desk.tellHolder(title, 'title.expired');
      return true;
    });
  }

  /** What was under way about the title ends with it. */
  private async close(titleId: string): Promise<void> {
    const { now, today } = this.desk;
    const review = await this.reviews.openOf(titleId);
    const reviews = this.database.repo(TitleReview);
    if (review) await reviews.update(review.id, { outcome: 'expired', closedAt: now });
    const warning = await this.warnings.openOf(titleId);
    const warnings = this.database.repo(TitleWarning);
    if (warning) await warnings.update(warning.id, { ending: 'expired', endedAt: now });
    const revocation = await this.revocations.openOf(titleId);
    if (!revocation) return;
    await this.database.repo(TitleRevocation).update(revocation.id, { lapsedOn: today });
    if (revocation.noticeId) await this.database.repo(NoticeDraft).delete(revocation.noticeId);
  }

  private tellBefore(titleId: string): Promise<void> {
    return this.database.transaction(async () => {
      const title = await lockTitle(this.database, titleId);
      if (title.endAnnouncedOn || !titleIn.alive.has(title.state)) return;
      title.endAnnouncedOn = this.desk.today;
      await this.database.repo(Title).save(title);
      const by = { actorId: null, actorRole: 'System' as const };
      await this.desk.record(by, title, 'title.announceEnd', { validTo: title.validTo });
      await this.desk.tellHolder(title, 'title.ending', { day: title.validTo });
    });
  }

  private overOn(today: string): Promise<{ id: string }[]> {
    return this.database.rows(
      `SELECT id FROM title WHERE state IN (${quotedList(titleIn.alive)}) AND valid_to < ?
       ORDER BY certificate_number, id`,
      [today],
    );
  }

  /** In force, near their end, and their holders not yet told. */
  private ending(today: string): Promise<{ id: string }[]> {
    return this.database.rows(
      `SELECT id FROM title WHERE state IN (${quotedList(titleIn.alive)}) AND end_announced_on IS NULL
         AND valid_to >= ? AND valid_to <= ? ORDER BY certificate_number, id`,
      [today, addDays(today, LIMITS.titleEndingDays)],
    );
  }
}
