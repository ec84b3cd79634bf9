import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../../config/clock.js';
import { PendingFiles } from '../../../documents/pending-files.js';
import { missing } from '../../../rules/refusal.js';
import { returnYears } from '../../../rules/registry/return-years.js';
import { XLSX_TYPE } from '../../../text/xlsx.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { RawForm } from '../../../web/forms/parse-value.js';
import { Address, Asked, Files, Me, RawBody } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { ImportProgress } from '../../../web/imports/import-progress.js';
import { ImportSteps } from '../../../web/imports/import-steps.js';
import { download, page, redirect } from '../../../web/views/page.js';
import { ExportReturns } from '../export-returns.js';
import { ImportReturns } from '../import-returns.js';
import { PlanReturnsImport, type ReturnsPlan } from '../plan-returns-import.js';
import { returnsTemplate } from '../returns-template.js';
import { returnsImportPage } from './returns-import.page.js';

@Controller('office/registry/returns/import')
export class ReturnsImportController {
  constructor(
    private readonly planImport: PlanReturnsImport,
    private readonly importReturns: ImportReturns,
    private readonly exportReturns: ExportReturns,
    private readonly pending: PendingFiles,
    private readonly progress: ImportProgress,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('registry.edit')
  show(@Me() me: Actor) {
    return this.steps(me).show();
  }

  /** Who has not filed the year, or filed what is in doubt: to be filled in and brought back. */
  @Get('template')
  @Access('registry.edit')
  async template(
    @Me() { accountId }: Actor,
    @Address() address: string,
    @Asked('year') typed: unknown,
    @Req() { lang }: FastifyRequest,
  ) {
    const year = Number(typed);
    if (!returnYears(this.clock.now()).includes(year)) throw missing();
    const rows = await this.exportReturns.open({ accountId, address }, year, lang);
    return download(await returnsTemplate(lang, rows), XLSX_TYPE, `returns-${year}-template.xlsx`);
  }

  @Post()
  @Access('registry.edit')
  preview(@Me() me: Actor, @RawBody() raw: RawForm, @Files() files: readonly UploadedFile[]) {
    return this.steps(me).preview(raw, files);
  }

  @Post('confirmation')
  @Access('registry.edit')
  confirm(@Me() me: Actor, @RawBody() raw: RawForm) {
    return this.steps(me).confirm(raw);
  }

  private steps({ accountId }: Actor) {
    const by = { accountId, role: 'CityRegistrar' };
    return new ImportSteps<ReturnsPlan>(this.pending, this.progress, accountId, {
      plan: (content, report) => this.planImport.run(content, report),
      enter: async (order, report) => {
        const { year, counts } = await this.importReturns.run(by, order, report);
        const said = { year: String(year), ...counts };
        return redirect('/office/registry', 'merchants.returnsImport.done', said);
      },
      page: (shown, status) =>
        page('lists/import', returnsImportPage(shown, returnYears(this.clock.now())), status),
    });
  }
}
