import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PendingFiles } from '../../../../documents/pending-files.js';
import { XLSX_TYPE } from '../../../../text/xlsx.js';
import { Access } from '../../../../web/access/access.decorator.js';
import type { Actor } from '../../../../web/actor.js';
import type { RawForm } from '../../../../web/forms/parse-value.js';
import { Address, Files, Me, RawBody } from '../../../../web/http/parameters.js';
import type { UploadedFile } from '../../../../web/http/uploaded-file.js';
import { ImportProgress } from '../../../../web/imports/import-progress.js';
import { ImportSteps } from '../../../../web/imports/import-steps.js';
import { download, page, redirect } from '../../../../web/views/page.js';
import { ExportWorkbook } from '../export-workbook.js';
import { ImportWorkbook } from '../import-workbook.js';
import { PlanWorkbook, type WorkbookPlan } from '../plan-workbook.js';
import { workbookPage } from './workbook.page.js';

@Controller('judging/workbook')
export class WorkbookController {
  constructor(
    private readonly plan: PlanWorkbook,
    private readonly importWorkbook: ImportWorkbook,
    private readonly exportWorkbook: ExportWorkbook,
    private readonly pending: PendingFiles,
    private readonly progress: ImportProgress,
  ) {}

  @Get()
  @Access('judge')
  show(@Me() me: Actor) {
    return this.steps(me).show();
  }

  /** All open sheets of the judge, with what is on them, to be filled in and brought back. */
  @Get('template')
  @Access('judge')
  async template(
    @Me() { accountId }: Actor,
    @Address() address: string,
    @Req() { lang }: FastifyRequest,
  ) {
    const content = await this.exportWorkbook.run({ accountId, address }, lang);
    return download(content, XLSX_TYPE, 'scores.xlsx');
  }

  @Post()
  @Access('judge')
  preview(@Me() me: Actor, @RawBody() raw: RawForm, @Files() files: readonly UploadedFile[]) {
    return this.steps(me).preview(raw, files);
  }

  @Post('confirmation')
  @Access('judge')
  confirm(@Me() me: Actor, @RawBody() raw: RawForm) {
    return this.steps(me).confirm(raw);
  }

  private steps(me: Actor) {
    return new ImportSteps<WorkbookPlan>(this.pending, this.progress, me.accountId, {
      plan: (content) => this.plan.run(me, content),
      enter: async (order, report) => {
        const { counts, sheets } = await this.importWorkbook.run(me, order, report);
        const said = { count: counts.new + counts.changed, sheets: sheets.length };
        return redirect('/judging', 'judging.workbook.done', said);
      },
      page: (shown, status) => page('lists/import', workbookPage(shown), status),
    });
  }
}
