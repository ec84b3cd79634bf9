import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PRACTICE_SUBJECTS } from '../../../rules/practices/practice.js';
import { Access } from '../../../web/access/access.decorator.js';
import { PublicPage } from '../../../web/cache/public-page.decorator.js';
import { AllAsked } from '../../../web/http/parameters.js';
import { download, page } from '../../../web/views/page.js';
import { OpenPicture } from '../open-picture.js';
import { type PracticeFilter, PracticeQueries } from '../practice.queries.js';
import { practicesPage } from './practices.page.js';

type Asked = Readonly<Record<string, string | undefined>>;

/** What holders of a title let others copy. */
@Controller('practices')
export class PracticesController {
  constructor(
    private readonly practices: PracticeQueries,
    private readonly pictures: OpenPicture,
  ) {}

  @Get()
  @Access('public')
  @PublicPage()
  async index(@AllAsked() asked: Asked) {
    const filter = readFilter(asked);
    return page(
      'merchants/practices',
      practicesPage(filter, await this.practices.released(filter)),
    );
  }

  @Get('booklet')
  @Access('public')
  @PublicPage()
  async booklet(@AllAsked() asked: Asked) {
    const filter = readFilter(asked);
    const rows = await this.practices.released(filter);
    return page('merchants/practice-booklet', practicesPage(filter, rows));
  }

  @Get(':id/pictures/:documentId')
  @Access('public')
  async picture(
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { content, contentType, name } = await this.pictures.run(id, documentId);
    reply.header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'self'");
    reply.header('x-content-type-options', 'nosniff');
    return download(content, contentType, name, true);
  }
}

function readFilter({ subject, text }: Asked): PracticeFilter {
  return {
    subject: PRACTICE_SUBJECTS.find((one) => one === subject) ?? null,
    text: (text ?? '').trim().slice(0, 60),
  };
}
