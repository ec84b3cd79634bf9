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
import type { RawForm } from '../forms/parse-value.js';
import { sessionCookie } from '../sessions/session-cookie.js';
import { DatabaseSessionStore } from '../sessions/session-store.js';

export async function registerSecurity(server: FastifyInstance, config: Config): Promise<void> {
  const https = config.publicUrl.startsWith('https:');
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
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
  await server.register(formbody, { bodyLimit: 1_048_576 });
  await server.register(multipart, {
    attachFieldsToBody: true,
    throwFileSizeLimit: true,
    limits: { fileSize: 10 * 1_048_576, files: 10, fields: 500, fieldSize: 200_000 },
  });
}

export async function registerSession(
  server: FastifyInstance,
  config: Config,
  database: Database,
): Promise<void> {
  await server.register(cookie);
  await server.register(session, {
    secret: config.secret,
    cookieName: sessionCookie,
    store: new DatabaseSessionStore(database),
    saveUninitialized: false,
    rolling: false,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: config.publicUrl.startsWith('https:') ? 'auto' : false,
    },
  });
  await server.register(csrf, {
    sessionPlugin: '@fastify/session',
    getToken: (request) => {
      const fromForm = (request as unknown as { form: RawForm }).form._csrf;
      return typeof fromForm === 'string'
        ? fromForm
        : String(request.headers['x-csrf-token'] ?? '');
    },
  });
}

export async function registerAssets(server: FastifyInstance): Promise<void> {
  await server.register(staticFiles, {
    root: Assets.folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
  });
}
