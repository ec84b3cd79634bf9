import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Programme } from '../../programmes/programme.entity.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { Refusal, missing, overtaken } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { NoticeQueries } from '../notices/notice.queries.js';
import type { FollowCode } from './follow-code.js';
import { FileObjection, type NewObjection } from './file-objection.js';

/** How an objection reaches the office that does not come through the site. */
export const channels = ['telephone', 'post', 'window'] as const;
export type Channel = (typeof channels)[number];

/** What comes on paper is scanned; a call leaves no paper. */
const onPaper: ReadonlySet<Channel> = new Set(['post', 'window']);

export interface EnteredObjection extends NewObjection {
  readonly channel: Channel;
  /** The Beijing day on which it reached the office: that day has to lie in the period. */
  readonly receivedOn: string;
}

/**
 * The office enters an objection that came by telephone, by post or at the window. A letter that came
 * in time is in time, even when it is entered days later.
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
      if (!programmeIn.takesObjections.has(state)) {
        throw overtaken('awards.objection.settled', 'programme', state);
      }
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
      return this.file.run(actor, input, { channel, receivedOn, enteredBy: actor.accountId });
    });
  }
}
