import { Controller, Get, Param } from '@nestjs/common';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { Asked } from '../../../web/http/parameters.js';
import { page, paperFile } from '../../../web/views/page.js';
import { paperPage } from '../../../web/views/paper-page.js';
import { ObjectionQueries } from '../objection.queries.js';
import { objectionDecision, objectionReply } from './objection-papers.js';

const builders = { decision: objectionDecision, reply: objectionReply } as const;

/** What the office decided and answered, to be printed, sealed and sent. */
@Controller('office/objections/:id')
export class ObjectionPapersController {
  constructor(private readonly objections: ObjectionQueries) {}

  @Get('decision')
  @Access('objection.read')
  decision(@Param('id') id: string, @Asked('kind') kind: unknown) {
    return this.paper(id, 'decision', kind);
  }

  @Get('reply')
  @Access('objection.read')
  reply(@Param('id') id: string, @Asked('kind') kind: unknown) {
    return this.paper(id, 'reply', kind);
  }

  private async paper(id: string, name: keyof typeof builders, kind: unknown) {
    const row = await this.objections.byId(id);
    const build = row && builders[name](row);
    if (!build) throw missing();
    if (kind === 'docx') return paperFile(build, `${name}-${row.receiptNumber}`);
    const href = `/office/objections/${id}`;
    const docx = { label: 'paper.download.docx', href: `${href}/${name}?kind=docx` };
    return page('web/paper', paperPage(build, { label: 'awards.objections.title', href }, [docx]));
  }
}
