import { accessSync, constants, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from './config-error.js';
import type { ConfigKey } from './config-keys.js';
import { SECRET_LENGTH, keptSecret } from './kept-secret.js';
import { projectRoot } from './project-root.js';
import { trustedProxies } from './trusted-proxies.js';

export type Environment = Partial<Record<ConfigKey, string | undefined>>;

export interface Config {
  readonly environment: 'development' | 'test' | 'production';
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** People come over https, whether or not a proxy speaks it to this program. */
  readonly https: boolean;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly secret: string;
  readonly demo: boolean;
  /** The proxies whose X-Forwarded-For is believed: none, or these addresses. */
  readonly trustProxy: false | readonly string[];
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly smsUrl: string | null;
  readonly smsSecret: string;
  readonly office: {
    readonly name: string;
    readonly telephone: string;
    readonly address: string;
    readonly siteId: string;
    readonly icp: string;
  };
  readonly logLevel: string;
}

const environments = ['development', 'test', 'production'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/**
 * Environment → one frozen object.
 * @throws ConfigError naming the variable and what to do, before anything is opened
 */
export function readConfig(env: Environment): Config {
  const environment = oneOf('NODE_ENV', env.NODE_ENV || 'development', environments);
  const production = environment === 'production';
  const dataDir = writableFolder(resolve(projectRoot, env.DATA_DIR || 'data'));
  const demo = onOff('DEMO', env.DEMO, !production);
  if (production && demo) throw new ConfigError('config.demoInProduction');
  const port = portNumber(env.PORT || '3000');
  const host = env.HOST || (production ? '0.0.0.0' : '127.0.0.1');
  const publicUrl = (env.PUBLIC_URL || `http://localhost:${port}`).replace(/\/$/, '');
  return Object.freeze({
    environment,
    host,
    port,
    publicUrl,
    https: publicUrl.startsWith('https:'),
    dataDir,
    databaseUrl: postgresUrl(env.DATABASE_URL),
    secret: production ? givenSecret(env.SECRET) : env.SECRET || keptSecret(dataDir),
    demo,
    trustProxy: trustedProxies(env.TRUST_PROXY),
    smtpUrl: serverUrl('SMTP_URL', env.SMTP_URL, /^smtps?:\/\//),
    mailFrom: env.MAIL_FROM || 'biaogan@localhost',
    smsUrl: serverUrl('SMS_URL', env.SMS_URL, /^https?:\/\//),
    smsSecret: env.SMS_SECRET || '',
    office: Object.freeze({
      name: env.OFFICE_NAME || '',
      telephone: env.OFFICE_TELEPHONE || '',
      address: env.OFFICE_ADDRESS || '',
      siteId: env.SITE_ID || '',
      icp: env.ICP_NUMBER || '',
    }),
    logLevel: oneOf('LOG_LEVEL', env.LOG_LEVEL || 'info', logLevels),
  });
}

function oneOf<T extends string>(name: ConfigKey, value: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new ConfigError('config.oneOf', { name, value, allowed: allowed.join(', ') });
}

function onOff(name: ConfigKey, value: string | undefined, otherwise: boolean): boolean {
  return value ? oneOf(name, value, ['on', 'off']) === 'on' : otherwise;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new ConfigError('config.port', { value: text });
}

function postgresUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (!/^postgres(ql)?:\/\//.test(text)) {
    throw new ConfigError('config.databaseUrl', { value: text });
  }
  // A local socket has no host. The value is not repeated: it may hold a password.
  if (!URL.canParse(text.replace('@/', '@localhost/'))) {
    throw new ConfigError('config.databaseUrlForm');
  }
  return text;
}

/** A wrong one would keep everything waiting unseen. It is not repeated: it may hold a password. */
function serverUrl(name: ConfigKey, text: string | undefined, scheme: RegExp): string | null {
  if (!text) return null;
  if (!scheme.test(text) || !URL.canParse(text))
    throw new ConfigError('config.serverUrl', { name });
  return text;
}

function writableFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    throw new ConfigError('config.dataDir', { folder });
  }
}

function givenSecret(secret: string | undefined): string {
  if (!secret) throw new ConfigError('config.secretMissing');
  if (secret.length < SECRET_LENGTH || new Set(secret).size < 10)
    throw new ConfigError('config.secretWeak');
  return secret;
}
