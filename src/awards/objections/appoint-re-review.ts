import { Injectable } from '@nestjs/common';
import { publishesList } from '../../rules/lifecycle/notice-kinds.js';
import { reReviewRuns } from '../../rules/rounds/re-review-runs.js';
import { Notice } from '../notices/notice.entity.js';
import { Application } from '../../applications/application.entity.js';
import { Figure } from '../../applications/figure.entity.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { ReReviewPanel } from '../../judging/re-reviews/re-review-panel.entity.js';
import { Notify } from '../../notifications/notify.js';
import { Category } from '../../programmes/category.entity.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { Refusal, conflict, missing, overtaken } from '../../rules/refusal.js';
import { mayBeFoundAnew, scoredIndicators } from '../../rules/rounds/re-review-items.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { IssueReReviewSheets } from './issue-re-review-sheets.js';
import { lockObjection } from './lock-objection.js';

export interface Appointment {
  readonly objectionId: string;
  readonly indicators: readonly string[];
  readonly figures: readonly string[];
  readonly onPaper: boolean;
  readonly closesOn: string;
}

/**
 * The office says what the named experts look at again, and each of them gets a sheet. What they find is
 * theirs: from here on nobody in the office types a score.
 */
@Injectable()
export class AppointReReview {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly issue: IssueReReviewSheets,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: Appointment): Promise<void> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const objection = await lockObjection(this.database, input.objectionId);
      const { applicationId, reReviewers } = objection;
      if (!applicationId || !reReviewers) throw missing();
      const application = await this.database
        .repo(Application)
        .findOneByOrFail({ id: applicationId });
      const { programmeId } = application;
      actingRole(actor, [actorRole], programmeId);
      const { kind } = await this.database.repo(Notice).findOneByOrFail({ id: objection.noticeId });
      const openLate = publishesList(kind) && applicationIn.selected.has(application.state);
      if (!reReviewRuns({ application: application.state, openLate })) {
        throw overtaken('awards.reReview.over', 'application', application.state);
      }
      const panels = this.database.repo(ReReviewPanel);
      if (await panels.findOneBy({ objectionId: objection.id })) {
        throw conflict('awards.reReview.appointedAlready');
      }
      await this.refuseItems(application, input);
      if (input.closesOn < beijingDate(this.clock.now())) {
        throw new Refusal('awards.reReview.closesOnPast', {}, 'closesOn');
      }
      const { indicators, figures, onPaper, closesOn } = input;
      const panel = Object.assign(new ReReviewPanel(), {
        id: newId(),
        programmeId,
        applicationId,
        objectionId: objection.id,
        indicators: [...indicators],
        figures: [...figures],
        onPaper,
        openLate,
        closesOn,
        appointedBy: actor.accountId,
        appointedAt: this.clock.now(),
      });
      await panels.insert(panel);
      await this.issue.run(actor, { panel, objection, experts: reReviewers, after: 0 });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'objection.appointReReview',
        subjectType: 'objection',
        subjectId: objection.id,
        programmeId,
        details: { experts: reReviewers, indicators, figures, onPaper, closesOn },
      });
      if (!onPaper) return;
      await this.notify.role('Tabulator', {
        kind: 'reReviewToKey',
        variables: { receipt: objection.receiptNumber },
        path: '/office/re-review-sheets',
      });
    });
  }

  /** Something to look at, and only what experts score or may find anew. */
  private async refuseItems(
    { id, categoryId, programmeId }: Application,
    { indicators, figures }: Appointment,
  ): Promise<void> {
    if (indicators.length + figures.length === 0) {
      throw new Refusal('awards.reReview.nothing', {}, 'indicators');
    }
    const { code } = await this.database.repo(Category).findOneByOrFail({ id: categoryId });
    const { rules } = await this.programmes.rules(programmeId);
    const scored = scoredIndicators(rules, code).map((one) => one.code);
    if (indicators.some((one) => !scored.includes(one))) {
      throw new Refusal('forms.choose', {}, 'indicators');
    }
    const known = await this.database.repo(Figure).findBy({ applicationId: id });
    const verified = known.filter(({ verdict, key }) => verdict !== null && mayBeFoundAnew(key));
    if (figures.some((one) => verified.every(({ key }) => key !== one))) {
      throw new Refusal('forms.choose', {}, 'figures');
    }
  }
}
