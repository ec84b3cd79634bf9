import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Programme } from '../../programmes/programme.entity.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { Refusal, missing, overtaken } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { publishesList } from '../../rules/lifecycle/notice-kinds.js';
import { NoticeQueries } from '../notices/notice.queries.js';
import { type Channel, onPaper, ownMotion } from './channels.js';
import type { FollowCode } from './follow-code.js';
import { FileObjection, type NewObjection } from './file-objection.js';

export interface EnteredObjection extends NewObjection {
  readonly channel: Channel;
  /** The Beijing day that counts, of a letter its postmark: in the period, or after publication. */
  readonly receivedOn: string;
}

/**
 * The office enters an objection that came by telephone, by post or at the window. A letter that was
 * posted in time is in time by its postmark, even when it arrives and is entered days later. Once the
 * list is published there is no period any more: what anybody tells the office then, and what it finds
 * itself, is entered against the published list and handled as an objection of its own motion (R5).
 */
@Injectable()
export class EnterObjection {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeQueries,
    private readonly file: FileObjection,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { channel, receivedOn, ...input }: EnteredObjection,
  ): Promise<FollowCode> {
    return this.database.transaction(async () => {
      const notice = await this.notices.byId(input.noticeId);
      if (!notice) throw missing();
      actingRole(actor, ['CityRegistrar'], notice.programmeId);
      const { state } = await this.database.lock(Programme, notice.programmeId);
      const published = publishesList(notice.kind);
      const open = published ? programmeIn.afterApproval : programmeIn.takesObjections;
      if (!open.has(state)) throw overtaken('awards.objection.settled', 'programme', state);
      const found = ownMotion.has(channel);
      if (found && !published) throw new Refusal('awards.objection.foundEarly', {}, 'channel');
      if (receivedOn > beijingDate(this.clock.now())) {
        throw new Refusal('awards.objection.receivedLater', {}, 'receivedOn');
      }
      if (receivedOn < notice.postedOn) {
        throw new Refusal(
          'awards.objection.receivedBefore',
          { posted: notice.postedOn },
          'receivedOn',
        );
      }
      if (onPaper.has(channel) && !input.evidence) {
        throw new Refusal('awards.objection.scanMissing', {}, 'evidence');
      }
      const entry = { channel, receivedOn, enteredBy: actor.accountId };
      return this.file.run(actor, found ? { ...input, ...nobody } : input, entry);
    });
  }
}

/** Nobody to answer: the office found it. */
const nobody = { identityKind: 'anonymous', name: null, telephone: null } as const;
