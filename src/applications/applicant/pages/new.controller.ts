import { Controller, Get, Post } from '@nestjs/common';
import { Refusal } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { EligibilityOverview } from '../eligibility-overview.js';
import { StartApplications } from '../start-applications.js';
import { newPage } from './new.page.js';

@Controller('my/applications')
export class NewController {
  constructor(
    private readonly overview: EligibilityOverview,
    private readonly start: StartApplications,
  ) {}

  @Get('new')
  @Access('merchant')
  async show(@Me() me: Actor) {
    return page('applications/new', newPage(await this.overview.of(merchantOf(me) ?? '')));
  }

  @Post()
  @Access('merchant')
  async create(@Me() me: Actor, @RawBody() raw: RawForm) {
    const categoryIds = typedTexts(raw, 'categoryIds');
    try {
      const { applicationIds } = await this.start.run(me, { categoryIds });
      const [first] = applicationIds;
      const path = applicationIds.length === 1 ? `/my/applications/${first}` : '/my';
      return redirect(path, 'applications.new.started');
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
      const overview = await this.overview.of(merchantOf(me) ?? '');
      return page('applications/new', newPage(overview, categoryIds, error), 422);
    }
  }
}
