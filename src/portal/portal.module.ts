import { Module } from '@nestjs/common';
import { CensusModule } from '../census/census.module.js';
import { ProgrammesModule } from '../programmes/programmes.module.js';
import { HomeQueries } from './home.queries.js';
import { HomeController } from './pages/home.controller.js';
import { SitemapController } from './pages/sitemap.controller.js';
import { TextsController } from './pages/texts.controller.js';
import { SitemapQueries } from './sitemap.queries.js';

@Module({
  imports: [ProgrammesModule, CensusModule],
  controllers: [HomeController, TextsController, SitemapController],
  providers: [HomeQueries, SitemapQueries],
})
export class PortalModule {}
