import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { titleIn } from '../../../rules/lifecycle/title-groups.js';
import { conflict, overtaken } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import type { Notice } from '../../notices/notice.entity.js';
import { MoveTitle } from '../move-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleRevocation } from '../title-revocation.entity.js';
import { Title } from '../title.entity.js';
import { TitleRevocationQueries } from './title-revocation.queries.js';

/** T09: the title holds again with the posting of the notice that gives it back. */
@Injectable()
export class RestoreTitle {
  constructor(
    private readonly database: Database,
    private readonly revocations: TitleRevocationQueries,
    private readonly moveTitle: MoveTitle,
    private readonly desk: TitleDesk,
  ) {}

  /** Within the transaction of the posting, which holds the programme. */
  async run(actor: Actor, notice: Pick<Notice, 'id' | 'facts'>, postedOn: string): Promise<void> {
    const title = await this.database.lock(Title, String(notice.facts.titleId ?? ''));
    const revocation = await this.revocations.standingOf(title.id);
    if (!titleIn.revoked.has(title.state)) {
      throw overtaken('awards.restoration.notRevoked', 'title', title.state);
    }
    if (!revocation) throw conflict('awards.restoration.noRecord');
    await this.moveTitle.run(title, {
      event: 'restore',
      role: 'Publisher',
      actorId: actor.accountId,
      guards: {
        decisionAnnulled: revocation.annulledBy !== null && revocation.annulledNumber !== null,
        noticePosted: revocation.annulmentNoticeId === notice.id,
      },
      reason: null,
      since: postedOn,
      details: { revocation: revocation.id, notice: notice.id },
    });
    await this.database.repo(TitleRevocation).update(revocation.id, { restoredOn: postedOn });
    await this.desk.tellHolder(title, 'title.restored');
  }
}
