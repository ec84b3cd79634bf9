import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RawForm } from '../forms/parse-value.js';

/** Whose token it is: a session's, or, before signing in, only this browser's. */
export function tokenOwner(request: FastifyRequest): string {
  const { session } = request;
  return session?.accountId ? session.sessionId : 'visitor';
}

/** The token as a form or a script sends it. */
export function sentToken(request: FastifyRequest): string {
  const fromForm = (request.form as RawForm | undefined)?._csrf;
  return typeof fromForm === 'string' ? fromForm : String(request.headers['x-csrf-token'] ?? '');
}

export function makeToken(request: FastifyRequest, reply: FastifyReply): string {
  return reply.generateCsrf({ userInfo: tokenOwner(request) });
}

/** Whether the request carries a token of this browser and this session. */
export function tokenHolds(request: FastifyRequest, reply: FastifyReply): boolean {
  let holds = false;
  const answer = { unsignCookie: reply.unsignCookie.bind(reply), send: () => answer };
  request.server.csrfProtection(request, answer as unknown as FastifyReply, () => {
    holds = true;
  });
  return holds;
}
