import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { SnakeNaming } from './naming.js';
import { poolLimits } from './pool-limits.js';
import { postgresDriver } from './postgres-driver.js';
import { installSqliteGate } from './sqlite-gate.js';

export type Classes = readonly (new () => object)[];

/** One data source for a configuration; the caller initialises and closes it. */
export function makeDataSource(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  entities: Classes,
  migrations: DataSourceOptions['migrations'],
): DataSource {
  return openWithGate(dataSourceOptions(config, entities, migrations));
}

/** A data source whose SQLite write connection is guarded by the gate. */
export function openWithGate(options: DataSourceOptions): DataSource {
  const dataSource = new DataSource(options);
  if (options.type !== 'postgres') installSqliteGate(dataSource);
  return dataSource;
}

export function dataSourceOptions(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  entities: Classes,
  migrations: DataSourceOptions['migrations'],
): DataSourceOptions {
  const common = {
    entities: [...entities],
    migrations,
    migrationsTransactionMode: 'all' as const,
    namingStrategy: new SnakeNaming(),
  };
  if (config.databaseUrl) {
    return {
      ...common,
      ...postgresDriver,
      type: 'postgres',
      url: config.databaseUrl,
      poolSize: 10,
      // Migrations may take their time, but a server that does not answer is not waited for.
      connectTimeoutMS: poolLimits.connection,
    };
  }
  return {
    ...common,
    type: 'better-sqlite3',
    database: sqliteFile(config.dataDir),
    enableWAL: true,
    prepareDatabase: (file: Sqlite.Database) => {
      file.pragma('synchronous = FULL');
      file.pragma('cache_size = -16000');
    },
  };
}

export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'biaogan.sqlite');
}
