import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import { Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { CorrectionRoundQueries } from '../../correction-rounds.queries.js';
import { divisionFor } from '../division/division-scope.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { ReplyToCorrection } from '../file/reply-to-correction.js';
import type { CorrectionStage } from '../file/request-correction.js';
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
  replyOfDivision(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    return this.reply(me, id, 'division', raw, divisionFor(me, 'DivisionReviewer'));
  }

  @Get('office/screening/:id/corrections')
  @Access('office.read')
  ofScreening(@Param('id') id: string) {
    return this.show(id, 'screening', null);
  }

  @Post('office/screening/:id/corrections')
  @Access('screen')
  replyOfScreening(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    return this.reply(me, id, 'screening', raw, null);
  }

  private async reply(
    me: Actor,
    id: string,
    stage: CorrectionStage,
    raw: RawForm,
    division: string | null,
  ) {
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
