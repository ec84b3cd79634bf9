import { Global, Module } from '@nestjs/common';
import { Assets } from './assets.js';
import { PublicPageCache } from './cache/public-page-cache.js';
import { RateLimits } from './rate-limits.js';
import { PageRenderer } from './views/page-renderer.js';
import { ViewEngine } from './views/view-engine.js';

@Global()
@Module({
  providers: [
    Assets,
    PageRenderer,
    PublicPageCache,
    RateLimits,
    { provide: ViewEngine, useFactory: () => ViewEngine.open() },
  ],
  exports: [PageRenderer, PublicPageCache, RateLimits],
})
export class WebModule {}
