import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Programme } from '../../programmes/programme.entity.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { type TitleEvent, titleLifecycle } from '../../rules/lifecycle/title-lifecycle.js';
import { missing, overtaken } from '../../rules/refusal.js';
import { translate } from '../../text/catalogue.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { PrepareNotice } from '../notices/prepare-notice.js';
import { Title } from './title.entity.js';

export const titleEvents = [
  'startReview',
  'confirm',
  'warn',
  'liftWarning',
  'revokeAfterWarning',
  'revoke',
  'restore',
] as const satisfies readonly TitleEvent[];
export type OfficeTitleEvent = (typeof titleEvents)[number];

/** Ends with a notice that a second person posts. */
const revocations: readonly OfficeTitleEvent[] = ['revoke', 'revokeAfterWarning'];

/** Moves a title through its life with the reason that the public page will show. */
@Injectable()
export class MoveTitle {
  constructor(
    private readonly database: Database,
    private readonly prepareNotice: PrepareNotice,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: {
      readonly titleId: string;
      readonly version: number;
      readonly event: OfficeTitleEvent;
      readonly reason: string;
      readonly grounds: boolean;
    },
  ): Promise<void> {
    const role = actingRole(actor, rolesOf(input.event));
    await this.database.transaction(async () => {
      const titles = this.database.repo(Title);
      const title = await this.lock(input.titleId);
      actingRole(actor, [role], title.programmeId);
      if (title.version !== input.version) {
        throw overtaken('errors.conflict', 'title', title.state);
      }
      const from = title.state;
      const row = titleLifecycle.rows.find(({ event }) => event === input.event);
      const guards = Object.fromEntries((row?.guards ?? []).map((key) => [key, input.grounds]));
      const result = requireMove(titleLifecycle, from, input.event, { role, guards });
      const now = this.clock.now();
      title.state = result.to;
      title.stateSince = beijingDate(now);
      title.stateReason = input.reason;
      await titles.save(title);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: `title.${input.event}`,
        subjectType: 'title',
        subjectId: title.id,
        programmeId: title.programmeId,
        details: { from, to: result.to, rule: result.row.rule },
        changesPublicPages: true,
      });
      await this.notify.merchant(title.merchantId, {
        kind: 'title.changed',
        variables: { number: title.certificateNumber },
        path: `/my/titles/${title.id}/certificate`,
      });
      if (revocations.includes(input.event)) await this.announce(actor, title, input.reason);
    });
  }

  /** The programme first: a revocation ends with one of its notices. */
  private async lock(titleId: string): Promise<Title> {
    const where = { id: titleId };
    const select = { id: true, programmeId: true };
    const known = await this.database.repo(Title).findOne({ where, select });
    if (!known) throw missing();
    await this.database.lock(Programme, known.programmeId);
    return this.database.lock(Title, titleId);
  }

  private async announce(actor: Actor, title: Title, reason: string): Promise<void> {
    await this.prepareNotice.run(actor, {
      programmeId: title.programmeId,
      kind: 'revocation',
      title: translate('zh-CN', 'awards.notice.title.revocation', {
        merchant: title.merchantName,
        year: title.year,
      }),
      documentNumber: null,
      workingDays: null,
      lastDay: null,
      discipline: null,
      disciplineTelephone: null,
      reason: null,
      basisText: reason,
      titleId: title.id,
      merchant: title.merchantName,
      certificate: title.certificateNumber,
    });
  }
}

/** Who may do it, as the lifecycle table says. */
export function rolesOf(event: OfficeTitleEvent) {
  const row = titleLifecycle.rows.find((one) => one.event === event);
  return (['CityRegistrar', 'Approver'] as const).filter((role) => row?.actors.includes(role));
}
