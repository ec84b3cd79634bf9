import { BadRequestException, ForbiddenException, NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf } from '../access/admission.js';
import { compressAnswer } from '../cache/compress-answer.js';
import { type PublicPageCache, hasOwnPages } from '../cache/public-page-cache.js';
import { atWindow } from '../actor.js';
import { SignInNeeded } from '../errors/sign-in-needed.js';
import type { ActorSource, RefusalLog } from './actor-source.js';
import { addressOf } from './address.js';
import { hasFormOfOurs, tokenHolds } from './form-token.js';
import { isLanguage, languageOf } from './language-of.js';
import { Texts } from './texts.js';
import './request.js';

const reading = ['GET', 'HEAD', 'OPTIONS'];
/** Our widest search form has ten fields. */
const mostAsked = 100;

/** @param https people come over https, whatever a proxy speaks to this program */
export function addRequestFields(
  server: FastifyInstance,
  clock: { now(): string },
  https: boolean,
): void {
  server.decorateRequest('actor', null);
  server.decorateRequest('lang', 'zh-CN');
  server.decorateRequest('publicPage', false);
  server.decorateRequest('form');
  server.decorateRequest('typedFields', null);
  server.decorateRequest('asked');
  server.decorateRequest('uploads');
  server.decorateRequest('incoming', null);
  server.decorateRequest('leftBehind');
  server.decorateRequest('refusal', null);
  server.decorateRequest('startedAt', '');
  server.addHook('onRequest', async (request) => {
    request.form = {};
    request.asked = {};
    request.uploads = [];
    request.leftBehind = [];
    request.startedAt = clock.now();
    if (https) Object.defineProperty(request, 'protocol', { value: 'https' });
  });
}

/** `?lang=` chooses and is remembered; without a choice the page is in Simplified Chinese. */
export function addLanguage(server: FastifyInstance, https: boolean): void {
  const remembered = `; Path=/; Max-Age=31536000; SameSite=Lax${https ? '; Secure' : ''}`;
  server.addHook('onRequest', async (request, reply) => {
    const asked = (request.query as { lang?: unknown } | undefined)?.lang;
    if (isLanguage(asked)) {
      request.lang = asked;
      reply.header('set-cookie', `lang=${asked}${remembered}`);
    } else request.lang = languageOf(request.headers.cookie);
    reply.header('content-language', request.lang);
  });
}

/** Reads the query string once, for everybody; an address that no page of ours links to is refused. */
export function readAddresses(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    if (/%00|\0/.test(request.url)) throw new BadRequestException();
    request.asked = new Texts(mostAsked).addAll(request.query).form;
  });
}

/** Reads the generation before a page is made, and keeps the page that came of it. */
export function addPublicPageCache(server: FastifyInstance, cache: PublicPageCache): void {
  const generations = new WeakMap<FastifyRequest, number>();
  server.addHook('onRequest', async (request) => {
    if (request.method !== 'GET' || hasOwnPages(request.headers.cookie)) return;
    // Styles of the page that tells of a lost database need none.
    if (request.url.startsWith('/assets/')) return;
    generations.set(request, await cache.generation());
  });
  server.addHook('onSend', async (request, reply, payload) => {
    const generation = generations.get(request);
    const content = toBuffer(payload);
    if (request.publicPage && reply.statusCode === 200 && generation !== undefined) {
      if (content) {
        reply.header('cache-control', 'private, no-cache');
        cache.keep(request, reply, generation, content);
      }
    } else if (!reply.getHeader('cache-control')) reply.header('cache-control', 'no-store');
    return content ? compressAnswer(request, reply, content) : payload;
  });
}

function toBuffer(payload: unknown): Buffer | null {
  if (typeof payload === 'string') return Buffer.from(payload);
  return Buffer.isBuffer(payload) ? payload : null;
}

/**
 * Who asks, and whether the door opens, before a byte of the body is read. A visitor who has to sign
 * in is told so after the body: what was typed must come back after the sign-in.
 */
export function admit(server: FastifyInstance, accounts: ActorSource, log: RefusalLog): void {
  server.addHook('onRequest', async (request) => {
    const accountId = request.session?.accountId;
    const person = accountId ? await accounts.actor(accountId) : null;
    request.actor = person && isMerchants(request) ? atWindow(person) : person;
    if (request.is404) throw new NotFoundException();
    const { policy } = request.routeOptions.config;
    const refusal = refusalOf(policy, request.actor, request.url);
    if (refusal instanceof NotFoundException && request.actor) await writeDown(log, request);
    if (refusal instanceof SignInNeeded && !reading.includes(request.method)) {
      request.refusal = refusal;
    } else if (refusal) throw refusal;
  });
}

/** The pages on which a merchant works; at the window the clerk fills in the same ones. */
function isMerchants({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === '/my' || routeOptions.url?.startsWith('/my/') === true;
}

async function writeDown(log: RefusalLog, request: FastifyRequest): Promise<void> {
  await log.run({
    accountId: request.actor!.accountId,
    action: 'page.open',
    objectType: 'route',
    objectId: Array.from(request.routeOptions.url ?? '')
      .slice(0, 40)
      .join(''),
    result: 'refused',
    address: addressOf(request),
  });
}

/** Every request that can change something carries the token of its session, or proves itself. */
export function checkToken(server: FastifyInstance): void {
  server.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
    // A form of ours that comes after the end of its session: its token is looked at after the sign-in.
    if (request.refusal && hasFormOfOurs(request)) throw request.refusal;
    const { provesItself } = request.routeOptions.config;
    if (!reading.includes(request.method) && !provesItself && !tokenHolds(request, reply)) {
      throw new ForbiddenException();
    }
    if (request.refusal) throw request.refusal;
  });
}
