import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PendingFiles } from '../../../../documents/pending-files.js';
import { writeCsv } from '../../../../text/csv.js';
import { XLSX_TYPE } from '../../../../text/xlsx.js';
import { Access } from '../../../../web/access/access.decorator.js';
import type { Actor } from '../../../../web/actor.js';
import type { RawForm } from '../../../../web/forms/parse-value.js';
import { Address, Asked, Files, Me, RawBody } from '../../../../web/http/parameters.js';
import type { UploadedFile } from '../../../../web/http/uploaded-file.js';
import { ImportProgress } from '../../../../web/imports/import-progress.js';
import { ImportSteps } from '../../../../web/imports/import-steps.js';
import { download, page, redirect } from '../../../../web/views/page.js';
import { ExportVerdicts, verdictTemplate } from '../export-verdicts.js';
import { ImportVerdicts } from '../import-verdicts.js';
import { PlanVerdictImport, type VerdictPlan } from '../plan-verdict-import.js';
import { VERDICT_COLUMNS, VERDICT_TABLE } from '../verdict-columns.js';
import { verdictImportPage } from './verdict-import.page.js';

@Controller('office/verification/import')
export class VerdictImportController {
  constructor(
    private readonly planImport: PlanVerdictImport,
    private readonly importVerdicts: ImportVerdicts,
    private readonly exportVerdicts: ExportVerdicts,
    private readonly pending: PendingFiles,
    private readonly progress: ImportProgress,
  ) {}

  @Get()
  @Access('verify')
  show(@Me() me: Actor, @Req() request: FastifyRequest) {
    return this.steps(me, request).show();
  }

  /** Every figure that waits for a verdict or has one, to be filled in and brought back. */
  @Get('template')
  @Access('verify')
  async template(
    @Me() { accountId }: Actor,
    @Address() address: string,
    @Asked('kind') kind: unknown,
    @Req() { lang }: FastifyRequest,
  ) {
    const rows = await this.exportVerdicts.run({ accountId, address }, lang);
    const header = VERDICT_COLUMNS.map((column) => VERDICT_TABLE.header(lang, column));
    return kind === 'csv'
      ? download(writeCsv(header, rows), 'text/csv; charset=utf-8', 'verdicts.csv')
      : download(await verdictTemplate(lang, rows), XLSX_TYPE, 'verdicts.xlsx');
  }

  @Post()
  @Access('verify')
  preview(
    @Me() me: Actor,
    @RawBody() raw: RawForm,
    @Files() files: readonly UploadedFile[],
    @Req() request: FastifyRequest,
  ) {
    return this.steps(me, request).preview(raw, files);
  }

  @Post('confirmation')
  @Access('verify')
  confirm(@Me() me: Actor, @RawBody() raw: RawForm, @Req() request: FastifyRequest) {
    return this.steps(me, request).confirm(raw);
  }

  private steps(me: Actor, { lang }: FastifyRequest) {
    return new ImportSteps<VerdictPlan>(this.pending, this.progress, me.accountId, {
      plan: (content, report) => this.planImport.run(me, content, lang, report),
      enter: async (order, report) => {
        const { counts, files } = await this.importVerdicts.run(me, { ...order, lang }, report);
        const said = { count: counts.new + counts.changed, files: files.length };
        return redirect('/office/verification', 'review.verdictImport.done', said);
      },
      page: (shown, status) => page('lists/import', verdictImportPage(shown), status),
    });
  }
}
