import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../../config/clock.js';
import { beijingDate, yearOf } from '../../../rules/calendar/beijing-time.js';
import { practiceProblems } from '../../../rules/practices/practice.js';
import { missing } from '../../../rules/refusal.js';
import { translate } from '../../../text/catalogue.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { attemptMerging } from '../../../web/forms/merge-form.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Files, Form, Me } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { page, redirect } from '../../../web/views/page.js';
import { AddPracticePicture } from '../add-practice-picture.js';
import { PracticeQueries } from '../practice.queries.js';
import { RemovePracticePicture } from '../remove-practice-picture.js';
import { SavePractice } from '../save-practice.js';
import { SubmitPractice } from '../submit-practice.js';
import { WithdrawPractice } from '../withdraw-practice.js';
import { consentShown, myPracticePage, myPracticesPage } from './my-practices.page.js';
import { ConsentForm, PictureForm, PracticeForm, RemovePictureForm } from './practices.form.js';

/** A merchant's own practices: written, illustrated, handed in, taken back. */
@Controller('my/practices')
export class MyPracticesController {
  constructor(
    private readonly practices: PracticeQueries,
    private readonly save: SavePractice,
    private readonly addPicture: AddPracticePicture,
    private readonly removePicture: RemovePracticePicture,
    private readonly submit: SubmitPractice,
    private readonly withdraw: WithdrawPractice,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('merchant')
  async index(@Me() me: Actor) {
    const merchantId = merchantOf(me);
    if (!merchantId) throw missing();
    const rows = await this.practices.ofMerchant(merchantId);
    const titled = await this.practices.holdsTitle(merchantId);
    return page('merchants/my-practices', myPracticesPage(rows, titled));
  }

  @Get('new')
  @Access('merchant')
  new() {
    return page('merchants/my-practice', myPracticePage(null));
  }

  @Post('new')
  @Access('merchant')
  create(@Me() me: Actor, @Form(PracticeForm) form: Submitted<PracticeForm>) {
    return this.keep(me, null, form);
  }

  @Get(':id')
  @Access('merchant')
  async show(@Me() me: Actor, @Param('id') id: string) {
    return page('merchants/my-practice', myPracticePage(await this.own(me, id)));
  }

  @Post(':id')
  @Access('merchant')
  update(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(PracticeForm) form: Submitted<PracticeForm>,
  ) {
    return this.keep(me, id, form);
  }

  @Post(':id/pictures')
  @Access('merchant')
  async createPicture(
    @Me() me: Actor,
    @Param('id') practiceId: string,
    @Form(PictureForm) form: Submitted<PictureForm>,
    @Files() files: readonly UploadedFile[],
  ) {
    const picture = files.find(({ field, size }) => field === 'picture' && size > 0) ?? null;
    const outcome = await form.attempt(({ caption }) =>
      this.addPicture.run(me, { practiceId, caption, picture }),
    );
    if (outcome.done)
      return redirect(`/my/practices/${practiceId}`, 'merchants.practice.pictureAdded');
    const row = await this.own(me, practiceId);
    return page('merchants/my-practice', myPracticePage(row, outcome.form), 422);
  }

  @Post(':id/pictures/removal')
  @Access('merchant')
  async createRemoval(
    @Me() me: Actor,
    @Param('id') practiceId: string,
    @Form(RemovePictureForm) form: Submitted<RemovePictureForm>,
  ) {
    await this.removePicture.run(me, { practiceId, documentId: form.value.documentId ?? '' });
    return redirect(`/my/practices/${practiceId}`, 'merchants.practice.pictureRemoved');
  }

  @Post(':id/submission')
  @Access('merchant')
  async createSubmission(
    @Me() me: Actor,
    @Req() { lang }: FastifyRequest,
    @Param('id') practiceId: string,
    @Form(ConsentForm) form: Submitted<ConsentForm>,
  ) {
    const shown = consentShown((key, variables) => translate(lang, key, variables));
    const outcome = await form.attempt(({ version, consent }) =>
      this.submit.run(me, { practiceId, version, consent, shown }),
    );
    if (outcome.done)
      return redirect(`/my/practices/${practiceId}`, 'merchants.practice.submitted');
    const row = await this.own(me, practiceId);
    return page('merchants/my-practice', myPracticePage(row, outcome.form), 422);
  }

  @Post(':id/withdrawal')
  @Access('merchant')
  async createWithdrawal(@Me() me: Actor, @Param('id') practiceId: string) {
    await this.withdraw.run(me, { practiceId });
    return redirect(`/my/practices/${practiceId}`, 'merchants.practice.withdrawn');
  }

  private async keep(me: Actor, practiceId: string | null, form: Submitted<PracticeForm>) {
    const checked = form.with(...(await this.problems(me, practiceId, form)));
    const outcome = await attemptMerging(checked, ({ version, ...texts }) =>
      this.save.run(me, { ...texts, practiceId, version: version ?? 0 }),
    );
    if (outcome.done) {
      return redirect(`/my/practices/${outcome.result.practiceId}`, 'merchants.practice.saved');
    }
    const row = practiceId ? await this.own(me, practiceId) : null;
    const merging = outcome.status === 409;
    return page(
      'merchants/my-practice',
      myPracticePage(row, outcome.form, merging),
      outcome.status,
    );
  }

  /** Of the fields that hold something at all: the form says itself what is missing or too long. */
  private async problems(me: Actor, practiceId: string | null, form: Submitted<PracticeForm>) {
    const merchantId = merchantOf(me);
    if (!merchantId) throw missing();
    const taken = await this.practices.takenSubjects(merchantId, practiceId);
    const said = new Set(form.errors.map(({ field }) => field));
    return practiceProblems(form.value, yearOf(beijingDate(this.clock.now())), taken).filter(
      ({ field }) => !said.has(field),
    );
  }

  private async own(me: Actor, id: string) {
    const row = await this.practices.byId(id);
    if (row?.merchantId !== merchantOf(me)) throw missing();
    return row;
  }
}
