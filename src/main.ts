import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { configureApp } from './configure-app.js';

/** The web server for a configuration, ready to listen; `cli.ts serve` and the tests start it here. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config),
    new FastifyAdapter({
      trustProxy: config.trustProxy,
      bodyLimit: 60 * 1_048_576,
      routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    }),
    { logger: ['error', 'fatal'], abortOnError: false, bodyParser: false },
  );
  await configureApp(app);
  return app;
}
