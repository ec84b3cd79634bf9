import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieNames } from '../sessions/cookies.js';
import type { RawForm } from '../forms/parse-value.js';

/**
 * Whose token it is: an account's in this browser, or, before signing in, only this browser's. It outlives
 * the session, so that a form that was filled in for an hour can be sent after signing in again.
 */
export function tokenOwner({ session }: FastifyRequest): string {
  return session?.accountId ?? 'visitor';
}

/** The token as a form or a script sends it. */
export function sentToken(request: FastifyRequest): string {
  const fromForm = (request.form as RawForm | undefined)?._csrf;
  return typeof fromForm === 'string' ? fromForm : String(request.headers['x-csrf-token'] ?? '');
}

export function makeToken(request: FastifyRequest, reply: FastifyReply): string {
  return reply.generateCsrf({ userInfo: tokenOwner(request) });
}

/** Whether the request carries a token of this browser and this person. */
export function tokenHolds(request: FastifyRequest, reply: FastifyReply): boolean {
  let holds = false;
  const answer = { unsignCookie: reply.unsignCookie.bind(reply), send: () => answer };
  request.server.csrfProtection(request, answer as unknown as FastifyReply, () => {
    holds = true;
  });
  return holds;
}

/** Whether another form's token is of this browser and of whoever is signed in now. */
export function draftHolds(request: FastifyRequest, reply: FastifyReply, fields: RawForm): boolean {
  const { form } = request;
  request.form = { _csrf: fields._csrf };
  try {
    return tokenHolds(request, reply);
  } finally {
    request.form = form;
  }
}

/** Whether this browser was given a form by us: the cookie is signed. */
export function hasFormOfOurs(request: FastifyRequest): boolean {
  const names = ['', '__Host-'].map((prefix) => prefix + cookieNames.form);
  return names.some((name) => request.unsignCookie(request.cookies[name] ?? '').valid);
}
