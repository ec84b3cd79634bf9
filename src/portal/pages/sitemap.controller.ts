import { Controller, Get, Inject } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Access } from '../../web/access/access.decorator.js';
import { PublicPage } from '../../web/cache/public-page.decorator.js';
import { download } from '../../web/views/page.js';
import { SitemapQueries } from '../sitemap.queries.js';

/** Rooms behind a sign-in; a search engine has nothing to find there. */
const closed = ['/my', '/division', '/office', '/judging', '/supervision', '/admin', '/sign-in'];

@Controller()
export class SitemapController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sitemap: SitemapQueries,
  ) {}

  @Get('sitemap.xml')
  @Access('public')
  @PublicPage()
  async show() {
    const addresses = (await this.sitemap.paths()).map(
      (path) => `  <url><loc>${escaped(this.config.publicUrl + path)}</loc></url>`,
    );
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...addresses,
      '</urlset>',
      '',
    ];
    return download(lines.join('\n'), 'application/xml; charset=utf-8', 'sitemap.xml', true);
  }

  @Get('robots.txt')
  @Access('public')
  @PublicPage()
  robots() {
    const lines = [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${path}`),
      `Sitemap: ${this.config.publicUrl}/sitemap.xml`,
      '',
    ];
    return download(lines.join('\n'), 'text/plain; charset=utf-8', 'robots.txt', true);
  }
}

function escaped(address: string): string {
  return address.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
