import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../rules/refusal.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { Files, Me, RawBody } from '../../web/http/parameters.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { XLSX_TYPE } from '../../text/xlsx.js';
import { download, page, redirect } from '../../web/views/page.js';
import { ImportMerchants } from '../import-merchants.js';
import { PendingFiles } from '../../documents/pending-files.js';
import { PlanImport } from '../plan-import.js';
import { registryTemplate } from '../registry-template.js';
import { type ImportRows, importPage } from './import.page.js';

@Controller('office/registry/import')
export class ImportController {
  constructor(
    private readonly planImport: PlanImport,
    private readonly importMerchants: ImportMerchants,
    private readonly pending: PendingFiles,
  ) {}

  @Get()
  @Access('registry.edit')
  show() {
    return this.page({ plan: null, refusal: null });
  }

  /** An empty table with its lists, its notes and text cells for the codes. */
  @Get('template')
  @Access('registry.edit')
  async template(@Req() { lang }: FastifyRequest) {
    return download(await registryTemplate(lang), XLSX_TYPE, 'merchants-template.xlsx');
  }

  /** Reads the file and shows what it would do; nothing is written to the register. */
  @Post()
  @Access('registry.edit')
  async preview(@Files() files: readonly UploadedFile[]) {
    const file = files.find((one) => one.field === 'file');
    if (!file) return this.refused(new Refusal('merchants.import.chooseFile', {}, 'file'));
    return this.preparing(await file.read(), 200);
  }

  @Post('confirmation')
  @Access('registry.edit')
  async confirm(@Me() me: Actor, @RawBody() raw: RawForm) {
    const [hash = '', digest = ''] = ['hash', 'digest'].map((name) => typedTexts(raw, name)[0]);
    const content = await this.pending.take(hash);
    if (!content) return this.refused(new Refusal('merchants.import.chooseAgain', {}, 'file'));
    try {
      const by = { accountId: me.accountId, role: 'CityRegistrar' };
      const confirmed = typedTexts(raw, 'confirmed')[0] === 'on';
      const { counts } = await this.importMerchants.run(by, { content, digest, confirmed });
      await this.pending.forget(hash);
      return redirect('/office/registry', 'merchants.import.done', { ...counts });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.kind === 'conflict') return this.preparing(content, 409);
      if (error.field === 'confirmed') return this.preparing(content, 422, error);
      return this.refused(error);
    }
  }

  private async preparing(content: Buffer, status: number, refusal: Refusal | null = null) {
    try {
      const plan = await this.planImport.run(content);
      if (plan.errors.length === 0) await this.pending.keep(plan.hash, content);
      return this.page({ plan, refusal }, plan.errors.length ? 422 : status);
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'invalid') return this.refused(error);
      throw error;
    }
  }

  private refused(refusal: Refusal) {
    return this.page({ plan: null, refusal }, 422);
  }

  private page(rows: ImportRows, status = 200) {
    return page('merchants/import', importPage(rows), status);
  }
}
