import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { Address, Me } from '../../web/http/parameters.js';
import { download } from '../../web/views/page.js';
import { OpenThumbnail } from '../open-thumbnail.js';
import { OpenDocument } from '../open-document.js';

@Controller('documents')
export class DocumentController {
  constructor(
    private readonly openDocument: OpenDocument,
    private readonly openThumbnail: OpenThumbnail,
  ) {}

  @Get(':id/thumbnail')
  @Access('signedIn')
  async thumbnail(
    @Me() me: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const small = await this.openThumbnail.run(me, id);
    harmless(reply);
    return download(small, 'image/webp', `${id}.webp`, true);
  }

  @Get(':id')
  @Access('signedIn')
  async show(
    @Me() me: Actor,
    @Param('id') id: string,
    @Address() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const document = await this.openDocument.run(me, id, address);
    harmless(reply);
    return download(document.content, document.contentType, document.name, document.inline);
  }
}

/** Whatever a file contains, it runs nothing and reaches nothing of this site. */
function harmless(reply: FastifyReply): void {
  reply.header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'self'");
  reply.header('x-content-type-options', 'nosniff');
}
