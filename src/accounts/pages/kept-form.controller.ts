import { BadRequestException, Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../config/clock.js';
import { translate } from '../../text/catalogue.js';
import { formatInstant } from '../../text/format.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { Me, RawBody } from '../../web/http/parameters.js';
import { isLocal } from '../../web/kept/form-draft.js';
import { FormKeeper } from '../../web/kept/form-keeper.js';
import { KeptForms } from '../../web/kept/kept-forms.js';
import { redirect } from '../../web/views/page.js';

/** Our longest address of a form has sixty characters. */
const longestPath = 200;

/** What is typed into a long form, while it is typed. */
@Controller('session/draft')
export class KeptFormController {
  constructor(
    private readonly clock: Clock,
    private readonly forms: KeptForms,
    private readonly keeper: FormKeeper,
  ) {}

  @Post()
  @Access('signedIn')
  async keep(
    @Req() { lang, asked }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Me() me: Actor,
    @RawBody() raw: RawForm,
  ) {
    const form = typedTexts(asked, 'form')[0];
    if (!isLocal(form) || form.length > longestPath) throw new BadRequestException();
    const kept = await this.forms.keep(me, form, raw);
    if (!kept) {
      void reply.code(409);
      return { error: { message: translate(lang, 'web.draft.late') } };
    }
    void reply.code(200);
    const time = formatInstant(lang, this.clock.now());
    return kept.beside ? { time, note: translate(lang, 'web.draft.beside') } : { time };
  }

  @Post('removal')
  @Access('signedIn')
  async drop(@Req() request: FastifyRequest, @RawBody() raw: RawForm) {
    const page = typedTexts(raw, 'page')[0];
    if (!isLocal(page)) throw new BadRequestException();
    await this.keeper.drop(request, page);
    return redirect(page, 'web.draft.dropped');
  }
}
