import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { SendCheckpoint } from '../../notifications/send-checkpoint.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { SetUpQueries } from '../../programmes/set-up.queries.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { NoticeDraft } from './notice-draft.entity.js';
import { NoticeDraftQueries } from './notice-draft.queries.js';
import { Notice } from './notice.entity.js';
import { NoticeEffects } from './notice-effects.js';
import { Programme } from '../../programmes/programme.entity.js';
import { NOTICE_RULES } from '../../rules/lifecycle/notice-kinds.js';
import { requireNoticeStep } from './notice-step.js';

/** Posts a prepared notice. From then on its words never change. */
@Injectable()
export class PostNotice {
  constructor(
    private readonly database: Database,
    private readonly drafts: NoticeDraftQueries,
    private readonly setUp: SetUpQueries,
    private readonly guards: ProgrammeGuards,
    private readonly effects: NoticeEffects,
    private readonly journal: Journal,
    private readonly sendCheckpoint: SendCheckpoint,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: { readonly draftId: string; readonly hash: string },
  ): Promise<{ noticeId: string }> {
    const actorRole = actingRole(actor, ['Publisher']);
    return this.database.transaction(async () => {
      const draft = await this.take(input.draftId);
      const { programmeId } = draft;
      actingRole(actor, ['Publisher'], programmeId);
      const rule = NOTICE_RULES[draft.kind];
      const two = rule.twoPeople;
      if (two) requireSecondPerson(actor, draft.preparedBy, draft.id);
      if (input.hash !== draft.hash) throw new Refusal('awards.notice.otherHash', {}, 'hash');
      const now = this.clock.now();
      const postedOn = beijingDate(now);
      const basis = await this.setUp.basisInForce(programmeId, postedOn);
      const based = !rule.needsLegalBasis || basis !== null;
      const sameDay = !rule.postedSameDay || postedOn === beijingDate(draft.preparedAt);
      const guards = {
        legalBasisApproved: based,
        printedDaysMatch: sameDay,
        secondPersonConfirmsHash: actor.accountId !== draft.preparedBy,
      };
      const event = two ? 'postAsSecond' : 'post';
      requireNoticeStep('AwaitingConfirmation', event, actorRole, guards, ownWords);
      await this.amend(actor, draft);
      const noticeId = draft.id;
      const notice = Object.assign(new Notice(), {
        id: noticeId,
        programmeId,
        kind: draft.kind,
        title: draft.title,
        body: draft.body,
        listId: draft.listId,
        correctsId: draft.correctsId,
        documentNumber: draft.documentNumber,
        postedOn,
        firstDay: draft.firstDay,
        lastDay: draft.lastDay,
        workingDays: draft.workingDays,
        facts: { ...draft.facts, hash: draft.hash },
        postedBy: draft.preparedBy,
        confirmedBy: two ? actor.accountId : null,
        postedAt: now,
      });
      await this.database.repo(Notice).insert(notice);
      const found = await this.guards.of(programmeId);
      await this.effects.run(actor, notice, postedOn, found);
      await this.database.repo(NoticeDraft).delete(draft.id);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'notice.post',
        subjectType: 'notice',
        subjectId: noticeId,
        programmeId,
        details: { kind: draft.kind, hash: draft.hash, number: draft.documentNumber },
        changesPublicPages: true,
      });
      await this.sendCheckpoint.run('publication', noticeId);
      return { noticeId };
    });
  }

  /** A correction supersedes the notice that it corrects. */
  private async amend(actor: Actor, draft: NoticeDraft): Promise<void> {
    if (!draft.correctsId) return;
    const before = await this.database.repo(Notice).findOneByOrFail({ id: draft.correctsId });
    const corrected = await this.database.repo(Notice).existsBy({ correctsId: before.id });
    const { twoPeople } = NOTICE_RULES[draft.kind];
    const event = twoPeople ? 'amend' : 'amendAlone';
    requireNoticeStep(corrected ? 'Superseded' : 'Posted', event, 'Publisher', {
      newVersionRecorded: draft.listId
        ? draft.listId !== before.listId
        : draft.body !== before.body,
      secondPersonConfirmsHash: actor.accountId !== draft.preparedBy,
    });
  }

  /** The draft, held with its programme. Whoever comes second is told what became of it. */
  private async take(draftId: string): Promise<NoticeDraft> {
    const drafts = this.database.repo(NoticeDraft);
    const known = await drafts.findOneBy({ id: draftId });
    if (known) {
      await this.database.lock(Programme, known.programmeId);
      // A termination ends them, after entries of its own.
      await lockRounds(this.database, { programmeId: known.programmeId });
      const draft = await drafts.findOneBy({ id: draftId });
      if (draft) return draft;
    }
    const fate = await this.drafts.fateOf(draftId);
    if (fate === 'posted') throw conflict('awards.notice.postedAlready');
    throw fate ? conflict('awards.notice.replaced') : missing();
  }
}

const ownWords = {
  legalBasisApproved: () => new Refusal('awards.notice.noBasis'),
  printedDaysMatch: () => new Refusal('awards.notice.dayChanged'),
};
