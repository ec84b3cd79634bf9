import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApplicationFileQueries } from '../../../applications/office/file/application-file.queries.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ObjectionQueries } from '../objection.queries.js';
import { ReReviewQueries } from '../re-review.queries.js';
import { RecordReReview } from '../record-re-review.js';
import { ReReviewForm } from './re-review.form.js';
import { reReviewPage } from './re-review.page.js';

@Controller('office/objections/:id/re-review')
export class ReReviewController {
  constructor(
    private readonly objections: ObjectionQueries,
    private readonly reReviews: ReReviewQueries,
    private readonly files: ApplicationFileQueries,
    private readonly programmes: ProgrammeQueries,
    private readonly record: RecordReReview,
  ) {}

  @Get()
  @Access('objection.read')
  async show(@Param('id') id: string) {
    return this.page(id);
  }

  @Post()
  @Access('programme.prepare')
  async create(
    @Me() me: Actor,
    @Param('id') objectionId: string,
    @Form(ReReviewForm) form: Submitted<ReReviewForm>,
  ) {
    const outcome = await form.attempt(
      ({ expert1, expert2, expert3, expert4, expert5, ...value }) =>
        this.record.run(me, {
          objectionId,
          ...value,
          points: [expert1, expert2, expert3, expert4, expert5],
        }),
    );
    if (!outcome.done) return this.page(objectionId, outcome.form);
    return redirect(`/office/objections/${objectionId}/re-review`, 'awards.reReview.recorded');
  }

  private async page(id: string, sent?: Submitted<ReReviewForm>) {
    const objection = await this.objections.byId(id);
    const experts = await this.objections.reReviewers(id);
    if (!objection?.applicationId || experts.length === 0) throw missing();
    const review = await this.reReviews.ofObjection(id);
    const file = await this.files.file(objection.applicationId, null);
    const { rules } = await this.programmes.rules(objection.programmeId);
    const form = sent ?? unsentForm(ReReviewForm, review ? { opinion: review.opinion } : {});
    const rows = { objection, experts, review, file, rules };
    return page('awards/re-review', reReviewPage(rows, form), sent ? 422 : 200);
  }
}
