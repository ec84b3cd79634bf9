import type { FastifyReply } from 'fastify';
import type { OpenedDocument } from '../../../documents/open-document.js';
import { download } from '../../../web/views/page.js';

/** Whatever a file contains, it runs nothing and reaches nothing of this site. */
export function sendFile(reply: FastifyReply, document: OpenedDocument) {
  reply.header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'self'");
  reply.header('x-content-type-options', 'nosniff');
  return download(document.content, document.contentType, document.name, document.inline);
}
