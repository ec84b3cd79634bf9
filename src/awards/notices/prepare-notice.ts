import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { SetUpQueries } from '../../programmes/set-up.queries.js';
import { WorkingDays } from '../../programmes/working-days.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { countPhases } from '../../rules/programme/phase-calendar.js';
import { withExtensions } from '../../rules/programme/phase-deadline.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal } from '../../rules/refusal.js';
import { translate } from '../../text/catalogue.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { AwardListQueries } from '../lists/award-list.queries.js';
import { NoticeDraft } from './notice-draft.entity.js';
import type { NoticeFacts } from './notice.entity.js';
import { ReReviewQueries } from '../objections/re-review.queries.js';
import { correctedNames } from './corrected-names.js';
import { type NoticeSource, withCorrection } from './notice-text.js';
import { type NoticeInput, type NoticeShape, noticeShapes } from './notice-shapes.js';
import { NoticeQueries } from './notice.queries.js';
import { Programme } from '../../programmes/programme.entity.js';
import type { NoticeKind } from '../../rules/lifecycle/notice-kinds.js';
import { START } from '../../rules/lifecycle/lifecycle.js';
import { requireNoticeStep } from './notice-step.js';
import { NOTICE_RULES } from '../../rules/lifecycle/notice-kinds.js';

/** Kinds of which a programme has one at a time: what is prepared anew takes the place of the draft. */
const ONE_DRAFT: ReadonlySet<NoticeKind> = new Set(['call', 'defence', 'termination']);

/** Writes a notice by the fixed rules of its kind; the person adds only what the rules leave open. */
@Injectable()
export class PrepareNotice {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly workingDays: WorkingDays,
    private readonly lists: AwardListQueries,
    private readonly notices: NoticeQueries,
    private readonly reReviews: ReReviewQueries,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: NoticeInput): Promise<{ draftId: string }> {
    const role = actingRole(actor, ['Publisher', 'CityRegistrar', 'Approver'], input.programmeId);
    const { programmeId } = input;
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      // Numbers run through all programmes, and papers from outside take some.
      if (input.documentNumber) await this.journal.hold();
      const source = await this.source(programmeId, input.kind);
      const lists = await this.lists.ofProgramme(programmeId);
      const reviews = await this.reReviews.ofProgramme(programmeId);
      const former = await this.notices.former(input.kind, programmeId, input.titleId);
      const shape: NoticeShape = noticeShapes[input.kind]({
        input,
        source,
        calendar: await this.workingDays.calendar(),
        now: this.clock.now(),
        lists,
        corrected: correctedNames(lists, reviews),
        former,
        usedNumbers: await this.notices.documentNumbers(),
      });
      const facts: NoticeFacts = {
        issuer: source.office.name,
        addressee: translate('zh-CN', 'awards.notice.text.addressee'),
        signatory: source.office.name,
        ...(input.titleId ? { titleId: input.titleId } : {}),
        ...(input.ground ? { ground: input.ground, reason: input.reason } : {}),
      };
      const printed = {
        kind: input.kind,
        title: input.title,
        body: withCorrection(shape.body, former),
        documentNumber: shape.documentNumber,
        firstDay: shape.firstDay,
        lastDay: shape.lastDay,
        workingDays: shape.workingDays,
        facts,
      };
      const draftId = newId();
      const hash = hashOf({ ...printed, list: shape.listHash });
      requireNoticeStep(START, 'draft', role, {
        requiredContentComplete: shape.body !== '',
        printedDaysMatch: (shape.workingDays === null) === (shape.lastDay === null),
      });
      const drafts = this.database.repo(NoticeDraft);
      const { listId } = shape;
      const replaced = [
        ...(listId ? await drafts.findBy({ listId }) : []),
        ...(ONE_DRAFT.has(input.kind)
          ? await drafts.findBy({ programmeId, kind: input.kind })
          : []),
      ];
      for (const { id } of replaced) {
        requireNoticeStep('AwaitingConfirmation', 'replace', role, {
          newVersionRecorded: id !== draftId,
        });
        await drafts.delete(id);
      }
      await drafts.insert({
        ...printed,
        id: draftId,
        programmeId: programmeId,
        listId: shape.listId,
        correctsId: former?.id ?? null,
        hash,
        preparedBy: actor.accountId,
        preparedAt: this.clock.now(),
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'notice.prepare',
        subjectType: 'noticeDraft',
        subjectId: draftId,
        programmeId: programmeId,
        details: {
          kind: input.kind,
          hash,
          list: shape.listId,
          number: shape.documentNumber,
          ...(shape.numberReason ? { numberReason: shape.numberReason } : {}),
        },
      });
      await this.notify.holders(
        ['Publisher'],
        {
          kind: 'noticePrepared',
          variables: { title: input.title },
          path: `/office/notices/${draftId}`,
        },
        { except: actor.accountId },
      );

      return { draftId };
    });
  }

  /** Only a notice that ends a programme may stand without its basis, which may be what fell away. */
  private async source(programmeId: string, kind: NoticeKind): Promise<NoticeSource> {
    const planned = await this.programmes.byId(programmeId);
    const extensions = await this.setUp.extensions(programmeId);
    const phases = withExtensions(planned.calendar, extensions);
    const calendar = countPhases(await this.workingDays.calendar(), phases);
    const programme = { ...planned, calendar };
    const { rules } = await this.programmes.rules(programmeId);
    const today = beijingDate(this.clock.now());
    const standing = await this.setUp.basisInForce(programmeId, today);
    if (!standing && NOTICE_RULES[kind].needsLegalBasis) throw new Refusal('awards.notice.noBasis');
    const basis = standing ?? (await this.setUp.legalBasis(programmeId));
    const { office } = this.config;
    return {
      programme,
      rules,
      basis: { organ: basis?.approvingOrgan ?? '', number: basis?.documentNumber ?? '' },
      office: {
        name: office.name || translate('zh-CN', 'office.name'),
        telephone: office.telephone || translate('zh-CN', 'office.telephone'),
        address: office.address || translate('zh-CN', 'office.address'),
      },
    };
  }
}
