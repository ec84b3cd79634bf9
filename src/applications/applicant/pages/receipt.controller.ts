import { Controller, Get, Inject, Param } from '@nestjs/common';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { Me } from '../../../web/http/parameters.js';
import { download, page } from '../../../web/views/page.js';
import { squareCode } from '../../../web/views/square-code.js';
import { ApplicantQueries } from '../applicant.queries.js';
import { ApplicationFiles, handedIn } from '../application-files.js';
import { receiptPage } from './receipt.page.js';

/** What an applicant keeps of a submission. */
@Controller('my/applications/:id/receipt')
export class ReceiptController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly files: ApplicationFiles,
    private readonly queries: ApplicantQueries,
  ) {}

  @Get()
  @Access('merchant')
  async receipt(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.load(me, id);
    if (!file.application.receiptNumber) throw missing();
    const declarations = await this.queries.declarations(id);
    const last = file.submissions.at(-1) ?? null;
    const shown = last ? handedIn(file, last) : file;
    return page('applications/receipt', receiptPage(shown, declarations, last));
  }

  /** Leads to the progress of the application, which the number alone shows. */
  @Get('qr.svg')
  @Access('merchant')
  async square(@Me() me: Actor, @Param('id') id: string) {
    const { receiptNumber } = (await this.files.load(me, id)).application;
    if (!receiptNumber) throw missing();
    const svg = await squareCode(`${this.config.publicUrl}/progress?number=${receiptNumber}`);
    return download(svg, 'image/svg+xml', `${receiptNumber}.svg`, true);
  }
}
