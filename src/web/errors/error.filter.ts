import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type Fault, faultOf } from '../../database/fault-of.js';
import { Refusal } from '../../rules/refusal.js';
import { RuleError } from '../../rules/rule-error.js';
import { refusalText } from '../../text/lifecycle-variables.js';
import { wantsJson } from '../http/request.js';
import { type Page, page } from '../views/page.js';
import type { PageRenderer } from '../views/page-renderer.js';
import { CannotKeepFile } from './cannot-keep-file.js';
import { PasswordChangeNeeded } from './password-change-needed.js';
import { draftOf, signInAgainPage } from './sign-in-again.js';
import { typedBefore } from './typed-before.js';
import { SignInNeeded } from './sign-in-needed.js';
import { TooManyRequests } from './too-many-requests.js';
import { TooManyUploads } from './too-many-uploads.js';
import { whereToGoOn } from './where-to-go-on.js';

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly variables: Readonly<Record<string, string | number>>;
}

/** Seconds after which a browser or program may ask again when the database was away or full. */
const RETRY_AFTER = 10;

/** How a fault of the database is told. */
const faultAnswers: Readonly<Record<Fault, Answer>> = {
  unavailable: { status: 503, code: 'errors.text.503', variables: {} },
  input: { status: 422, code: 'errors.unstorable', variables: {} },
  conflict: { status: 409, code: 'errors.text.409', variables: {} },
};

/** What was sent could have been taken a moment before, or can be in a moment. */
const KEPT: ReadonlySet<number> = new Set([403, 409, 503]);

/** Every error becomes a page or a JSON sentence that says what happened and what to do. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly log: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    this.answer(error, request, reply);
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (error instanceof SignInNeeded && !wantsJson(request)) {
      this.askToSignIn(request, reply);
      return;
    }
    if (error instanceof PasswordChangeNeeded && !wantsJson(request)) {
      void reply.code(303).header('location', '/account/password').send('');
      return;
    }
    const { status, code, variables } = describe(error);
    // Nobody waits for the answer, and nothing is wrong here.
    if (status >= 500 && isBrokenOff(request)) {
      this.log.info({ path: request.url.split('?')[0] }, 'request broken off');
      return;
    }
    if (status >= 500)
      this.log.error({ err: error, path: request.url.split('?')[0] }, 'request failed');
    if (status === 503) reply.header('retry-after', String(RETRY_AFTER));
    if (status >= 500) forgetVisitor(request);
    const text = refusalText(request.lang, code, variables);
    if (wantsJson(request)) {
      void reply.code(status).send({ error: { code, message: text } });
      return;
    }
    const errorPage = page(
      'web/error',
      (context) => ({
        title: context.t(`errors.title.${titleOf(status)}`),
        breadcrumbs: [],
        status,
        text,
        lost: status === 404 && request.method === 'GET',
        goOn: status === 409 ? { href: whereToGoOn(request) } : null,
        typed:
          KEPT.has(status) || hasTooLargeFiles(status, request)
            ? typedBefore(
                request.form,
                request.routeOptions.config.form,
                context.t,
                request.typedFields?.(context),
              )
            : [],
      }),
      status,
    );
    this.show(errorPage, request, reply);
  }

  /** A form goes along to the sign-in, and comes back after it; an address just leads back. */
  private askToSignIn(request: FastifyRequest, reply: FastifyReply): void {
    const draft = draftOf(request);
    if (draft) {
      this.show(page('web/sign-in-again', signInAgainPage(draft), 401), request, reply);
      return;
    }
    const next = request.method === 'GET' ? request.url : whereToGoOn(request);
    void reply
      .code(303)
      .header('location', `/sign-in?next=${encodeURIComponent(next)}`)
      .send('');
  }

  private show(shown: Page, request: FastifyRequest, reply: FastifyReply): void {
    void reply
      .code(shown.status)
      .type('text/html; charset=utf-8')
      .send(this.renderer.render(shown, request, reply));
  }
}

/** Texts alone are never so long that anybody typed them. */
function hasTooLargeFiles(status: number, request: FastifyRequest): boolean {
  return status === 413 && request.uploads.length + request.leftBehind.length > 0;
}

/** The line broke before the whole request had come. */
function isBrokenOff({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

function describe(error: unknown): Answer {
  if (error instanceof Refusal) {
    const status = { invalid: 422, conflict: 409, missing: 404 }[error.kind];
    return { status, code: error.code, variables: error.variables };
  }
  if (error instanceof RuleError)
    return { status: 422, code: error.code, variables: error.variables };
  if (error instanceof TooManyRequests) {
    return { status: 429, code: 'errors.tooMany', variables: { minutes: error.minutes } };
  }
  if (error instanceof TooManyUploads) {
    return { status: 429, code: 'errors.tooManyUploads', variables: { most: error.most } };
  }
  if (error instanceof PasswordChangeNeeded) {
    return { status: 403, code: 'accounts.password.forced', variables: {} };
  }
  if (error instanceof SignInNeeded) return { status: 401, code: 'errors.signIn', variables: {} };
  if (error instanceof CannotKeepFile) return faultAnswers.unavailable;
  const fault = faultOf(error);
  if (fault) return faultAnswers[fault];
  const status = error instanceof HttpException ? error.getStatus() : fastifyStatus(error);
  return { status, code: `errors.text.${titleOf(status)}`, variables: {} };
}

function fastifyStatus(error: unknown): number {
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function titleOf(status: number): string {
  const known = [400, 401, 403, 404, 409, 413, 415, 422, 429, 503];
  return known.includes(status) ? String(status) : status < 500 ? '400' : '500';
}

/** The page of a failure needs nothing from the database: no reader, no token, no session to save. */
function forgetVisitor(request: FastifyRequest): void {
  request.actor = null;
  request.session = {} as typeof request.session;
}
