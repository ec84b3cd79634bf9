import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApplicationFileQueries } from '../../../applications/office/file/application-file.queries.js';
import { ConflictFacts } from '../../../judging/conflicts/conflict-facts.js';
import { RemindReReviewers } from '../../../judging/re-reviews/remind-re-reviewers.js';
import { ReReviewSheetQueries } from '../../../judging/re-reviews/re-review-sheet.queries.js';
import { ProposeReReviewVoiding } from '../../../judging/removals/propose-re-review-voiding.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { AppointReReview } from '../appoint-re-review.js';
import { ExcuseReReviewer } from '../excuse-re-reviewer.js';
import { ObjectionQueries } from '../objection.queries.js';
import { ReReviewOutcome } from '../re-review-outcome.js';
import { AfterPublicationQueries } from '../after-publication.queries.js';
import { ReReviewQueries } from '../re-review.queries.js';
import { RecordReReview } from '../record-re-review.js';
import { ReplaceReReviewer } from '../replace-re-reviewer.js';
import { AppointForm, ExcuseForm, OpinionForm, ReplaceForm, VoidForm } from './re-review.form.js';
import { reReviewPage } from './re-review.page.js';

@Controller('office/objections/:id/re-review')
export class ReReviewController {
  constructor(
    private readonly objections: ObjectionQueries,
    private readonly reReviews: ReReviewQueries,
    private readonly after: AfterPublicationQueries,
    private readonly sheets: ReReviewSheetQueries,
    private readonly outcome: ReReviewOutcome,
    private readonly conflicts: ConflictFacts,
    private readonly files: ApplicationFileQueries,
    private readonly programmes: ProgrammeQueries,
    private readonly appoint: AppointReReview,
    private readonly replace: ReplaceReReviewer,
    private readonly excuse: ExcuseReReviewer,
    private readonly proposeVoiding: ProposeReReviewVoiding,
    private readonly remindExperts: RemindReReviewers,
    private readonly record: RecordReReview,
  ) {}

  @Get()
  @Access('objection.read')
  async show(@Param('id') id: string) {
    return this.page(id);
  }

  @Post('experts')
  @Access('programme.prepare')
  async createExperts(
    @Me() me: Actor,
    @Param('id') objectionId: string,
    @Form(AppointForm) form: Submitted<AppointForm>,
    @RawBody() raw: RawForm,
  ) {
    const indicators = typedTexts(raw, 'indicators').filter(Boolean);
    const figures = typedTexts(raw, 'figures').filter(Boolean);
    const outcome = await form.attempt(({ medium, closesOn }) => {
      const onPaper = medium === 'paper';
      return this.appoint.run(me, { objectionId, indicators, figures, onPaper, closesOn });
    });
    if (!outcome.done) return this.page(objectionId, outcome.form);
    return redirect(`/office/objections/${objectionId}/re-review`, 'awards.reReview.appointed');
  }

  @Post('replacement')
  @Access('programme.prepare')
  async createReplacement(
    @Me() me: Actor,
    @Param('id') objectionId: string,
    @Form(ReplaceForm) form: Submitted<ReplaceForm>,
  ) {
    const outcome = await form.attempt(({ expertId }) =>
      this.replace.run(me, { objectionId, expertId }),
    );
    if (!outcome.done) return this.page(objectionId, outcome.form);
    return redirect(`/office/objections/${objectionId}/re-review`, 'awards.reReview.replaced');
  }

  @Post('excuse')
  @Access('programme.prepare')
  async createExcuse(
    @Me() me: Actor,
    @Param('id') objectionId: string,
    @Form(ExcuseForm) form: Submitted<ExcuseForm>,
  ) {
    const outcome = await form.attempt(({ sheetId, reason }) =>
      this.excuse.run(me, { objectionId, sheetId, reason }),
    );
    if (!outcome.done) return this.page(objectionId, outcome.form);
    return redirect(`/office/objections/${objectionId}/re-review`, 'awards.reReview.excusedFlash');
  }

  @Post('voids')
  @Access('programme.prepare')
  async createVoid(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(VoidForm) form: Submitted<VoidForm>,
  ) {
    const outcome = await form.attempt((value) => this.proposeVoiding.run(me, id, value));
    if (!outcome.done) return this.page(id, outcome.form);
    return redirect(`/office/objections/${id}/re-review`, 'judging.removal.proposed');
  }

  @Post('reminders')
  @Access('programme.prepare')
  async remind(@Me() me: Actor, @Param('id') id: string) {
    const count = await this.remindExperts.run(me, id);
    return redirect(`/office/objections/${id}/re-review`, 'judging.reReview.reminded', { count });
  }

  @Post()
  @Access('programme.prepare')
  async create(
    @Me() me: Actor,
    @Param('id') objectionId: string,
    @Form(OpinionForm) form: Submitted<OpinionForm>,
  ) {
    const outcome = await form.attempt(({ opinion }) =>
      this.record.run(me, { objectionId, opinion }),
    );
    if (!outcome.done) return this.page(objectionId, outcome.form);
    return redirect(`/office/objections/${objectionId}/re-review`, 'awards.reReview.recorded');
  }

  private async page(id: string, sent: Submitted<object> | null = null) {
    const objection = await this.objections.byId(id);
    const experts = await this.objections.reReviewers(id);
    const applicationId = objection?.applicationId;
    if (!objection || !applicationId || experts.length === 0) throw missing();
    const review = await this.reReviews.ofObjection(id);
    const panel = await this.reReviews.panelOf(id);
    const tied = await this.conflicts.expertsTiedTo(applicationId);
    const others = await this.objections.otherExperts(applicationId);
    const rows = {
      objection,
      experts,
      review,
      panel,
      others: others.filter((one) => !tied.has(one.id)),
      progress: panel ? await this.sheets.progress(panel.id) : [],
      reminded: panel && (await this.sheets.reminded(panel.id)),
      outcome: panel && (await this.outcome.of(panel, review?.figures ?? [])),
      file: await this.files.file(applicationId, null),
      follow: await this.after.ofObjection(id),
      programme: (await this.programmes.byId(objection.programmeId)).state,
      rules: (await this.programmes.rules(objection.programmeId)).rules,
    };
    const form = sent ?? unsentForm(OpinionForm, review ? { opinion: review.opinion } : {});
    return page('awards/re-review', reReviewPage(rows, form), sent ? 422 : 200);
  }
}
