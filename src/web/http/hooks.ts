import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type PublicPageCache, hasSession } from '../cache/public-page-cache.js';
import type { ActorSource } from './actor-source.js';
import { isLanguage, languageOf } from './language-of.js';
import { readBody } from './read-body.js';
import './request.js';

export function addRequestFields(server: FastifyInstance, clock: { now(): string }): void {
  server.decorateRequest('actor', null);
  server.decorateRequest('lang', 'zh-CN');
  server.decorateRequest('publicPage', false);
  server.decorateRequest('form');
  server.decorateRequest('uploads');
  server.decorateRequest('startedAt', '');
  server.addHook('onRequest', async (request) => {
    request.form = {};
    request.uploads = [];
    request.startedAt = clock.now();
  });
}

/** `?lang=` chooses and is remembered; without a choice the page is in Simplified Chinese. */
export function addLanguage(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const asked = (request.query as { lang?: string } | undefined)?.lang;
    if (isLanguage(asked)) {
      request.lang = asked;
      reply.header('set-cookie', `lang=${asked}; Path=/; Max-Age=31536000; SameSite=Lax`);
    } else request.lang = languageOf(request.headers.cookie);
    reply.header('content-language', request.lang);
  });
}

/** Reads the generation before a page is made, and keeps the page that came of it. */
export function addPublicPageCache(server: FastifyInstance, cache: PublicPageCache): void {
  const generations = new WeakMap<FastifyRequest, number>();
  server.addHook('onRequest', async (request) => {
    if (request.method !== 'GET' || hasSession(request.headers.cookie)) return;
    // Styles of the page that tells of a lost database need none.
    if (request.url.startsWith('/assets/')) return;
    generations.set(request, await cache.generation());
  });
  server.addHook('onSend', async (request, reply, payload) => {
    const generation = generations.get(request);
    if (request.publicPage && reply.statusCode === 200 && generation !== undefined) {
      const content = toBuffer(payload);
      if (content) {
        reply.header('cache-control', 'private, no-cache');
        cache.keep(request, reply, generation, content);
      }
    } else if (!reply.getHeader('cache-control')) reply.header('cache-control', 'no-store');
    return payload;
  });
}

function toBuffer(payload: unknown): Buffer | null {
  if (typeof payload === 'string') return Buffer.from(payload);
  return Buffer.isBuffer(payload) ? payload : null;
}

export function addActor(server: FastifyInstance, accounts: ActorSource): void {
  server.addHook('preValidation', async (request) => {
    const accountId = request.session?.accountId;
    request.actor = accountId ? await accounts.actor(accountId) : null;
    await readBody(request);
  });
}

/** Every request that can change something carries the token of its session. */
export function checkToken(server: FastifyInstance): void {
  server.addHook('preHandler', (request: FastifyRequest, reply: FastifyReply, done) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) done();
    else server.csrfProtection(request, reply, done);
  });
}
