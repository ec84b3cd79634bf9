import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, map } from 'rxjs';
import { PUBLIC_PAGE } from '../cache/public-page.decorator.js';
import { walkIn } from '../http/list-visitor.js';
import { wantsJson } from '../http/request.js';
import { FlashCookie } from '../sessions/flash-cookie.js';
import { DOCX_TYPE, writeDocx } from '../../paper/docx/paper-docx.js';
import { Download, Page, PaperFile, Redirect, download } from './page.js';
import { PageRenderer } from './page-renderer.js';

/** Pages, redirects and downloads become answers; anything else is sent as JSON. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly reflector: Reflector,
    private readonly flashes: FlashCookie,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    request.publicPage = Boolean(this.reflector.get(PUBLIC_PAGE, context.getHandler()));
    return next.handle().pipe(map((result: unknown) => this.answer(result, request, reply)));
  }

  private answer(result: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
    if (result instanceof Page) {
      void reply.code(result.status).type('text/html; charset=utf-8');
      return this.renderer.render(result, request, reply);
    }
    if (result instanceof PaperFile) {
      const paper = result.build(this.renderer.context(request));
      const file = writeDocx(paper).then((bytes) =>
        download(bytes, DOCX_TYPE, `${result.name}.docx`),
      );
      return file.then((made) => this.answer(made, request, reply));
    }
    if (result instanceof Redirect) {
      if (result.flash) this.flashes.keep(reply, result.flash);
      if (wantsJson(request)) return { location: result.path };
      void reply.code(303).header('location', inAscii(keepingList(request, result.path)));
      return '';
    }
    if (result instanceof Download) {
      void reply
        .type(result.contentType)
        .header(
          'content-disposition',
          `${result.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(result.fileName)}`,
        );
      return result.content;
    }
    return result;
  }
}

/** An address may hold what was asked for, and a header takes no other characters. */
function inAscii(path: string): string {
  const { pathname, search, hash } = new URL(path, 'http://localhost');
  return pathname + search + hash;
}

/** Back on the page of a file, the list that it was opened from is still the one walked through. */
function keepingList({ headers }: FastifyRequest, path: string): string {
  const { referer } = headers;
  if (!referer || !URL.canParse(referer)) return path;
  const { pathname, searchParams } = new URL(referer);
  const [asked, query = ''] = path.split('?');
  const walk = walkIn(Object.fromEntries(searchParams));
  if (!walk || asked !== pathname) return path;
  const kept = new URLSearchParams(query);
  kept.set('list', walk.words);
  kept.set('at', String(walk.at));
  return `${pathname}?${kept.toString()}`;
}
