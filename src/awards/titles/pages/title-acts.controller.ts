import { Controller, Get, Param, Post } from '@nestjs/common';
import { ShowList } from '../../../accounts/show-list.js';
import { Clock } from '../../../config/clock.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { Submitted } from '../../../web/forms/submitted.js';
import { ListVisit, type ListVisitor } from '../../../web/http/list-visitor.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { NoFields } from '../../lists/pages/lists.form.js';
import { ConfirmReviews } from '../reviews/confirm-reviews.js';
import { CheckReviews } from '../reviews/check-reviews.js';
import { OpenReview } from '../reviews/open-review.js';
import { AnnulRevocation } from '../revocations/annul-revocation.js';
import { DecideRevocation } from '../revocations/decide-revocation.js';
import { ProposeRevocation } from '../revocations/propose-revocation.js';
import { RecordPlaque } from '../revocations/record-plaque.js';
import { DecideCure } from '../warnings/decide-cure.js';
import { RemindWarned } from '../warnings/remind-warned.js';
import { WarnTitle } from '../warnings/warn-title.js';
import { TitleQueries } from '../title.queries.js';
import { titleTable } from './title-list.js';
import { officeTitlePage } from './office-title.page.js';
import { ReadTitleFile } from './read-title-file.js';
import {
  AnnulForm,
  CheckForm,
  CureDecisionForm,
  OpenReviewForm,
  PlaqueForm,
  ProposeForm,
  RevocationDecisionForm,
  WarnForm,
} from './title-acts.form.js';
import type { ActName } from './title-acts.js';

type Outcome = { readonly done: true } | { readonly done: false; readonly form: Submitted<object> };

/** One title on the desk of the office: what happened to it, and what the reader may do next. */
@Controller('office/titles')
export class TitleActsController {
  constructor(
    private readonly files: ReadTitleFile,
    private readonly titles: TitleQueries,
    private readonly showList: ShowList,
    private readonly openReview: OpenReview,
    private readonly checkReviews: CheckReviews,
    private readonly confirmReviews: ConfirmReviews,
    private readonly warn: WarnTitle,
    private readonly remind: RemindWarned,
    private readonly decideCure: DecideCure,
    private readonly propose: ProposeRevocation,
    private readonly decide: DecideRevocation,
    private readonly annul: AnnulRevocation,
    private readonly recordPlaque: RecordPlaque,
    private readonly clock: Clock,
  ) {}

  @Get(':id')
  @Access('title.read')
  async show(@Param('id') id: string, @ListVisit() visitor: ListVisitor) {
    const table = () => titleTable(this.titles, beijingDate(this.clock.now()));
    return this.showList.walk(visitor, id, table, await this.page(id, null));
  }

  @Post(':id/reviews')
  @Access('title.keep')
  async createReview(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(OpenReviewForm) form: Submitted<OpenReviewForm>,
  ) {
    const outcome = await form.attempt(({ trigger, triggerReason: reason }) =>
      this.openReview.run(me, { titleId, trigger, reason }),
    );
    return this.answer(titleId, 'reviews', outcome);
  }

  @Post(':id/checks')
  @Access('verify')
  async createCheck(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(CheckForm) form: Submitted<CheckForm>,
  ) {
    const outcome = await form.attempt(({ creditHit, ...check }) =>
      this.checkReviews.run(me, {
        ...check,
        creditHit: creditHit === 'clear' ? null : creditHit,
        titleIds: [titleId],
      }),
    );
    return this.answer(titleId, 'checks', outcome);
  }

  @Post(':id/confirmation')
  @Access('title.keep')
  async createConfirmation(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(NoFields) form: Submitted<NoFields>,
  ) {
    const outcome = await form.attempt(() => this.confirmReviews.run(me, [titleId]));
    return this.answer(titleId, 'confirmation', outcome);
  }

  @Post(':id/warnings')
  @Access('title.decide')
  async createWarning(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(WarnForm) form: Submitted<WarnForm>,
  ) {
    const outcome = await form.attempt(({ warningGround: ground, warningReason: reason }) =>
      this.warn.run(me, { titleId, ground, reason }),
    );
    return this.answer(titleId, 'warnings', outcome);
  }

  @Post(':id/reminders')
  @Access('title.keep')
  async createReminder(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(NoFields) form: Submitted<NoFields>,
  ) {
    const outcome = await form.attempt(() => this.remind.run(me, titleId));
    return this.answer(titleId, 'reminders', outcome);
  }

  @Post(':id/cures')
  @Access('title.decide')
  async createCureDecision(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(CureDecisionForm) form: Submitted<CureDecisionForm>,
  ) {
    const outcome = await form.attempt(({ cureDecision: decision, cureReason: reason }) =>
      this.decideCure.run(me, { titleId, decision, reason }),
    );
    return this.answer(titleId, 'cures', outcome);
  }

  @Post(':id/revocations')
  @Access('title.keep')
  async createRevocation(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(ProposeForm) form: Submitted<ProposeForm>,
  ) {
    const outcome = await form.attempt(({ ground, facts }) =>
      this.propose.run(me, { titleId, ground, facts }),
    );
    return this.answer(titleId, 'revocations', outcome);
  }

  @Post(':id/decision')
  @Access('title.decide')
  async createDecision(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(RevocationDecisionForm) form: Submitted<RevocationDecisionForm>,
  ) {
    const outcome = await form.attempt(({ decision, decisionReason: reason }) =>
      this.decide.run(me, { titleId, decision, reason }),
    );
    return this.answer(titleId, 'decision', outcome);
  }

  @Post(':id/annulment')
  @Access('title.decide')
  async createAnnulment(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(AnnulForm) form: Submitted<AnnulForm>,
  ) {
    const outcome = await form.attempt(({ organ, annulNumber: number, annulReason: reason }) =>
      this.annul.run(me, { titleId, organ, number, reason }),
    );
    return this.answer(titleId, 'annulment', outcome);
  }

  @Post(':id/plaque')
  @Access('title.keep')
  async createPlaque(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(PlaqueForm) form: Submitted<PlaqueForm>,
  ) {
    const outcome = await form.attempt(({ returnedOn, plaqueNote: note }) =>
      this.recordPlaque.run(me, { titleId, returnedOn, note }),
    );
    return this.answer(titleId, 'plaque', outcome);
  }

  private async answer(id: string, act: ActName, outcome: Outcome) {
    if (!outcome.done) return this.page(id, { act, form: outcome.form });
    return redirect(`/office/titles/${id}`, `awards.titleAct.${act}.done`);
  }

  private async page(
    id: string,
    refused: { readonly act: ActName; readonly form: Submitted<object> } | null,
  ) {
    const file = await this.files.run(id, beijingDate(this.clock.now()));
    if (!file) throw missing();
    return page('awards/office-title', officeTitlePage(file, refused), refused ? 422 : 200);
  }
}
