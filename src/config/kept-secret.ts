import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.js';

/** What `SECRET` must have at least, wherever it comes from. */
export const SECRET_LENGTH = 32;

/** Where an installation without SECRET keeps its own. */
export function secretFile(dataDir: string): string {
  return join(dataDir, 'secret');
}

/**
 * Outside production each data folder gets its own random secret, so none ships with the program. Of
 * two first starts at once one makes it and both use it: it appears whole or not at all.
 * @throws ConfigError `config.secretFile`
 */
export function keptSecret(dataDir: string): string {
  const file = secretFile(dataDir);
  try {
    if (!existsSync(file)) makeOnce(file);
    const secret = readFileSync(file, 'utf8');
    if (secret.length >= SECRET_LENGTH) return secret;
  } catch {
    // Unreadable is as good as torn.
  }
  throw new ConfigError('config.secretFile', { file });
}

function makeOnce(file: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
