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
import { formSteps } from './form-frame.js';
import { stepPage } from './step.page.js';
import { typedIntoStep } from './typed-step.js';

declare module 'fastify' {
  interface Session {
    /** What an autosave of a lost race had typed, by the step's path, until it is merged. */
    unmerged?: { readonly path: string; readonly typed: RawForm };
    /** Fields of a step that an autosave could not read, as they were typed, by the step's path. */
    unread?: { readonly path: string; readonly typed: RawForm };
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
  figures(@Req() request: FastifyRequest, @Me() me: Actor, @Param('id') id: string) {
    return this.show(request, me, id, 'figures');
  }

  @Get('texts')
  @Access('merchant')
  texts(@Req() request: FastifyRequest, @Me() me: Actor, @Param('id') id: string) {
    return this.show(request, me, id, 'texts');
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

  /** As stored; what could not be read while somebody typed stands there again, with its error. */
  private async show(request: FastifyRequest, me: Actor, id: string, step: StepName) {
    const file = await this.files.load(me, id);
    const { unread } = request.session;
    if (unread?.path !== stepPath(id, step)) return page('applications/step', stepPage(file, step));
    const { errors, doubts } = readStep(file, step, unread.typed);
    const sent = { typed: unread.typed, errors, doubts, conflict: false, added: true } as const;
    return page('applications/step', stepPage(file, step, sent));
  }

  private async merge(request: FastifyRequest, me: Actor, id: string, step: StepName) {
    const file = await this.files.load(me, id);
    const kept = request.session.unmerged;
    const path = stepPath(id, step);
    if (kept?.path !== path) return redirect(path);
    delete request.session.unmerged;
    const sent = { typed: kept.typed, errors: [], doubts: [], conflict: true };
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
    request.typedFields = typedIntoStep(file, step, raw);
    const { content, errors, doubts } = readStep(file, step, raw);
    const isAutosave = wantsJson(request);
    const path = stepPath(id, step);
    // While one is typing a field may be half-written: the others are saved and it waits as it is.
    const waits = errors.length + doubts.length > 0;
    if (waits && !isAutosave) {
      const ask = { field: 'confirmed', code: 'applications.doubts.ask', variables: {} };
      const told = doubts.length ? [...errors, ask] : errors;
      const sent = { typed: raw, errors: told, doubts, conflict: false };
      return page('applications/step', stepPage(file, step, sent), 422);
    }
    const version = typedTexts(raw, 'version')[0] ?? '';
    try {
      const saved = await this.saveStep.run(file, { step, version, content });
      if (waits) request.session.unread = { path, typed: unreadOf(raw, [...errors, ...doubts]) };
      else if (request.session.unread?.path === path) delete request.session.unread;
      if (!isAutosave) {
        const goesOn = typedTexts(raw, 'intent')[0] === 'next';
        return redirect(goesOn ? nextOf(id, step) : path, 'applications.saved');
      }
      void reply.code(200);
      const time = formatInstant(request.lang, this.clock.now());
      return { time, version: saved.version, unread: unreadNames([...errors, ...doubts]) };
    } catch (error) {
      if (!isSavedMeanwhile(error)) throw error;
      if (!isAutosave) {
        const sent = { typed: raw, errors: [], doubts: [], conflict: true };
        const newest = await this.files.load(me, id);
        return page('applications/step', stepPage(newest, step, sent), 409);
      }
      request.session.unmerged = { path, typed: withoutToken(raw) };
      void reply.code(409);
      return { mergeUrl: `${path}/merge` };
    }
  }
}

function stepPath(id: string, step: StepName): string {
  return `/my/applications/${id}/${step}`;
}

function nextOf(id: string, step: StepName): string {
  return `/my/applications/${id}/${formSteps[formSteps.indexOf(step) + 1]}`;
}

type Waiting = readonly { readonly field: string }[];

/** The fields as typed, the three parts of a day among them; of the person who typed and nobody else. */
function unreadOf(raw: RawForm, waiting: Waiting): RawForm {
  const names = unreadNames(waiting);
  return Object.fromEntries(
    Object.entries(raw).filter(([name]) =>
      names.some((one) => name === one || name.startsWith(`${one}.`)),
    ),
  );
}

function unreadNames(waiting: Waiting): readonly string[] {
  return [...new Set(waiting.map(({ field }) => field))];
}

function withoutToken(raw: RawForm): RawForm {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => name !== '_csrf'));
}
