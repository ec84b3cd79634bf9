import { Global, Module } from '@nestjs/common';
import { Assets } from './assets.js';
import { PublicPageCache } from './cache/public-page-cache.js';
import { PurgeExpired } from './purge-expired.js';
import { ListReader } from './lists/list-reader.js';
import { Uploads } from './http/uploads.js';
import { ImportProgress } from './imports/import-progress.js';
import { FormKeeper } from './kept/form-keeper.js';
import { KeptForms } from './kept/kept-forms.js';
import { KeptUploads } from './kept/kept-uploads.js';
import { RateLimits } from './rate-limits.js';
import { DeviceCookie } from './sessions/device-cookie.js';
import { FlashCookie } from './sessions/flash-cookie.js';
import { ReceiptCookie } from './sessions/receipt-cookie.js';
import { PageRenderer } from './views/page-renderer.js';
import { ViewEngine } from './views/view-engine.js';

@Global()
@Module({
  providers: [
    Assets,
    FormKeeper,
    ImportProgress,
    KeptForms,
    KeptUploads,
    ListReader,
    PageRenderer,
    PublicPageCache,
    PurgeExpired,
    RateLimits,
    DeviceCookie,
    FlashCookie,
    ReceiptCookie,
    Uploads,
    {
      provide: ViewEngine,
      useFactory: ({ icons }: Assets) => ViewEngine.open(icons),
      inject: [Assets],
    },
  ],
  exports: [
    Assets,
    DeviceCookie,
    FlashCookie,
    FormKeeper,
    ImportProgress,
    KeptForms,
    ReceiptCookie,
    ListReader,
    PageRenderer,
    PublicPageCache,
    PurgeExpired,
    RateLimits,
    Uploads,
  ],
})
export class WebModule {}
