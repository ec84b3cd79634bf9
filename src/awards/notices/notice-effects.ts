import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { MoveApplication } from '../../applications/move-application.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import type { ProgrammeGuard } from '../../rules/guards/guard-facts.js';
import { MoveProgramme } from '../../programmes/move-programme.js';
import { conflict } from '../../rules/refusal.js';
import { Programme } from '../../programmes/programme.entity.js';
import type { Actor } from '../../web/actor.js';
import { AwardList } from '../lists/award-list.entity.js';
import { AwardListQueries } from '../lists/award-list.queries.js';
import { CreditGate } from '../lists/credit-gate.js';
import { PostCorrectedList } from '../lists/post-corrected-list.js';
import { listHash, names } from '../lists/list-rows.js';
import type { Notice } from './notice.entity.js';
import { TellOutcomes } from './tell-outcomes.js';
import { RestoreTitle } from '../titles/revocations/restore-title.js';
import { RevokeTitle } from '../titles/revocations/revoke-title.js';
import { EndProgramme } from '../termination/end-programme.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { listIn } from '../../rules/lifecycle/record-states.js';
import type { NoticeKind } from '../../rules/lifecycle/notice-kinds.js';
import { anyOf } from '../../database/any-of.js';

type Found = Readonly<Record<ProgrammeGuard, boolean>>;

/** What the posting of a notice sets going: the programme, the list, the applications, the title. */
@Injectable()
export class NoticeEffects {
  private readonly ofKind: Partial<
    Record<
      NoticeKind,
      (actor: Actor, notice: Notice, postedOn: string, found: Found) => Promise<void>
    >
  > = {
    call: async (actor, notice, _postedOn, found) => {
      await this.move(actor, notice.programmeId, 'openApplications', found);
    },
    publicity: (actor, notice, postedOn, found) =>
      this.startPublicity(actor, notice, postedOn, found),
    publication: (actor, notice, postedOn) => this.publish(actor, notice, postedOn),
    correction: (actor, notice, postedOn) => this.correct(actor, notice, postedOn),
    revocation: (actor, notice, postedOn) => this.revokeTitle.run(actor, notice, postedOn),
    restoration: (actor, notice, postedOn) => this.restoreTitle.run(actor, notice, postedOn),
    termination: (actor, notice) => this.end.run(actor, notice),
  };

  constructor(
    private readonly database: Database,
    private readonly lists: AwardListQueries,
    private readonly credit: CreditGate,
    private readonly moveApplication: MoveApplication,
    private readonly moveProgramme: MoveProgramme,
    private readonly corrected: PostCorrectedList,
    private readonly end: EndProgramme,
    private readonly revokeTitle: RevokeTitle,
    private readonly restoreTitle: RestoreTitle,
    private readonly tell: TellOutcomes,
    private readonly clock: Clock,
  ) {}

  /**
   * Within the caller's transaction.
   * @param found the guards of the programme, with the notice in its place
   */
  async run(actor: Actor, notice: Notice, postedOn: string, found: Found): Promise<void> {
    await this.ofKind[notice.kind]?.(actor, notice, postedOn, found);
  }

  private async startPublicity(
    actor: Actor,
    notice: Notice,
    postedOn: string,
    found: Found,
  ): Promise<void> {
    const { programmeId } = notice;
    const list = await this.requireUnchanged(notice);
    if (list.number > 1) return this.corrected.run(actor, notice, list);
    const outcomes = await this.lists.outcomes(programmeId);
    const listed = outcomes.filter(({ state }) => applicationIn.proposed.has(state));
    await this.credit.requireClear(listed, 'K2');
    await this.move(actor, programmeId, 'startPublicity', found);
    const consents = await this.consents(listed.map(({ applicationId }) => applicationId));
    for (const { applicationId } of listed) {
      await this.moveApplication.run({
        applicationId,
        event: 'enterPublicity',
        actorId: actor.accountId,
        role: 'Publisher',
        guards: {
          consentToListedFields: consents.has(applicationId),
          noticeReady: names(list, { applicationId }),
        },
        details: { notice: notice.id },
      });
    }
    list.state = 'Posted';
    list.publishedOn = postedOn;
    await this.database.repo(AwardList).save(list);
    await this.tell.publicity(notice, outcomes);
  }

  private async publish(actor: Actor, notice: Notice, postedOn: string): Promise<void> {
    const list = await this.publishList(actor, notice, postedOn);
    const published = await this.database.repo(AwardList).countBy({
      programmeId: notice.programmeId,
      kind: 'award',
      state: anyOf(listIn.published),
    });
    await this.move(actor, notice.programmeId, 'publish', {
      documentNumberAssigned: list.documentNumber !== null,
      outputsOfOneVersion: published === 1,
      secondPersonConfirmsHash:
        notice.confirmedBy !== null && notice.confirmedBy !== notice.postedBy,
    });
    await this.tell.publication(notice, await this.lists.outcomes(notice.programmeId));
  }

  private async correct(actor: Actor, notice: Notice, postedOn: string): Promise<void> {
    const before = await this.database.repo(AwardList).find({
      where: { programmeId: notice.programmeId, kind: 'award', state: anyOf(listIn.published) },
    });
    await this.publishList(actor, notice, postedOn);
    for (const { id } of before) await this.database.repo(AwardList).update(id, superseded);
  }

  private async publishList(actor: Actor, notice: Notice, postedOn: string): Promise<AwardList> {
    const list = await this.requireUnchanged(notice);
    list.state = 'Published';
    list.publishedOn = postedOn;
    list.documentNumber = notice.documentNumber;
    list.confirmedBy = actor.accountId;
    list.confirmedAt = this.clock.now();
    return this.database.repo(AwardList).save(list);
  }

  /** The list is still the one whose hash both people saw. */
  private async requireUnchanged(notice: Notice): Promise<AwardList> {
    const list = await this.database.repo(AwardList).findOneBy({ id: notice.listId ?? '' });
    if (!list || !listIn.prepared.has(list.state) || list.hash !== listHash(list.rows)) {
      throw conflict('awards.notice.listChanged');
    }
    return list;
  }

  /** Submission is possible only with the consents (rule A02): a submitted application has given them. */
  private async consents(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const where = ids.map((id) => ({ id }));
    const select = { id: true, submittedAt: true };
    const all = await this.database.repo(Application).find({ where, select });
    return new Set(all.filter(({ submittedAt }) => submittedAt).map(({ id }) => id));
  }

  private move(
    actor: Actor,
    programmeId: string,
    event: 'openApplications' | 'startPublicity' | 'publish',
    guards: Readonly<Record<string, boolean>>,
  ): Promise<Programme> {
    const move = { programmeId, event, actorId: actor.accountId, guards };
    return this.moveProgramme.run({ ...move, role: 'Publisher' });
  }
}

const superseded = { state: 'Superseded' } as const;
