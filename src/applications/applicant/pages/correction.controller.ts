import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal, missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { CorrectionRoundQueries } from '../../correction-rounds.queries.js';
import { typedAbout } from '../../typed-about.js';
import { ApplicationFiles } from '../application-files.js';
import { AskAboutCorrection } from '../ask-about-correction.js';
import { CorrectApplication } from '../correct-application.js';
import { correctionPage, readWords } from './correction.page.js';
import { itemLabel } from './item-label.js';

/** What an office asked for, item by item, and the answer to it. */
@Controller('my/applications/:id/correction')
export class CorrectionController {
  constructor(
    private readonly files: ApplicationFiles,
    private readonly rounds: CorrectionRoundQueries,
    private readonly correctApplication: CorrectApplication,
    private readonly askAboutCorrection: AskAboutCorrection,
  ) {}

  @Get()
  @Access('merchant')
  async show(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.load(me, id);
    const rounds = await this.rounds.of(id);
    if (rounds.length === 0) throw missing();
    return page('applications/correction', correctionPage(file, rounds));
  }

  @Post()
  @Access('merchant')
  async correct(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
  ) {
    return this.orAgain(request, me, id, raw, async (file) => {
      const texts = readWords(raw, file.correction?.items ?? []);
      const unchangedMeant = typedTexts(raw, 'unchanged').includes('on');
      await this.correctApplication.run(me, file, { texts, unchangedMeant });
      return redirect(`/my/applications/${id}`, 'applications.correction.sent');
    });
  }

  @Post('messages')
  @Access('merchant')
  async ask(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
  ) {
    return this.orAgain(request, me, id, raw, async (file) => {
      await this.askAboutCorrection.run(me, file, readWords(raw, file.correction?.items ?? []));
      return redirect(`/my/applications/${id}/correction`, 'applications.correction.said');
    });
  }

  /** Does it, or shows the page again with what was typed and why it was refused. */
  private async orAgain(
    request: FastifyRequest,
    me: Actor,
    id: string,
    raw: RawForm,
    work: (file: Awaited<ReturnType<ApplicationFiles['load']>>) => Promise<unknown>,
  ) {
    const file = await this.files.load(me, id);
    request.typedFields = (context) => typedAbout(raw, (item) => itemLabel(file, item, context));
    try {
      return await work(file);
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
      const rounds = await this.rounds.of(id);
      return page('applications/correction', correctionPage(file, rounds, raw, error), 422);
    }
  }
}
