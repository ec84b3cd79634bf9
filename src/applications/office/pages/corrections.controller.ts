import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import { Me, RawBody } from '../../../web/http/parameters.js';
import type { PageContext } from '../../../web/page-context.js';
import { page, redirect } from '../../../web/views/page.js';
import { CorrectionRoundQueries } from '../../correction-rounds.queries.js';
import { typedAbout } from '../../typed-about.js';
import { divisionFor } from '../division/division-scope.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { categoryRules } from '../file/category-rules.js';
import { figureTexts } from '../file/file.page.js';
import { ReplyToCorrection } from '../file/reply-to-correction.js';
import type { CorrectionStage } from '../file/request-correction.js';
import { correctableLabel } from './correctable-label.js';
import { correctionsPage, readItemTexts } from './corrections.page.js';

/** Requests for corrections of a file with their answers, for the two offices that ask. */
@Controller()
export class CorrectionsController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly files: ApplicationFileQueries,
    private readonly rounds: CorrectionRoundQueries,
    private readonly replyToCorrection: ReplyToCorrection,
  ) {}

  @Get('division/applications/:id/corrections')
  @Access('division')
  ofDivision(@Me() me: Actor, @Param('id') id: string) {
    return this.show(id, 'division', divisionFor(me, 'DivisionReviewer', 'DivisionApprover'));
  }

  @Post('division/applications/:id/corrections')
  @Access('division.review')
  replyOfDivision(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
  ) {
    return this.reply(request, me, id, 'division', raw, divisionFor(me, 'DivisionReviewer'));
  }

  @Get('office/screening/:id/corrections')
  @Access('office.read')
  ofScreening(@Param('id') id: string) {
    return this.show(id, 'screening', null);
  }

  @Post('office/screening/:id/corrections')
  @Access('screen')
  replyOfScreening(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
  ) {
    return this.reply(request, me, id, 'screening', raw, null);
  }

  private async reply(
    request: FastifyRequest,
    me: Actor,
    id: string,
    stage: CorrectionStage,
    raw: RawForm,
    division: string | null,
  ) {
    request.typedFields = await this.typed(id, raw, division);
    try {
      const texts = readItemTexts(raw);
      await this.replyToCorrection.run(me, { applicationId: id, stage, texts });
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal;
      return this.show(id, stage, division, { typed: raw, refusal });
    }
    const room = stage === 'division' ? 'division/applications' : 'office/screening';
    return redirect(`/${room}/${id}/corrections`, 'review.corrections.sent');
  }

  /** What was typed beside each item, in case the round is over meanwhile. */
  private async typed(id: string, raw: RawForm, division: string | null) {
    const file = await this.files.file(id, division);
    const { rules } = await this.programmes.rules(file.head.programmeId);
    const category = categoryRules(rules, file.head.categoryCode);
    return (context: PageContext) => {
      const texts = figureTexts(file, rules, context);
      return typedAbout(raw, (item) => correctableLabel(item, category, texts));
    };
  }

  private async show(
    id: string,
    stage: CorrectionStage,
    division: string | null,
    sent: { readonly typed: RawForm; readonly refusal: Refusal } | null = null,
  ) {
    const file = await this.files.file(id, division);
    const { rules } = await this.programmes.rules(file.head.programmeId);
    const rounds = await this.rounds.of(id);
    return page(
      'applications-office/corrections',
      correctionsPage(file, rules, rounds, stage, sent),
      sent ? 422 : 200,
    );
  }
}
