import { Controller, Get, Inject, Param } from '@nestjs/common';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { Me } from '../../../web/http/parameters.js';
import { page } from '../../../web/views/page.js';
import { squarePath } from '../../../web/views/square-code.js';
import type { ApplicationFile } from '../application-file.js';
import { ApplicationFiles } from '../application-files.js';
import { RemedyQueries, type RemedyRow } from '../remedies.queries.js';
import { remedySlip, withdrawalSlip } from './slips.page.js';

/** What an applicant keeps of an act after the submission. */
@Controller('my/applications/:id')
export class SlipsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly files: ApplicationFiles,
    private readonly remedies: RemedyQueries,
  ) {}

  @Get('withdrawal/receipt')
  @Access('merchant')
  async withdrawal(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.load(me, id);
    if (!applicationIn.withdrawn.has(file.application.state)) throw missing();
    return page('web/slip', withdrawalSlip(file, await this.square(file)));
  }

  @Get('screening-statement/receipt')
  @Access('merchant')
  statement(@Me() me: Actor, @Param('id') id: string) {
    return this.remedy(me, id, 'statement');
  }

  @Get('re-examination/receipt')
  @Access('merchant')
  reexamination(@Me() me: Actor, @Param('id') id: string) {
    return this.remedy(me, id, 'reexamination');
  }

  private async remedy(me: Actor, id: string, kind: RemedyRow['kind']) {
    const file = await this.files.load(me, id);
    const said = (await this.remedies.of(id)).find((one) => one.kind === kind);
    if (!said) throw missing();
    return page('web/slip', remedySlip(file, said, await this.square(file)));
  }

  /** Leads to the progress of the application, which the number alone shows. */
  private square({ application }: ApplicationFile) {
    const number = application.receiptNumber ?? '';
    return squarePath(`${this.config.publicUrl}/progress?number=${number}`);
  }
}
