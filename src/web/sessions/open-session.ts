import type { FastifyRequest } from 'fastify';
import { deviceOf } from '../../rules/accounts/device-of.js';

export interface SignedIn {
  readonly accountId: string;
  /** Of the password that was asked for; with another one the session is worth nothing. */
  readonly passwordMark: string;
}

/** A new session id at sign-in, so that one planted before is worth nothing. */
export async function openSession(request: FastifyRequest, signedIn: SignedIn): Promise<void> {
  await request.session.regenerate();
  request.session.accountId = signedIn.accountId;
  request.session.passwordMark = signedIn.passwordMark;
  request.session.device = deviceOf(request.headers['user-agent'] ?? '');
  request.session.openedAt = new Date().toISOString();
}
