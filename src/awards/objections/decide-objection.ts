import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { MoveApplication } from '../../applications/move-application.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { ConflictFacts } from '../../judging/conflicts/conflict-facts.js';
import { WorkingDays } from '../../programmes/working-days.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../rules/calendar/working-day-calendar.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, refusePair } from '../../web/acting-role.js';
import { Hold } from './hold.entity.js';
import type { Objection } from './objection.entity.js';
import { MoveObjection } from './move-objection.js';
import { ObjectionQueries, type OtherExpert } from './objection.queries.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { type Finding, objectionIn } from '../../rules/lifecycle/objection-groups.js';
import { lockObjection } from './lock-objection.js';
import { RE_REVIEWERS } from '../../rules/rounds/re-review-result.js';
import { publishesList } from '../../rules/lifecycle/notice-kinds.js';
import { CancelApplication } from '../lists/cancel-application.js';
import { StandingQueries } from '../standings/standing.queries.js';
import { Title } from '../titles/title.entity.js';
import { LIMITS } from '../../rules/programme/limits.js';
import { TellApplicant } from '../../applications/tell-applicant.js';

/** Finding → what happens to the application under objection. */
const consequences = {
  uphold: 'cancelOnObjection',
  upholdPartly: 'sendToReReview',
  reject: 'endHold',
} as const;

/** The approver decides with reasons and the reply goes out. Nobody is promoted into a lost place. */
@Injectable()
export class DecideObjection {
  constructor(
    private readonly database: Database,
    private readonly objections: ObjectionQueries,
    private readonly conflicts: ConflictFacts,
    private readonly standings: StandingQueries,
    private readonly cancel: CancelApplication,
    private readonly workingDays: WorkingDays,
    private readonly move: MoveObjection,
    private readonly moveApplication: MoveApplication,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: {
      readonly objectionId: string;
      readonly version: number;
      readonly finding: Finding;
      readonly reason: string;
      readonly reply: string;
      readonly reReviewers: readonly string[];
    },
  ): Promise<void> {
    const role = actingRole(actor, ['Approver']);
    return this.database.transaction(async () => {
      await lockObjection(this.database, input.objectionId);
      const known = (await this.objections.byId(input.objectionId))!;
      const now = this.clock.now();
      const heardBy = known.acceptedAt
        ? addWorkingDays(
            await this.workingDays.calendar(),
            beijingDate(known.acceptedAt),
            LIMITS.merchantAnswer,
          )
        : null;
      const heard =
        known.applicationId === null ||
        known.merchantAnswer !== null ||
        (heardBy !== null && beijingDate(now) > heardBy);
      const others = known.applicationId
        ? await this.objections.otherExperts(known.applicationId)
        : [];
      const reReviewers = known.applicationId ? namedReReviewers(actor, input, others) : [];
      await this.refuseTied(known.applicationId, reReviewers);
      const late = publishesList(known.noticeKind);
      if (late && reReviewers.length > 0) await this.refuseUnscored(known.applicationId!);
      const guards = {
        reasonGiven: input.reason.trim() !== '',
        merchantHeard: heard,
        reReviewersDidNotJudge:
          input.finding !== 'upholdPartly' ||
          input.reReviewers.every((id) => others.some((one) => one.id === id)),
      };
      const by = { actor, role, version: input.version } as const;
      const objection = await this.move.run(known.id, input.finding, by, guards, (one) => {
        one.finding = input.finding;
        one.decisionReason = input.reason;
        one.reReviewers = reReviewers.length ? [...reReviewers] : null;
        one.decidedBy = actor.accountId;
        one.decidedAt = now;
      });
      await this.settle(actor, objection, { ...input, late, heard });
      const next = { actor, role, version: null } as const;
      const answered = { replySentOrAnonymous: input.reply.trim() !== '' };
      await this.move.run(known.id, 'reply', next, answered, (one) => {
        one.reply = input.reply;
        one.repliedAt = now;
      });
    });
  }

