import { Controller, Get, Param, Post } from '@nestjs/common';
import { missingLevels, practiceIn } from '../../../rules/practices/practice.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { attemptMerging } from '../../../web/forms/merge-form.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { PracticeQueries } from '../practice.queries.js';
import { ReviewPractice } from '../review-practice.js';
import { officePracticePage, officePracticesPage } from './office-practices.page.js';
import { PracticeReviewForm } from './practices.form.js';

/** What merchants want to tell others, before the office and after its word. */
@Controller('office/practices')
export class OfficePracticesController {
  constructor(
    private readonly practices: PracticeQueries,
    private readonly review: ReviewPractice,
  ) {}

  @Get()
  @Access('title.read')
  async index() {
    const rows = await this.practices.forOffice();
    return page('merchants/office-practices', officePracticesPage(rows));
  }

  @Get(':id')
  @Access('title.read')
  async show(@Param('id') id: string) {
    return page('merchants/office-practice', officePracticePage(await this.find(id)));
  }

  @Post(':id')
  @Access('title.keep')
  async createReview(
    @Me() me: Actor,
    @Param('id') practiceId: string,
    @Form(PracticeReviewForm) form: Submitted<PracticeReviewForm>,
  ) {
    const outcome = await attemptMerging(
      form.with(...(await this.unweighed(practiceId, form))),
      ({ version, decision, reason, doing, copying, helped, figures }) => {
        const levels = Object.fromEntries(
          Object.entries({ doing, copying, helped, figures }).filter(([, level]) => level),
        );
        return this.review.run(me, { practiceId, version, decision, reason, levels });
      },
    );
    if (outcome.done) return redirect('/office/practices', 'merchants.practice.reviewed');
    const model = officePracticePage(
      await this.find(practiceId),
      outcome.form,
      outcome.status === 409,
    );
    return page('merchants/office-practice', model, outcome.status);
  }

  /** All that a release still needs, each beside its claim. */
  private async unweighed(id: string, { ok, value }: Submitted<PracticeReviewForm>) {
    const row = await this.find(id);
    return ok && value.decision === 'release' && practiceIn.submitted.has(row.state)
      ? missingLevels(row, value)
      : [];
  }

  /** A draft is its merchant's alone. */
  private async find(id: string) {
    const row = await this.practices.byId(id);
    if (!row?.submittedAt) throw missing();
    return row;
  }
}
