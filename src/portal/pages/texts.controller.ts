import { Controller, Get } from '@nestjs/common';
import { ReadCensus } from '../../census/read-census.js';
import { Access } from '../../web/access/access.decorator.js';
import { PublicPage } from '../../web/cache/public-page.decorator.js';
import { page } from '../../web/views/page.js';
import { HomeQueries } from '../home.queries.js';
import { openDataPage } from './open-data.page.js';
import { textPage } from './texts.page.js';

/** Standing texts that every public site of an office carries. */
@Controller()
export class TextsController {
  constructor(
    private readonly home: HomeQueries,
    private readonly census: ReadCensus,
  ) {}

  @Get('privacy')
  @Access('public')
  @PublicPage()
  privacy() {
    return page('portal/text', textPage('privacy'));
  }

  @Get('accessibility')
  @Access('public')
  @PublicPage()
  accessibility() {
    return page('portal/text', textPage('accessibility'));
  }

  @Get('open-data')
  @Access('public')
  @PublicPage()
  async openData() {
    const [honours, years] = await Promise.all([this.home.honours(), this.census.years()]);
    return page('portal/open-data', openDataPage(honours, years));
  }
}
