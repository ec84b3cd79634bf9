import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../config/clock.js';
import type { Database } from '../../database/database.js';
import { endOfBeijingDay, beijingDate } from '../../rules/calendar/beijing-time.js';

interface Kept {
  readonly generation: number;
  readonly until: string;
  readonly etag: string;
  readonly headers: Record<string, string>;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

/** Enough for every page of a busy day; searches with made-up words cannot fill the memory. */
const mostPages = 1000;
const mostBytes = 24 * 1_048_576;

/**
 * Public pages for visitors without a session, kept compressed in memory. Every change that a
 * public page shows raises `chain_head.public_generation` in its own transaction, and each request
 * compares it, so a kept page is never stale, in this process or another. Pages speak of days, so
 * nothing is kept past the end of the Beijing day.
 */
export class PublicPageCache {
  private readonly kept = new Map<string, Kept>();
  /** Of all copies made since the last clearing; an upper bound of what is held. */
  private bytes = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers from the store when it may; true when the answer is on its way. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    if (request.method !== 'GET') return false;
    const kept = this.kept.get(cacheKey(request));
    if (!kept) return false;
    if (kept.generation !== (await this.generation()) || kept.until < this.clock.now()) {
      this.kept.delete(cacheKey(request));
      return false;
    }
    send(request, reply, kept);
    return true;
  }

  /** Keeps a fresh answer; called with the generation read before the page was made. */
  keep(request: FastifyRequest, reply: FastifyReply, generation: number, payload: Buffer): void {
    if (this.kept.size >= mostPages || this.bytes >= mostBytes) {
      this.kept.clear();
      this.bytes = 0;
    }
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (name !== 'content-length' && name !== 'set-cookie') headers[name] = String(value);
    }
    const page: Kept = {
      generation,
      until: endOfBeijingDay(beijingDate(this.clock.now())),
      etag: `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`,
      headers,
      plain: payload,
      gzip: gzipSync(payload),
      brotli: brotliCompressSync(payload, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    };
    this.bytes += page.plain.length + page.gzip.length + page.brotli.length;
    this.kept.set(cacheKey(request), page);
  }

  async generation(): Promise<number> {
    const row = await this.database.row<{ publicGeneration: number }>(
      'SELECT public_generation FROM chain_head WHERE id = 1',
    );
    return row?.publicGeneration ?? 0;
  }
}

function cacheKey(request: FastifyRequest): string {
  return `${request.lang} ${request.headers.accept?.startsWith('application/json') ? 'json' : ''} ${request.url}`;
}

function send(request: FastifyRequest, reply: FastifyReply, kept: Kept): void {
  reply.headers(kept.headers);
  reply.header('etag', kept.etag);
  reply.header('vary', 'accept-encoding, accept, cookie');
  if (request.headers['if-none-match'] === kept.etag) {
    void reply.code(304).send();
    return;
  }
  const accepted = request.headers['accept-encoding'] ?? '';
  const coding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
  if (coding) reply.header('content-encoding', coding);
  void reply.send(coding === 'br' ? kept.brotli : coding === 'gzip' ? kept.gzip : kept.plain);
}
