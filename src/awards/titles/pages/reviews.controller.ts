import { Controller, Get, Post } from '@nestjs/common';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { typedTexts } from '../../../web/forms/parse-value.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { NoFields } from '../../lists/pages/lists.form.js';
import { CheckReviews } from '../reviews/check-reviews.js';
import { ConfirmReviews } from '../reviews/confirm-reviews.js';
import { TitleReviewQueries } from '../reviews/title-review.queries.js';
import { BatchCheckForm } from './reviews.form.js';
import { reviewsPage } from './reviews.page.js';

const clean = { creditHit: null, eligibility: 'met', complaints: 'none', note: null } as const;

@Controller('office/titles/reviews')
export class ReviewsController {
  constructor(
    private readonly reviews: TitleReviewQueries,
    private readonly checkReviews: CheckReviews,
    private readonly confirmReviews: ConfirmReviews,
  ) {}

  @Get()
  @Access('title.read')
  async index() {
    return page('awards/office-reviews', reviewsPage(await this.reviews.open(), null));
  }

  @Post('checks')
  @Access('verify')
  async createChecks(@Me() me: Actor, @Form(BatchCheckForm) form: Submitted<BatchCheckForm>) {
    const titleIds = typedTexts(form.typed, 'titleIds');
    const outcome = await form.attempt(({ creditAsOf, creditSource }) =>
      this.checkReviews.run(me, { ...clean, creditAsOf, creditSource, titleIds }),
    );
    if (!outcome.done) return this.again(outcome.form);
    const count = outcome.result;
    return redirect('/office/titles/reviews', 'awards.reviews.checked', { count });
  }

  @Post('confirmations')
  @Access('title.keep')
  async createConfirmations(@Me() me: Actor, @Form(NoFields) form: Submitted<NoFields>) {
    const titleIds = typedTexts(form.typed, 'titleIds');
    const outcome = await form.attempt(() => this.confirmReviews.run(me, titleIds));
    if (!outcome.done) return this.again(outcome.form);
    const count = outcome.result;
    return redirect('/office/titles/reviews', 'awards.reviews.confirmed', { count });
  }

  private async again(form: Submitted<object>) {
    return page('awards/office-reviews', reviewsPage(await this.reviews.open(), form), 422);
  }
}
