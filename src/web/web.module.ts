import { Global, Module } from '@nestjs/common';
import { Assets } from './assets.js';
import { PublicPageCache } from './cache/public-page-cache.js';
import { RateLimits } from './rate-limits.js';
import { PageRenderer } from './views/page-renderer.js';

@Global()
@Module({
  providers: [Assets, PageRenderer, PublicPageCache, RateLimits],
  exports: [PageRenderer, PublicPageCache, RateLimits],
})
export class WebModule {}