  /** What the register knows of a relation keeps an expert away before anybody is asked. */
  private async refuseTied(
    applicationId: string | null,
    reReviewers: readonly string[],
  ): Promise<void> {
    if (!applicationId || reReviewers.length === 0) return;
    const tied = await this.conflicts.expertsTiedTo(applicationId);
    const experts = await this.objections.otherExperts(applicationId);
    const names = experts.filter(({ id }) => reReviewers.includes(id) && tied.has(id));
    if (names.length === 0) return;
    const variables = { names: names.map(({ name }) => name).join(' ') };
    throw new Refusal('awards.objection.expertTied', variables, 'reReviewers');
  }

  /** Without locked scores there is nothing that a correction could be set into. */
  private async refuseUnscored(applicationId: string): Promise<void> {
    if (await this.standings.working(applicationId)) return;
    throw new Refusal('awards.objection.noScores', {}, 'finding');
  }

  private async settle(actor: Actor, objection: Objection, outcome: Settled): Promise<void> {
    const { applicationId } = objection;
    if (!applicationId) return;
    const { finding, late } = outcome;
    const holds = this.database.repo(Hold);
    // After publication no title is conferred before the experts have found what becomes of the place.
    if (!late || finding !== 'upholdPartly') {
      await holds.update({ objectionId: objection.id }, { endedAt: this.clock.now() });
    }
    const open = await holds.find({ where: { applicationId } });
    const application = await this.database
      .repo(Application)
      .findOneByOrFail({ id: applicationId });
    const heldByAnother = open.some(({ endedAt }) => endedAt === null);
    if (
      applicationIn.underObjection.has(application.state) &&
      !(finding === 'reject' && heldByAnother)
    ) {
      await this.moveApplication.run({
        applicationId,
        event: consequences[finding],
        guards: {
          objectionUpheld: objectionIn.upheld.has(objection.state),
          objectionPartlyUpheld: objectionIn.partlyUpheld.has(objection.state),
          objectionNotUpheld: objectionIn.notUpheld.has(objection.state),
          threeOtherExpertsNamed: (objection.reReviewers ?? []).length >= RE_REVIEWERS.least,
        },
        actorId: actor.accountId,
        role: 'Approver',
        details: { objection: objection.id, ...(finding === 'uphold' ? { veto: 'V14' } : {}) },
        changesPublicPages: true,
      });
    }
    if (late && finding === 'uphold') await this.cancelUntitled(actor, application, outcome);
    await this.tell.run(application.id, {
      kind: 'objection.decided',
      path: `/my/objections/${objection.id}`,
    });
  }

  /** A24: whoever holds no title yet leaves the list. A title has a process of its own. */
  private async cancelUntitled(
    actor: Actor,
    { id, programmeId, receiptNumber, state }: Application,
    { reason, heard }: Settled,
  ): Promise<void> {
    const titled = await this.database.repo(Title).existsBy({ applicationId: id });
    if (titled || !applicationIn.selected.has(state)) return;
    await this.cancel.run(actor, {
      programmeId,
      receiptNumber: receiptNumber!,
      ground: 'V14',
      reason,
      hearingHeld: heard,
    });
  }
}

interface Settled {
  readonly finding: Finding;
  readonly reason: string;
  /** After publication (R5). */
  readonly late: boolean;
  readonly heard: boolean;
}

/** Three to five experts of the pool who did not sit on the panel look again when scores must change. */
function namedReReviewers(
  actor: Actor,
  {
    objectionId,
    finding,
    reReviewers,
  }: { objectionId: string; finding: Finding; reReviewers: readonly string[] },
  others: readonly OtherExpert[],
): readonly string[] {
  if (finding !== 'upholdPartly') return [];
  const experts = others.filter(({ id }) => reReviewers.includes(id));
  if (experts.some(({ accountId }) => accountId === actor.accountId)) {
    const expert = { name: 'ObjectionReviewExpert', objection: objectionId } as const;
    refusePair([expert], { name: 'Approver', objection: objectionId }, 'reReviewers');
  }
  if (experts.length < RE_REVIEWERS.least || experts.length > RE_REVIEWERS.most) {
    throw new Refusal('awards.objection.reReviewers', RE_REVIEWERS, 'reReviewers');
  }
  return experts.map(({ id }) => id);
}
