import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../../config/clock.js';
import { isSavedMeanwhile } from '../../../rules/refusal.js';
import { formatInstant } from '../../../text/format.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { Me, RawBody } from '../../../web/http/parameters.js';
import { wantsJson } from '../../../web/http/request.js';
import { page, redirect } from '../../../web/views/page.js';
import { ApplicationFiles } from '../application-files.js';
import { readStep } from '../read-step.js';
import { SaveStep } from '../save-step.js';
import type { StepName } from '../step-fields.js';
import { stepPage } from './step.page.js';

declare module 'fastify' {
  interface Session {
    /** What an autosave of a lost race had typed, by the step's path, until it is merged. */
    unmerged?: { readonly path: string; readonly typed: RawForm };
  }
}

/** Figures and texts: saved by the button and, with the same request, while one types. */
@Controller('my/applications/:id')
export class StepController {
  constructor(
    private readonly files: ApplicationFiles,
    private readonly saveStep: SaveStep,
    private readonly clock: Clock,
  ) {}

  @Get('figures')
  @Access('merchant')
  figures(@Me() me: Actor, @Param('id') id: string) {
    return this.show(me, id, 'figures');
  }

  @Get('texts')
  @Access('merchant')
  texts(@Me() me: Actor, @Param('id') id: string) {
    return this.show(me, id, 'texts');
  }

  @Get('figures/merge')
  @Access('merchant')
  mergeFigures(@Req() request: FastifyRequest, @Me() me: Actor, @Param('id') id: string) {
    return this.merge(request, me, id, 'figures');
  }

  @Get('texts/merge')
  @Access('merchant')
  mergeTexts(@Req() request: FastifyRequest, @Me() me: Actor, @Param('id') id: string) {
    return this.merge(request, me, id, 'texts');
  }

  @Post('figures')
  @Access('merchant')
  saveFigures(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
  ) {
    return this.save(request, reply, me, id, 'figures', raw);
  }

  @Post('texts')
  @Access('merchant')
  saveTexts(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
  ) {
    return this.save(request, reply, me, id, 'texts', raw);
  }

  private async show(me: Actor, id: string, step: StepName) {
    return page('applications/step', stepPage(await this.files.load(me, id), step));
  }

  private async merge(request: FastifyRequest, me: Actor, id: string, step: StepName) {
    const file = await this.files.load(me, id);
    const kept = request.session.unmerged;
    const path = stepPath(id, step);
    if (kept?.path !== path) return redirect(path);
    delete request.session.unmerged;
    const sent = { typed: kept.typed, errors: [], conflict: true };
    return page('applications/step', stepPage(file, step, sent));
  }

  private async save(
    request: FastifyRequest,
    reply: FastifyReply,
    me: Actor,
    id: string,
    step: StepName,
    raw: RawForm,
  ) {
    const file = await this.files.load(me, id);
    const { content, errors } = readStep(file, step, raw);
    const isAutosave = wantsJson(request);
    // While one is typing a field may be half-written: the others are saved and it waits.
    if (errors.length > 0 && !isAutosave) {
      const sent = { typed: raw, errors, conflict: false };
      return page('applications/step', stepPage(file, step, sent), 422);
    }
    const version = typedTexts(raw, 'version')[0] ?? '';
    try {
      const saved = await this.saveStep.run(file, { step, version, content });
      if (!isAutosave) return redirect(stepPath(id, step), 'applications.saved');
      void reply.code(200);
      return { time: formatInstant(request.lang, this.clock.now()), version: saved.version };
    } catch (error) {
      if (!isSavedMeanwhile(error)) throw error;
      if (!isAutosave) {
        const sent = { typed: raw, errors: [], conflict: true };
        const newest = await this.files.load(me, id);
        return page('applications/step', stepPage(newest, step, sent), 409);
      }
      const path = stepPath(id, step);
      request.session.unmerged = { path, typed: withoutToken(raw) };
      void reply.code(409);
      return { mergeUrl: `${path}/merge` };
    }
  }
}

function stepPath(id: string, step: StepName): string {
  return `/my/applications/${id}/${step}`;
}

function withoutToken(raw: RawForm): RawForm {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => name !== '_csrf'));
}
