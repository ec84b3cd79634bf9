import { Controller, Get } from '@nestjs/common';
import { ReadCensus } from '../../census/read-census.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { SetUpQueries } from '../../programmes/set-up.queries.js';
import { Access } from '../../web/access/access.decorator.js';
import { PublicPage } from '../../web/cache/public-page.decorator.js';
import { page } from '../../web/views/page.js';
import { HomeQueries } from '../home.queries.js';
import { homePage } from './home.page.js';

@Controller()
export class HomeController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly home: HomeQueries,
    private readonly census: ReadCensus,
  ) {}

  @Get()
  @Access('public')
  @PublicPage()
  async show() {
    const [programmes, notices, honours, places, census] = await Promise.all([
      this.programmes.running().then((running) => this.setUp.asExtended(running)),
      this.home.notices(),
      this.home.honours(),
      this.home.places(),
      this.census.latest(),
    ]);
    return page('portal/home', homePage({ programmes, notices, honours, places, census }));
  }
}
