import type { SessionEnd } from '../sessions/session-store.js';
import '@fastify/cookie';
import '@fastify/session';
import type { Language } from '../../text/catalogue.js';
import type { Actor } from '../actor.js';
import type { RawForm } from '../forms/parse-value.js';
import type { IncomingFile } from './uploaded-file.js';
import type { IncomingFiles } from './uploads.js';
import './route-facts.js';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    lang: Language;
    /** Fields of the body, whatever its encoding; files apart. */
    form: RawForm;
    /** Fields of the query string. */
    asked: RawForm;
    uploads: readonly IncomingFile[];
    /** Names of files that came when nobody was signed in any more. */
    leftBehind: readonly string[];
    /** Where the files of this request lie; null while there are none. */
    incoming: IncomingFiles | null;
    /** What the visitor is told once the token is known to hold. */
    refusal: Error | null;
    /** When its first line arrived; a slow upload is handled minutes later. */
    startedAt: string;
    /** The answer may be kept for other visitors who are not signed in. */
    publicPage: boolean;
  }
  interface Session {
    accountId?: string;
    passwordMark?: string;
    /** For the person's own list of where they are signed in. */
    device?: string;
    openedAt?: string;
    /** Why the session of this browser signs nobody in any more; never stored. */
    ended?: SessionEnd;
  }
}

export function wantsJson(request: { headers: { accept?: string }; url: string }): boolean {
  return (
    request.url.startsWith('/api/') ||
    Boolean(request.headers.accept?.startsWith('application/json'))
  );
}
