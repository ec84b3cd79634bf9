import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieNames } from '../sessions/cookies.js';
import { codingFor } from './coding-for.js';
import { hasOwnPages } from './public-page-cache.js';

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };
/** Quick: a reader waits for it. What is kept for many readers is made smaller beside the requests. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
/** Below that the headers weigh more than what is saved. */
const leastBytes = 500;

/**
 * A public answer on its way out, compressed where its reader takes that. An answer with somebody's own
 * secrets in it never is: its length would tell of them.
 */
export async function compressAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  content: Buffer,
): Promise<Buffer> {
  const coding = codingFor(request.headers['accept-encoding']);
  if (!coding || !isPublic(request) || content.length < leastBytes) return content;
  if (reply.hasHeader('content-encoding') || !isText(reply)) return content;
  const sent = coding === 'br' ? await compress.br(content, quick) : await compress.gzip(content);
  reply.header('content-encoding', coding).removeHeader('content-length');
  return sent;
}

function isPublic({ method, headers: { cookie } }: FastifyRequest): boolean {
  return method === 'GET' && !hasOwnPages(cookie) && !cookie?.includes(`${cookieNames.receipt}=`);
}

function isText(reply: FastifyReply): boolean {
  return /^(?:text\/|application\/json|application\/(?:\w+\+)?xml|image\/svg)/.test(
    String(reply.getHeader('content-type') ?? ''),
  );
}
