import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Reflector } from '@nestjs/core';
import { pino } from 'pino';
import { Clock } from './config/clock.js';
import { CONFIG } from './config/config.module.js';
import type { Config } from './config/config.js';
import { Database } from './database/database.js';
import { TidyPhoto } from './documents/tidy-photo.js';
import { PublicPageCache } from './web/cache/public-page-cache.js';
import { ErrorFilter } from './web/errors/error.filter.js';
import {
  ACTOR_SOURCE,
  REFUSAL_LOG,
  type ActorSource,
  type RefusalLog,
} from './web/http/actor-source.js';
import {
  addLanguage,
  addPublicPageCache,
  addRequestFields,
  admit,
  checkToken,
  readAddresses,
} from './web/http/hooks.js';
import {
  registerAssets,
  registerBodies,
  registerSecurity,
  registerSession,
} from './web/http/plugins.js';
import { readBodies } from './web/http/read-body.js';
import { Uploads } from './web/http/uploads.js';
import { FormKeeper, addKeptFiles, fillForms } from './web/kept/form-keeper.js';
import { DeviceCookie, clearDevicesOfOthers } from './web/sessions/device-cookie.js';
import { FlashCookie } from './web/sessions/flash-cookie.js';
import { PageInterceptor } from './web/views/page.interceptor.js';
import { PageRenderer } from './web/views/page-renderer.js';

/** How a request travels, in order. The server and the tests call this same function. */
export async function configureApp(app: NestFastifyApplication): Promise<void> {
  const config = app.get<Config>(CONFIG);
  const database = app.get(Database);
  const renderer = app.get(PageRenderer);
  const errors = new ErrorFilter(renderer, pino({ level: config.logLevel }));
  const server = app.getHttpAdapter().getInstance();

  addRequestFields(server, app.get(Clock), config.https);
  addLanguage(server, config.https);
  readAddresses(server);
  addPublicPageCache(server, app.get(PublicPageCache));
  await registerSecurity(server, config);
  await registerBodies(server);
  await registerSession(server, config, database);
  clearDevicesOfOthers(server, app.get(DeviceCookie));
  await registerAssets(server);
  admit(server, app.get<ActorSource>(ACTOR_SOURCE), app.get<RefusalLog>(REFUSAL_LOG));
  fillForms(server, app.get(FormKeeper));
  readBodies(server, app.get(Uploads), app.get(TidyPhoto));
  checkToken(server);
  addKeptFiles(server, app.get(FormKeeper));

  app.useGlobalInterceptors(
    new PageInterceptor(renderer, app.get(Reflector), app.get(FlashCookie)),
  );
  app.useGlobalFilters(errors);
}
