import type { INestApplicationContext } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS } from '../../src/web/access/access.decorator.js';
import type { Policy } from '../../src/web/access/policies.js';

export interface Handler {
  readonly method: 'GET' | 'POST';
  /** With its parameters, for example `/messages/:id/read`. */
  readonly path: string;
  readonly policy: Policy;
}

/** Every registered route with the policy it names. */
export function handlersOf(app: INestApplicationContext): Handler[] {
  const scanner = new MetadataScanner();
  return [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      const prefixes = [Reflect.getMetadata(PATH_METADATA, metatype as object) as string].flat();
      return scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]!))
        .flatMap((name) => {
          const handler = prototype[name]!;
          const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
          const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
          return prefixes.flatMap((prefix) =>
            paths.map((path) => ({
              method: method === RequestMethod.GET ? ('GET' as const) : ('POST' as const),
              path: `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
              policy: Reflect.getMetadata(ACCESS, handler) as Policy,
            })),
          );
        });
    }),
  );
}

/** The address of a route with `value` for each of its parameters. */
export function addressOf({ path }: Pick<Handler, 'path'>, value: string): string {
  return path.replace(/:(\w+)/g, value);
}
