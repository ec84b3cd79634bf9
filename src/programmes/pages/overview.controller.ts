import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Form, Me } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { AnnounceProgramme } from '../announce-programme.js';
import { OrderExtension } from '../order-extension.js';
import { ProgrammeGuards } from '../programme-guards.js';
import { ProgrammeQueries } from '../programme.queries.js';
import { SetUpQueries } from '../set-up.queries.js';
import { extensionPage } from './orders.page.js';
import { AnnouncementForm, ExtensionForm } from './overview.form.js';
import { overviewPage } from './overview.page.js';

@Controller('office/programmes/:id')
export class OverviewController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly guards: ProgrammeGuards,
    private readonly announceProgramme: AnnounceProgramme,
    private readonly orderExtension: OrderExtension,
  ) {}

  @Get()
  @Access('office.read')
  async show(@Param('id') id: string) {
    const rows = {
      programme: await this.programmes.byId(id),
      findings: await this.guards.findings(id),
      bases: await this.setUp.legalBases(id),
      categories: await this.programmes.categories(id),
      rounds: await this.programmes.rounds(id),
      versions: await this.setUp.ruleVersions(id),
      extensions: await this.setUp.extensions(id),
    };
    return page('programmes/overview', overviewPage(rows));
  }

  @Post('announcement')
  @Access('programme.approve')
  async announce(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(AnnouncementForm) form: Submitted<AnnouncementForm>,
  ) {
    const version = form.value.version ?? 0;
    await this.announceProgramme.run(me, { programmeId: id, version });
    return redirect(`/office?programme=${id}`, 'programmes.announced');
  }

  @Get('extension-orders')
  @Access('programme.prepare')
  async extension(@Param('id') id: string) {
    const programme = await this.programmes.byId(id);
    const form = unsentForm(ExtensionForm, {
      phase: programme.state,
      scope: 'all',
      newDrafts: true,
    });
    return page(
      'programmes/extension',
      extensionPage(programme, await this.setUp.applicants(id), form),
    );
  }

  @Post('extension-orders')
  @Access('programme.prepare')
  async extend(
    @Me() me: Actor,
    @Param('id') id: string,
    @Form(ExtensionForm) form: Submitted<ExtensionForm>,
  ) {
    const programme = await this.programmes.byId(id);
    const outcome = await form.attempt((value) =>
      this.orderExtension.run(me, Object.assign({ programmeId: id }, value)),
    );
    if (outcome.done) return redirect(`/office/programmes/${id}`, 'programmes.extension.done');
    return page(
      'programmes/extension',
      extensionPage(programme, await this.setUp.applicants(id), outcome.form),
      422,
    );
  }
}
