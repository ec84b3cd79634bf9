import { Controller, Get, Param } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import { PublicPage } from '../../web/cache/public-page.decorator.js';
import { download, page } from '../../web/views/page.js';
import { MerchantQueries } from '../merchant.queries.js';
import { PracticeQueries } from '../practices/practice.queries.js';
import { ProfileQueries } from '../profile.queries.js';
import { profilePage } from './profile.page.js';

@Controller('merchants')
export class ProfileController {
  constructor(
    private readonly profiles: ProfileQueries,
    private readonly merchants: MerchantQueries,
    private readonly practices: PracticeQueries,
  ) {}

  @Get(':id')
  @Access('public')
  @PublicPage()
  async show(@Param('id') id: string) {
    const profile = await this.profiles.byId(id);
    const practices = await this.practices.releasedOf(profile.merchant.id);
    const parks = await this.merchants.parks();
    return page('merchants/profile', profilePage(profile, parks, practices));
  }

  @Get(':id/data.json')
  @Access('public')
  @PublicPage()
  async json(@Param('id') id: string) {
    const profile = await this.profiles.byId(id);
    const text = `${JSON.stringify(profile, null, 2)}\n`;
    return download(text, 'application/json; charset=utf-8', `merchant-${id}.json`, true);
  }
}
