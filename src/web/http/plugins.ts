import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import session from '@fastify/session';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config/config.js';
import type { Database } from '../../database/database.js';
import { Assets } from '../assets.js';
import { cookiesOf } from '../sessions/cookies.js';
import { DatabaseSessionStore } from '../sessions/session-store.js';
import { sentToken, tokenOwner } from './form-token.js';
import { mostBytes } from './texts.js';

export async function registerSecurity(server: FastifyInstance, config: Config): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'self'"],
        ...(config.https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: config.https,
    xFrameOptions: { action: 'sameorigin' },
    referrerPolicy: { policy: 'same-origin' },
    // For browsers that no longer exist, or repeating what the policies above already say.
    crossOriginResourcePolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}

export async function registerBodies(server: FastifyInstance): Promise<void> {
  await server.register(formbody, { bodyLimit: mostBytes });
  await server.register(multipart);
}

export async function registerSession(
  server: FastifyInstance,
  config: Config,
  database: Database,
): Promise<void> {
  const cookies = cookiesOf(config);
  await server.register(cookie, { secret: config.secret, parseOptions: cookies.options });
  await server.register(session, {
    secret: config.secret,
    cookieName: cookies.session,
    store: new DatabaseSessionStore(database),
    saveUninitialized: false,
    rolling: false,
    cookie: cookies.options,
  });
  await server.register(csrf, {
    sessionPlugin: '@fastify/cookie',
    cookieKey: cookies.form,
    cookieOpts: { ...cookies.options, signed: true },
    csrfOpts: { hmacKey: config.secret },
    getUserInfo: tokenOwner,
    getToken: sentToken,
  });
}

export async function registerAssets(server: FastifyInstance): Promise<void> {
  server.addHook('onRoute', (route) => {
    if (route.url.startsWith('/assets/')) route.config = { ...route.config, policy: 'public' };
  });
  await server.register(staticFiles, {
    root: Assets.folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
  });
}
