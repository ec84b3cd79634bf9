import type { Config } from '../config/config.js';
import { ConfigError } from '../config/config-error.js';
import { sqliteFile } from './data-source.js';

/** What a driver or the operating system says → the sentence for who starts the program. */
const sentences: readonly [pattern: RegExp, key: string][] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'config.databaseDamaged'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)/, 'config.databaseNotWritable'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'config.diskFull'],
  [/^SQLITE_IOERR/, 'config.diskFault'],
  [/^SQLITE_(BUSY|LOCKED)/, 'config.databaseBusy'],
  [/^(EACCES|EPERM|EROFS)$/, 'config.fileDenied'],
  [
    /^(ECONN\w+|ENOTFOUND|EAI_\w+|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/,
    'config.postgresUnreachable',
  ],
  [/^28/, 'config.postgresRefused'],
  [/^3D000$/, 'config.postgresMissing'],
  [/^42501$/, 'config.postgresNotAllowed'],
  [/^53300$/, 'config.postgresFull'],
  [/^(57P0[123])$/, 'config.postgresStarting'],
  [/^(53[12]00|58030)$/, 'config.postgresDisk'],
];

/** Failures to which the PostgreSQL driver gives no code. */
const wordings: readonly [pattern: RegExp, key: string][] = [
  [/^(SASL|SCRAM)|password must be a string/, 'config.postgresRefused'],
  [/timeout|Connection terminated|not queryable/, 'config.postgresUnreachable'],
];

interface DriverError {
  readonly code?: unknown;
  readonly path?: unknown;
  readonly message?: string;
  readonly driverError?: DriverError;
}

/**
 * The sentence for a database that cannot be opened, or null for an error that is none of its faults.
 */
export function startFault(
  error: unknown,
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
): ConfigError | null {
  const { driverError, ...own } = error as DriverError;
  const { code = own.code, path = own.path } = driverError ?? {};
  const message = driverError?.message ?? (error as Error).message ?? '';
  const key =
    typeof code === 'string'
      ? sentences.find(([pattern]) => pattern.test(code))?.[1]
      : config.databaseUrl && wordings.find(([pattern]) => pattern.test(message))?.[1];
  if (!key) return null;
  return new ConfigError(key, {
    file: typeof path === 'string' ? path : sqliteFile(config.dataDir),
    folder: config.dataDir,
    ...addressOf(config.databaseUrl),
  });
}

/** Never the password. */
function addressOf(databaseUrl: string | null): { host: string; user: string; database: string } {
  if (!databaseUrl) return { host: '', user: '', database: '' };
  const url = new URL(databaseUrl.replace('@/', '@localhost/'));
  return {
    host: url.host || 'localhost',
    user: decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
}
