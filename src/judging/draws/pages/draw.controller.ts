import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { redirect } from '../../../web/views/page.js';
import { BeginDraw } from '../begin-draw.js';
import { CommitDraw } from '../commit-draw.js';
import { ExcludeCandidate } from '../exclude-candidate.js';
import { FreezeDraw } from '../freeze-draw.js';
import { Redraw } from '../redraw.js';
import { RevealDraw } from '../reveal-draw.js';
import { SetDrawTerms } from '../set-draw-terms.js';
import { SignDraw } from '../sign-draw.js';
import { VoidDraw } from '../void-draw.js';
import { WitnessDraw } from '../witness-draw.js';
import { DrawPages } from './draw-pages.js';
import {
  BeginDrawForm,
  DrawTermsForm,
  ExclusionForm,
  ReadmitForm,
  RevealForm,
  SignForm,
  VoidForm,
  WitnessForm,
  parseMinima,
  parsePresent,
} from './draw.form.js';
import type { DrawForms } from './draw.page.js';

/** The steps of a draw, in their order; each is a POST that the page of the draw offers. */
@Controller('office/draws')
export class DrawController {
  constructor(
    private readonly pages: DrawPages,
    private readonly beginDraw: BeginDraw,
    private readonly setTerms: SetDrawTerms,
    private readonly excludeCandidate: ExcludeCandidate,
    private readonly freezeDraw: FreezeDraw,
    private readonly commitDraw: CommitDraw,
    private readonly witnessDraw: WitnessDraw,
    private readonly revealDraw: RevealDraw,
    private readonly signDraw: SignDraw,
    private readonly voidDraw: VoidDraw,
    private readonly redraw: Redraw,
  ) {}

  @Get()
  @Access('office.read')
  async list() {
    return this.pages.list(unsentForm(BeginDrawForm));
  }

  @Post()
  @Access('panel.seat')
  async begin(@Me() me: Actor, @Form(BeginDrawForm) form: Submitted<BeginDrawForm>) {
    const outcome = await form.attempt((value) => this.beginDraw.run(me, value));
    if (!outcome.done) return this.pages.list(outcome.form, 422);
    return redirect(`/office/draws/${outcome.result}`, 'judging.draw.begun');
  }

  @Get(':id')
  @Access('office.read')
  async show(@Me() me: Actor, @Param('id') id: string) {
    return this.pages.one(me, id);
  }

  @Post(':id/terms')
  @Access('panel.seat')
  async terms(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(DrawTermsForm) form: Submitted<DrawTermsForm>,
  ) {
    return this.step(me, id, 'termsSaved', 'terms', form, ({ fields, ...value }) =>
      this.setTerms.run(me, id, { ...value, fields: parseMinima(fields) }),
    );
  }

  @Post(':id/exclusions')
  @Access('panel.seat')
  async exclude(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(ExclusionForm) form: Submitted<ExclusionForm>,
  ) {
    return this.step(me, id, 'excluded', 'exclusion', form, ({ expertId, exclusionReason }) =>
      this.excludeCandidate.run(me, id, { expertId, reason: exclusionReason }),
    );
  }

  @Post(':id/readmissions')
  @Access('panel.seat')
  async readmit(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(ReadmitForm) form: Submitted<ReadmitForm>,
  ) {
    return this.step(me, id, 'readmitted', 'void', form, ({ readmitId }) =>
      this.excludeCandidate.run(me, id, { expertId: readmitId, reason: null }),
    );
  }

  @Post(':id/freezing')
  @Access('panel.seat')
  async freeze(@Me() me: Actor, @Param('id') id: string) {
    return this.plain(me, id, 'frozen', () => this.freezeDraw.run(me, id));
  }

  @Post(':id/commitment')
  @Access('panel.seat')
  async commit(@Me() me: Actor, @Param('id') id: string) {
    return this.plain(me, id, 'committed', () => this.commitDraw.run(me, id));
  }

  @Post(':id/witness')
  @Access('witness')
  async witness(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(WitnessForm) form: Submitted<WitnessForm>,
  ) {
    return this.step(me, id, 'witnessed', 'witness', form, (value) =>
      this.witnessDraw.run(me, id, value),
    );
  }

  @Post(':id/reveal')
  @Access('panel.seat')
  async reveal(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(RevealForm) form: Submitted<RevealForm>,
  ) {
    return this.step(me, id, 'revealed', 'reveal', form, ({ present }) =>
      this.revealDraw.run(me, id, { present: parsePresent(present) }),
    );
  }

  @Post(':id/signatures')
  @Access('draw.sign')
  async sign(@Me() me: Actor, @Param('id') id: string, @Form(SignForm) form: Submitted<SignForm>) {
    return this.step(me, id, 'signed', 'sign', form, (value) => this.signDraw.run(me, id, value));
  }

  @Post(':id/void-proposal')
  @Access('panel.seat')
  async proposeVoid(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(VoidForm) form: Submitted<VoidForm>,
  ) {
    return this.step(me, id, 'voidProposalFiled', 'void', form, ({ voidReason }) =>
      this.voidDraw.propose(me, id, { reason: voidReason }),
    );
  }

  @Post(':id/voiding')
  @Access('draw.void')
  async confirmVoid(@Me() me: Actor, @Param('id') id: string) {
    return this.plain(me, id, 'voidConfirmed', () => this.voidDraw.confirm(me, id));
  }

  @Post(':id/redraw')
  @Access('panel.seat')
  async drawAgain(@Me() me: Actor, @Param('id') id: string) {
    const outcome = await unsentForm(VoidForm).attempt(() => this.redraw.run(me, id));
    if (!outcome.done) return this.pages.one(me, id, { void: outcome.form });
    return redirect(`/office/draws/${outcome.result}`, 'judging.draw.redrawBegun');
  }

  private async plain(me: Actor, id: string, done: string, work: () => Promise<void>) {
    return this.step(me, id, done, 'void', unsentForm(VoidForm), work);
  }

  /** Runs a step; a refusal comes back on the page of the draw with what was typed. */
  private async step<T extends object>(
    me: Actor,
    id: string,
    done: string,
    place: keyof DrawForms,
    form: Submitted<T>,
    work: (value: T) => Promise<void>,
  ) {
    const outcome = await form.attempt(work);
    if (!outcome.done) return this.pages.one(me, id, { [place]: outcome.form });
    return redirect(`/office/draws/${id}`, `judging.draw.done.${done}`);
  }
}
