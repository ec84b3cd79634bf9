import 'reflect-metadata';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { configureApp } from './configure-app.js';
import { PublicPageCache } from './web/cache/public-page-cache.js';
import { readablePath } from './web/http/readable-path.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The web server for a configuration, ready to listen; `cli.ts serve` and the tests start it here. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  let cache: PublicPageCache | undefined;
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config),
    new FastifyAdapter({
      serverFactory: (handler: Handler) => serveKeptPagesFirst(() => cache, handler),
      trustProxy: config.trustProxy && [...config.trustProxy],
      bodyLimit: 1_048_576,
      rewriteUrl: ({ url = '/' }) => readablePath(url),
      exposeHeadRoutes: false,
      routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16_384 },
    }),
    { logger: ['error', 'fatal'], abortOnError: false, bodyParser: false },
  );
  await configureApp(app);
  cache = app.get(PublicPageCache);
  return app;
}

/**
 * A kept public page is answered at the socket; everything else goes through the framework. HEAD is
 * answered as GET: Node, which knows what was asked, leaves out the content, and the framework does
 * not have to register each address a second time.
 */
function serveKeptPagesFirst(cache: () => PublicPageCache | undefined, handler: Handler): Server {
  const server = createServer((request, response) => {
    if (request.method === 'HEAD') request.method = 'GET';
    const answered = answerKept(cache(), request, response);
    if (answered === false) handler(request, response);
    else if (answered !== true) {
      answered.then(
        (done) => done || handler(request, response),
        () => handler(request, response),
      );
    }
  });
  server.keepAliveTimeout = 72_000;
  return server;
}

/** A database that cannot be asked is the framework's to tell: here an error would end the process. */
function answerKept(
  cache: PublicPageCache | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): boolean | Promise<boolean> {
  try {
    return cache?.answer(request, response) ?? false;
  } catch {
    return false;
  }
}
