import { accessSync, constants, existsSync } from 'node:fs';
import { ConfigError } from '../config/config-error.js';

/**
 * SQLite opens a file it may not write, and says so only at the first change, or locks it in vain.
 * @throws ConfigError `config.databaseNotWritable`
 */
export function requireWritable(file: string): void {
  try {
    if (existsSync(file)) accessSync(file, constants.W_OK);
  } catch {
    throw new ConfigError('config.databaseNotWritable', { file });
  }
}
