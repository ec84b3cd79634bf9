import { Controller, Get, Param, Post } from '@nestjs/common';
import { overtaken } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ApplicationFiles } from '../application-files.js';
import { DropDraft, isDroppable } from '../drop-draft.js';
import { ReopenApplication } from '../reopen-application.js';
import { RestoreSubmission } from '../restore-submission.js';
import { dropPage } from './hand-in-again.page.js';

/** What may be done until the deadline: change what was handed in, give the change up, drop a draft. */
@Controller('my/applications/:id')
export class HandInAgainController {
  constructor(
    private readonly files: ApplicationFiles,
    private readonly reopenApplication: ReopenApplication,
    private readonly restoreSubmission: RestoreSubmission,
    private readonly dropDraft: DropDraft,
  ) {}

  @Post('revision')
  @Access('merchant')
  async reopen(@Me() me: Actor, @Param('id') id: string) {
    await this.reopenApplication.run(me, await this.files.load(me, id));
    return redirect(`/my/applications/${id}`, 'applications.reopened');
  }

  @Post('restoration')
  @Access('merchant')
  async restore(@Me() me: Actor, @Param('id') id: string) {
    const { application } = await this.files.load(me, id);
    await this.restoreSubmission.run(me, application.id);
    return redirect(`/my/applications/${id}`, 'applications.restored');
  }

  @Get('removal')
  @Access('merchant')
  async askDrop(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.load(me, id);
    if (!isDroppable(file.application)) {
      throw overtaken('applications.drop.tooLate', 'application', file.application.state);
    }
    return page('applications/drop', dropPage(file));
  }

  @Post('removal')
  @Access('merchant')
  async drop(@Me() me: Actor, @Param('id') id: string) {
    await this.dropDraft.run(me, await this.files.load(me, id));
    return redirect('/my', 'applications.dropped');
  }
}
