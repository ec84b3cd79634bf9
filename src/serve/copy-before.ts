import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Surroundings } from '../command.js';
import { Clock } from '../config/clock.js';

/**
 * A copy of the SQLite file as it was before migration `number`, beside it. PostgreSQL has no file of
 * ours to copy: its operator is told, and the migration changes all or nothing.
 */
export async function copyBefore(
  number: number,
  source: DataSource,
  { config, say, t }: Surroundings,
): Promise<void> {
  if (config.databaseUrl) {
    say(t('cli.migrate.noCopy'));
    return;
  }
  const moment = new Clock().now().replaceAll(/\D/g, '').slice(0, 14);
  const name = `biaogan-before-${String(number).padStart(4, '0')}-${moment}.sqlite`;
  const file = join(config.dataDir, name);
  try {
    await source.query('VACUUM INTO ?', [file]);
  } catch (error) {
    // Half a copy would be taken for a whole one.
    rmSync(file, { force: true });
    throw error;
  }
  say(t('cli.migrate.copied', { file }));
}
