import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { endOfBeijingDay, beijingDate } from '../../rules/calendar/beijing-time.js';
import { languageOf } from '../http/language-of.js';
import { sessionCookie } from '../sessions/session-cookie.js';

interface Kept {
  readonly generation: number;
  readonly until: string;
  readonly etag: string;
  readonly headers: OutgoingHttpHeaders;
  readonly plain: Buffer;
  readonly gzip: Copy;
  readonly brotli: Copy;
}

/** Enough for every page of a busy day; searches with made-up words cannot fill the memory. */
const mostPages = 1000;
const mostBytes = 24 * 1_048_576;

interface Copy {
  readonly headers: OutgoingHttpHeaders;
  readonly content: Buffer;
}

/**
 * Public pages for visitors without a session, kept compressed in memory. Every change that a
 * public page shows raises `chain_head.public_generation` in its own transaction, and each request
 * compares it, so a kept page is never stale, in this process or another. Pages speak of days, so
 * nothing is kept past the end of the Beijing day.
 */
@Injectable()
export class PublicPageCache {
  private readonly kept = new Map<string, Kept>();
  /** Of all copies made since the last clearing; an upper bound of what is held. */
  private bytes = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers from the store before the framework sees the request; false when it has to be made.
   * On SQLite this is synchronous from the first byte to the last.
   */
  answer(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
    const url = request.url ?? '';
    if (request.method !== 'GET' || hasSession(request.headers.cookie) || url.includes('lang=')) {
      return false;
    }
    const language = languageOf(request.headers.cookie);
    const kept = this.kept.get(cacheKey(language, request.headers.accept, url));
    if (!kept) return false;
    const generation = this.generation();
    return typeof generation === 'number'
      ? this.send(request, response, kept, generation)
      : generation.then((current) => this.send(request, response, kept, current));
  }

  /** Keeps a fresh answer; called with the generation read before the page was made. */
  keep(request: FastifyRequest, reply: FastifyReply, generation: number, payload: Buffer): void {
    if (this.kept.size >= mostPages || this.bytes >= mostBytes) {
      this.kept.clear();
      this.bytes = 0;
    }
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    const headers: OutgoingHttpHeaders = { etag, vary: 'accept-encoding, accept, cookie' };
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (name !== 'content-length' && name !== 'set-cookie') headers[name] = String(value);
    }
    const copy = (coding: string, content: Buffer): Copy => ({
      headers: { ...headers, 'content-encoding': coding, 'content-length': content.length },
      content,
    });
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    const page: Kept = {
      generation,
      until: endOfBeijingDay(beijingDate(this.clock.now())),
      etag,
      headers,
      plain: payload,
      gzip: copy('gzip', gzipSync(payload)),
      brotli: copy('br', brotliCompressSync(payload, quality)),
    };
    this.bytes += page.plain.length + page.gzip.content.length + page.brotli.content.length;
    this.kept.set(cacheKey(request.lang, request.headers.accept, request.url), page);
  }

  /** Read at each request: a number at once on SQLite, a round trip on PostgreSQL. */
  generation(): number | Promise<number> {
    return this.database.number('SELECT public_generation FROM chain_head WHERE id = 1');
  }

  private send(
    request: IncomingMessage,
    response: ServerResponse,
    kept: Kept,
    generation: number,
  ): boolean {
    if (kept.generation !== generation || kept.until < this.clock.now()) return false;
    if (request.headers['if-none-match'] === kept.etag) {
      response.writeHead(304, kept.headers).end();
      return true;
    }
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const copy = accepted.includes('br')
      ? kept.brotli
      : accepted.includes('gzip')
        ? kept.gzip
        : null;
    if (copy) response.writeHead(200, copy.headers).end(copy.content);
    else response.writeHead(200, kept.headers).end(kept.plain);
    return true;
  }
}

/** Signed-in people and those with an open form get pages of their own. */
export function hasSession(cookies: string | undefined): boolean {
  return cookies !== undefined && cookies.includes(`${sessionCookie}=`);
}

function cacheKey(language: string, accept: string | undefined, url: string): string {
  return `${language} ${accept?.startsWith('application/json') ? 'json' : ''} ${url}`;
}
