import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PendingFiles } from '../../documents/pending-files.js';
import { XLSX_TYPE } from '../../text/xlsx.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import { Files, Me, RawBody } from '../../web/http/parameters.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { ImportProgress } from '../../web/imports/import-progress.js';
import { ImportSteps } from '../../web/imports/import-steps.js';
import { download, page, redirect } from '../../web/views/page.js';
import { ImportMerchants } from '../import-merchants.js';
import { type ImportPlan, PlanImport } from '../plan-import.js';
import { registryTemplate } from '../registry-template.js';
import { registryImportPage } from './import.page.js';

@Controller('office/registry/import')
export class ImportController {
  constructor(
    private readonly planImport: PlanImport,
    private readonly importMerchants: ImportMerchants,
    private readonly pending: PendingFiles,
    private readonly progress: ImportProgress,
  ) {}

  @Get()
  @Access('registry.edit')
  show(@Me() me: Actor) {
    return this.steps(me).show();
  }

  /** An empty table with its lists, its notes and text cells for the codes. */
  @Get('template')
  @Access('registry.edit')
  async template(@Req() { lang }: FastifyRequest) {
    return download(await registryTemplate(lang), XLSX_TYPE, 'merchants-template.xlsx');
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
    return new ImportSteps<ImportPlan>(this.pending, this.progress, accountId, {
      plan: (content, report) => this.planImport.run(content, report),
      enter: async (order, report) => {
        const { counts } = await this.importMerchants.run(by, order, report);
        return redirect('/office/registry', 'merchants.import.done', { ...counts });
      },
      page: (shown, status) => page('lists/import', registryImportPage(shown), status),
    });
  }
}
