import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { endOfBeijingDay, beijingDate } from '../../rules/calendar/beijing-time.js';
import type { Language } from '../../text/catalogue.js';
import { languageOf } from '../http/language-of.js';
import { cookieNames } from '../sessions/cookies.js';
import { codingFor, takes } from './coding-for.js';

interface Kept {
  readonly generation: number;
  /** Milliseconds since 1970, as `Date.now()`. */
  readonly until: number;
  readonly etag: string;
  readonly plain: Copy;
  /** Made beside the requests: the first of the two within milliseconds. */
  readonly gzip: Promise<Copy>;
  packed: { readonly br: Copy | null; readonly gzip: Copy | null };
}

/** What is looked up once for all requests of one turn of the event loop. */
interface Turn {
  readonly generation: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const compress = { gzip: promisify(gzip), brotli: promisify(brotliCompress) };
/** The smallest that Brotli makes: worth its milliseconds, since a page is kept for many readers. */
const smallest = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/**
 * Headers a kept page does without: they are another reader's, told by the page itself (its language,
 * its referrer policy, who may frame it), or guard a window that somebody is signed in to.
 */
const leftOut = new Set([
  'cache-control',
  'content-length',
  'set-cookie',
  'content-language',
  'cross-origin-opener-policy',
  'referrer-policy',
  'x-frame-options',
]);

/**
 * A browser keeps its own copy and asks each time whether it is still the one for its language and
 * kind; nobody keeps it for others, so there is no need to list what the choice depends on.
 */
const privately = ['cache-control', 'private, no-cache'];

/** Enough for every page of a busy day; searches with made-up words cannot fill the memory. */
const mostPages = 1000;
const mostBytes = 24 * 1_048_576;

/** Names and values in turn, and the bytes as Latin-1 text, which leaves in one write with them. */
interface Copy {
  readonly headers: readonly string[];
  readonly content: string;
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
  private turn: Turn | null = null;
  private readonly endTurn = () => {
    this.turn = null;
  };

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
    const { headers } = request;
    if (request.method !== 'GET' || hasOwnPages(headers.cookie) || url.includes('lang=')) {
      return false;
    }
    const kept = this.kept.get(cacheKey(languageOf(headers.cookie), headers.accept, url));
    if (!kept) return false;
    const turn = this.lookOnce();
    return turn instanceof Promise
      ? turn.then((current) => this.send(headers, response, kept, current))
      : this.send(headers, response, kept, turn);
  }

  /** Keeps a fresh answer; called with the generation read before the page was made. */
  keep(request: FastifyRequest, reply: FastifyReply, generation: number, payload: Buffer): void {
    if (this.kept.size >= mostPages || this.bytes >= mostBytes) {
      this.kept.clear();
      this.bytes = 0;
    }
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    const headers = ['etag', etag, ...privately];
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (!leftOut.has(name)) headers.push(name, String(value));
    }
    const plain = copyOf(headers, payload);
    const page: Kept = {
      generation,
      until: Date.parse(endOfBeijingDay(beijingDate(this.clock.now()))),
      etag,
      plain,
      gzip: compress.gzip(payload).then((content) => {
        const copy = copyOf(headers, content, 'gzip');
        page.packed = { ...page.packed, gzip: copy };
        return copy;
      }),
      packed: { br: null, gzip: null },
    };
    this.bytes += payload.length * 2;
    this.kept.set(cacheKey(request.lang, request.headers.accept, request.url), page);
    void compress.brotli(payload, smallest).then((content) => {
      page.packed = { ...page.packed, br: copyOf(headers, content, 'br') };
    });
  }

  /** A number at once on SQLite, a round trip on PostgreSQL. */
  generation(): number | Promise<number> {
    return this.database.number('SELECT public_generation FROM chain_head WHERE id = 1');
  }

  /** Requests of one turn of the event loop were all sent before it began: one look serves them. */
  private lookOnce(): Turn | Promise<Turn> {
    if (this.turn) return this.turn;
    const generation = this.generation();
    const now = this.clock.milliseconds();
    if (typeof generation !== 'number')
      return generation.then((read) => ({ generation: read, now }));
    this.turn = { generation, now };
    setImmediate(this.endTurn);
    return this.turn;
  }

  private send(
    asked: IncomingHttpHeaders,
    response: ServerResponse,
    kept: Kept,
    { generation, now }: Turn,
  ): boolean | Promise<boolean> {
    if (kept.generation !== generation || kept.until < now) return false;
    if (asked['if-none-match'] === kept.etag) {
      response.writeHead(304, kept.plain.headers.slice(0, -2)).end();
      return true;
    }
    const coding = codingFor(asked['accept-encoding']);
    const takesGzip = takes(asked['accept-encoding'], 'gzip');
    const packed =
      coding && (kept.packed[coding] ?? (takesGzip ? (kept.packed.gzip ?? kept.gzip) : null));
    if (packed instanceof Promise) return packed.then((copy) => write(response, copy));
    return write(response, packed ?? kept.plain);
  }
}

function write(response: ServerResponse, { headers, content }: Copy): true {
  response.writeHead(200, headers as string[]).end(content, 'latin1');
  return true;
}

function copyOf(headers: readonly string[], content: Buffer, coding?: string): Copy {
  return {
    headers: [
      ...headers,
      ...(coding ? ['content-encoding', coding] : []),
      'content-length',
      String(content.length),
    ],
    content: content.toString('latin1'),
  };
}

const sessionMark = `${cookieNames.session}=`;
const flashMark = `${cookieNames.flash}=`;

/** Signed-in people get pages of their own, and so does somebody who is still to be told something. */
export function hasOwnPages(cookies: string | undefined): boolean {
  return cookies !== undefined && (cookies.includes(sessionMark) || cookies.includes(flashMark));
}

/** The address itself for what is asked most, so that nothing is put together at each request. */
function cacheKey(language: Language, accept: string | undefined, url: string): string {
  const kind = accept?.startsWith('application/json') ? 'json' : 'html';
  return language === 'zh-CN' && kind === 'html' ? url : `${language} ${kind} ${url}`;
}
