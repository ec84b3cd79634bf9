import { Controller, Get, Post } from '@nestjs/common';
import { Refusal } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { Asked, Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { EligibilityOverview, type Overview } from '../eligibility-overview.js';
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
  async show(@Me() me: Actor, @Asked('edition') slug?: string) {
    const all = await this.overview.all(merchantOf(me) ?? '');
    const shown = all.find(({ programme }) => programme.slug === slug) ?? all[0] ?? null;
    return page('applications/new', newPage(shown, all));
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
      const all = await this.overview.all(merchantOf(me) ?? '');
      const has = ({ categories }: Overview) =>
        categories.some(({ categoryId }) => categoryIds.includes(categoryId));
      const shown = all.find(has) ?? all[0] ?? null;
      return page('applications/new', newPage(shown, all, categoryIds, error), 422);
    }
  }
}
