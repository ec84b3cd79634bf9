import { Global, Module } from '@nestjs/common';
import { Assets } from './assets.js';
import { RateLimits } from './rate-limits.js';
import { PageRenderer } from './views/page-renderer.js';

@Global()
@Module({ providers: [Assets, PageRenderer, RateLimits], exports: [PageRenderer, RateLimits] })
export class WebModule {}
