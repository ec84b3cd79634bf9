import type { SessionEnd } from '../sessions/session-store.js';
import '@fastify/cookie';
import '@fastify/session';
import type { Language } from '../../text/catalogue.js';
import type { Actor } from '../actor.js';
import type { RawForm } from '../forms/parse-value.js';
import type { PageContext } from '../page-context.js';
import type { IncomingFile } from './uploaded-file.js';
import type { IncomingFiles } from './uploads.js';
import './route-facts.js';

/** One field of a form as it came, by its name in the body. */
export interface TypedField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    lang: Language;
    /** Fields of the body, whatever its encoding; files apart. */
    form: RawForm;
    /** What was typed under its labels, where data and no class says what the fields are called. */
    typedFields: ((context: PageContext) => readonly TypedField[]) | null;
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
