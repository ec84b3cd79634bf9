import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { pino } from 'pino';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { type Classes, dataSourceOptions, openWithGate } from './data-source.js';
import { Database } from './database.js';
import { withPoolLimits } from './pool-limits.js';

@Global()
@Module({})
export class DatabaseModule {
  /** The application names its entities and migrations; this module knows none of them. */
  static with(entities: Classes, migrations: DataSourceOptions['migrations']): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [CONFIG],
          useFactory: (config: Config) => ({
            ...withPoolLimits(dataSourceOptions(config, entities, migrations)),
            retryAttempts: 0,
          }),
          dataSourceFactory: async (options) => openWithGate(options!).initialize(),
        }),
      ],
      providers: [
        {
          provide: Database,
          inject: [DataSource, CONFIG],
          useFactory: (source: DataSource, { logLevel }: Config) => {
            const log = pino({ level: logLevel });
            return new Database(source, (err) =>
              log.error({ err }, 'effect after a commit failed'),
            );
          },
        },
      ],
      exports: [Database],
    };
  }
}
