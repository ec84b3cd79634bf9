import { Controller, Get } from '@nestjs/common';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { Access } from '../../web/access/access.decorator.js';
import { PublicPage } from '../../web/cache/public-page.decorator.js';
import { page } from '../../web/views/page.js';
import { HomeQueries } from '../home.queries.js';
import { homePage } from './home.page.js';

@Controller()
export class HomeController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly home: HomeQueries,
  ) {}

  @Get()
  @Access('public')
  @PublicPage()
  async show() {
    const [programmes, notices, honours, registry, years] = await Promise.all([
      this.programmes.running(),
      this.home.notices(),
      this.home.honours(),
      this.home.registry(),
      this.home.years(),
    ]);
    const growth = years[0] ? await this.home.growth(years[0].year) : null;
    const rows = { programmes, notices, honours, registry, years, growth };
    return page('portal/home', homePage(rows));
  }
}
