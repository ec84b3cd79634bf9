import { Global, Module } from '@nestjs/common';
import { Assets } from './assets.js';
import { PublicPageCache } from './cache/public-page-cache.js';
import { Uploads } from './http/uploads.js';
import { RateLimits } from './rate-limits.js';
import { FlashCookie } from './sessions/flash-cookie.js';
import { PageRenderer } from './views/page-renderer.js';
import { ViewEngine } from './views/view-engine.js';

@Global()
@Module({
  providers: [
    Assets,
    PageRenderer,
    PublicPageCache,
    RateLimits,
    FlashCookie,
    Uploads,
    { provide: ViewEngine, useFactory: () => ViewEngine.open() },
  ],
  exports: [FlashCookie, PageRenderer, PublicPageCache, RateLimits, Uploads],
})
export class WebModule {}
