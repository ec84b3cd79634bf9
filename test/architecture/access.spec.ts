import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryModule, DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { AppModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config/config.js';
import { ACCESS } from '../../src/web/access/access.decorator.js';
import { policies } from '../../src/web/access/policies.js';
import { type TestDatabase, makeTestDatabase } from '../support/test-database.js';

interface Handler {
  readonly name: string;
  readonly policy: string | undefined;
}

let place: TestDatabase;
let handlers: Handler[];

beforeAll(async () => {
  place = await makeTestDatabase();
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: place.dataDir,
    DATABASE_URL: place.databaseUrl ?? undefined,
  });
  @Module({ imports: [AppModule.with(config), DiscoveryModule] })
  class Everything {}
  const context = await NestFactory.createApplicationContext(Everything, { logger: false });
  const scanner = new MetadataScanner();
  handlers = context
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata(METHOD_METADATA, prototype[method]!))
        .map((method) => ({
          name: `${metatype!.name}.${method} ${String(Reflect.getMetadata(PATH_METADATA, prototype[method]!))}`,
          policy: Reflect.getMetadata(ACCESS, prototype[method]!) as string | undefined,
        }));
    });
  await context.close();
});
afterAll(() => place.remove());

describe('access', () => {
  test('every registered handler names a policy', () => {
    expect(handlers.length).toBeGreaterThan(5);
    expect(handlers.filter((handler) => !handler.policy).map((handler) => handler.name)).toEqual(
      [],
    );
  });

  test('and each named policy exists', () => {
    const unknown = handlers.filter((handler) => !Object.hasOwn(policies, handler.policy ?? ''));
    expect(unknown.map((handler) => handler.name)).toEqual([]);
  });
});
