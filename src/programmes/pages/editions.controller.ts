import { Controller, Get } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import { PublicPage } from '../../web/cache/public-page.decorator.js';
import { page } from '../../web/views/page.js';
import { ProgrammeQueries } from '../programme.queries.js';
import { editionsPage } from './editions.page.js';

@Controller('programmes')
export class EditionsController {
  constructor(private readonly programmes: ProgrammeQueries) {}

  @Get()
  @Access('public')
  @PublicPage()
  async index() {
    return page('programmes/editions', editionsPage(await this.programmes.all()));
  }
}
