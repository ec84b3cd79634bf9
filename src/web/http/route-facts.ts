import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { Policy } from '../access/policies.js';

/** What the hooks may know of a route before its handler runs. */
export interface RouteFacts {
  readonly policy?: Policy;
  /** The handler takes uploaded files. */
  readonly takesFiles?: boolean;
  /** What is sent proves itself by its own signature and changes nothing of the sender's: programs send it. */
  readonly provesItself?: boolean;
  /** The class that the handler reads the body as. */
  readonly form?: new () => object;
}

declare module 'fastify' {
  interface FastifyContextConfig extends RouteFacts {}
}

/** Adds facts to the route of a handler; decorators of one handler add to each other's. */
export function addRouteFacts(handler: object, facts: RouteFacts): void {
  const known = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) as
    RouteFacts | undefined;
  Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG_METADATA, { ...known, ...facts }, handler);
}
