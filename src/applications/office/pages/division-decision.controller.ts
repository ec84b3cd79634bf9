import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal, isSavedMeanwhile } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Files, Form, Me } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { page, redirect } from '../../../web/views/page.js';
import { divisionFor } from '../division/division-scope.js';
import { DivisionQueries } from '../division/division.queries.js';
import { SaveOpinion } from '../division/save-opinion.js';
import { SignOpinion } from '../division/sign-opinion.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { CorrectionDue } from '../file/correction-due.js';
import { RequestCorrection } from '../file/request-correction.js';
import { correctionPage } from './correction-form.page.js';
import { opinionPage, signaturePage } from './forms-on-file.page.js';
import { readCorrection } from './corrections.page.js';
import { CorrectionForm, OpinionForm, SignatureForm } from './review.form.js';

@Controller('division/applications/:id')
export class DivisionDecisionController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly divisions: DivisionQueries,
    private readonly files: ApplicationFileQueries,
    private readonly correctionDue: CorrectionDue,
    private readonly requestCorrection: RequestCorrection,
    private readonly saveOpinion: SaveOpinion,
    private readonly signOpinion: SignOpinion,
  ) {}

  @Get('correction')
  @Access('division.review')
  correction(@Me() me: Actor, @Param('id') id: string) {
    return this.correctionForm(me, id, unsentForm(CorrectionForm), 200);
  }

  @Post('correction')
  @Access('division.review')
  async sendCorrection(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(CorrectionForm) sent: Submitted<CorrectionForm>,
  ) {
    const { form, items, texts } = readCorrection(sent);
    const outcome = await form.attempt(({ reason }) =>
      this.requestCorrection.run(me, {
        applicationId: id,
        stage: 'division',
        items,
        reason,
        texts,
      }),
    );
    if (!outcome.done) return this.correctionForm(me, id, outcome.form, 422);
    return redirect(`/division/applications/${id}`, 'review.correction.sent');
  }

  @Get('opinion')
  @Access('division.review')
  async opinion(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.file(id, divisionFor(me, 'DivisionReviewer'));
    const stored = await this.divisions.opinion(id);
    const form = unsentForm(OpinionForm, stored ? { ...stored } : {});
    const { rules } = await this.programmes.rules(file.head.programmeId);
    return page('applications-office/opinion', opinionPage(file, rules, stored, form));
  }

  @Post('opinion')
  @Access('division.review')
  async keepOpinion(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(OpinionForm) form: Submitted<OpinionForm>,
  ) {
    const { outcome, changed } = await orChanged(form, ({ conclusion, opinion, version }) =>
      this.saveOpinion.run(me, { applicationId: id, conclusion, opinion, version }),
    );
    if (outcome.done) return redirect(`/division/applications/${id}`, 'review.opinion.saved');
    const file = await this.files.file(id, divisionFor(me, 'DivisionReviewer'));
    const stored = await this.divisions.opinion(id);
    const { rules } = await this.programmes.rules(file.head.programmeId);
    return page(
      'applications-office/opinion',
      opinionPage(file, rules, stored, outcome.form, changed),
      changed ? 409 : 422,
    );
  }

  @Get('signature')
  @Access('division.approve')
  async signature(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.file(id, divisionFor(me, 'DivisionApprover'));
    const stored = await this.divisions.opinion(id);
    if (!stored) throw new Refusal('review.signature.noOpinion');
    const form = unsentForm(SignatureForm, { conclusion: stored.conclusion });
    return page('applications-office/signature', signaturePage(file, stored, form));
  }

  @Post('signature')
  @Access('division.approve')
  async sign(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(SignatureForm) form: Submitted<SignatureForm>,
    @Files() files: readonly UploadedFile[],
  ) {
    const seal = files.find((file) => file.field === 'seal') ?? null;
    const { outcome, changed } = await orChanged(form, ({ conclusion, declineReason, version }) =>
      this.signOpinion.run(me, { applicationId: id, conclusion, declineReason, version, seal }),
    );
    if (outcome.done) return redirect(`/division/applications/${id}`, 'review.signature.done');
    const file = await this.files.file(id, divisionFor(me, 'DivisionApprover'));
    const stored = await this.divisions.opinion(id);
    if (!stored) throw new Refusal('review.signature.noOpinion');
    return page(
      'applications-office/signature',
      signaturePage(file, stored, outcome.form, changed),
      changed ? 409 : 422,
    );
  }

  private async correctionForm(
    me: Actor,
    id: string,
    form: Submitted<CorrectionForm>,
    status: number,
  ) {
    const file = await this.files.file(id, divisionFor(me, 'DivisionReviewer'));
    const { rules } = await this.programmes.rules(file.head.programmeId);
    const due = await this.correctionDue.day();
    return page(
      'applications-office/correction',
      correctionPage(file, rules, 'division', due, form),
      status,
    );
  }
}

/** Runs a use case; a lost race keeps the form as typed and says so. */
async function orChanged<T extends object>(
  form: Submitted<T>,
  work: (value: T) => Promise<void>,
): Promise<{ outcome: Awaited<ReturnType<Submitted<T>['attempt']>>; changed: boolean }> {
  try {
    return { outcome: await form.attempt(work), changed: false };
  } catch (error) {
    if (!isSavedMeanwhile(error)) throw error;
    return { outcome: { done: false, form }, changed: true };
  }
}
