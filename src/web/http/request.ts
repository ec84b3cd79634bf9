import '@fastify/cookie';
import '@fastify/session';
import type { Language } from '../../text/catalogue.js';
import type { Actor } from '../actor.js';
import type { RawForm } from '../forms/parse-value.js';

export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly content: Buffer;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    lang: Language;
    /** Fields of the body, whatever its encoding; files apart. */
    form: RawForm;
    uploads: readonly UploadedFile[];
    /** When its first line arrived; a slow upload is handled minutes later. */
    startedAt: string;
    /** The answer may be kept for other visitors who are not signed in. */
    publicPage: boolean;
  }
  interface Session {
    accountId?: string;
    flash?: { key: string; variables?: Record<string, string | number> };
    _csrf?: string;
  }
}

export function wantsJson(request: { headers: { accept?: string }; url: string }): boolean {
  return (
    request.url.startsWith('/api/') ||
    Boolean(request.headers.accept?.startsWith('application/json'))
  );
}
