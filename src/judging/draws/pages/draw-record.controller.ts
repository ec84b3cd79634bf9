import { Controller, Get, Param } from '@nestjs/common';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { download, page, paperFile } from '../../../web/views/page.js';
import { DrawQueries } from '../draw.queries.js';
import { ExpertQueries } from '../../experts/expert.queries.js';
import { drawPaper } from './draw-paper.js';
import { drawPrintPage } from './draw-print.page.js';

/** 抽取记录表 on paper, and as the file from which anybody can draw again alone. */
@Controller('office/draws')
export class DrawRecordController {
  constructor(
    private readonly draws: DrawQueries,
    private readonly experts: ExpertQueries,
  ) {}

  @Get(':id/record')
  @Access('office.read')
  async print(@Param('id') id: string) {
    const draw = await this.draws.byId(id);
    if (!draw.record) throw missing();
    return page('judging/draw-print', drawPrintPage(draw, await this.experts.all()));
  }

  @Get(':id/record.docx')
  @Access('office.read')
  async docx(@Param('id') id: string) {
    const draw = await this.draws.byId(id);
    if (!draw.record) throw missing();
    const print = drawPrintPage(draw, await this.experts.all());
    return paperFile(drawPaper(print), `draw-${draw.categoryCode}-${draw.number}`);
  }

  @Get(':id/record.json')
  @Access('office.read')
  async file(@Param('id') id: string) {
    const { record, categoryCode, number } = await this.draws.byId(id);
    if (!record) throw missing();
    return download(
      `${JSON.stringify(record, null, 2)}\n`,
      'application/json; charset=utf-8',
      `draw-${categoryCode}-${number}.json`,
    );
  }
}
