import { Controller, Get } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import { PublicPage } from '../../web/cache/public-page.decorator.js';
import { page } from '../../web/views/page.js';
import { ProgrammeQueries } from '../programme.queries.js';
import { SetUpQueries } from '../set-up.queries.js';
import { editionsPage } from './editions.page.js';

@Controller('programmes')
export class EditionsController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
  ) {}

  @Get()
  @Access('public')
  @PublicPage()
  async index() {
    const all = await this.setUp.asExtended(await this.programmes.all());
    return page('programmes/editions', editionsPage(all));
  }
}
