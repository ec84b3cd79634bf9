import type { DataSource } from 'typeorm';
import { foundationTables } from '../../migrations/foundation-tables.js';
import type { Config } from '../config/config.js';
import { ConfigError } from '../config/config-error.js';
import { secretFile } from '../config/kept-secret.js';
import { Sealer } from '../database/sealed.js';

const PROBE = 'sealed-probe';

/**
 * A small value sealed at the first start must open with the SECRET of this one: with another, pages
 * that show a sealed field would fail one by one, and people could not sign in.
 * @throws ConfigError `config.otherSecret`
 */
export async function checkSecret(
  source: DataSource,
  config: Pick<Config, 'secret' | 'dataDir'>,
): Promise<void> {
  const sealer = new Sealer(config.secret);
  const [probe] = await source.query<{ value: string }[]>(
    `SELECT value FROM city_setting WHERE name = '${PROBE}'`,
  );
  const sealed = probe ? [probe.value] : await fieldsFromBefore(source);
  if (!sealed.every((value) => opens(sealer, value))) {
    throw new ConfigError('config.otherSecret', { file: secretFile(config.dataDir) });
  }
  if (probe) return;
  await source.query(
    `INSERT INTO city_setting (name, value) VALUES ('${PROBE}', '${sealer.seal(PROBE)}')`,
  );
}

/** One sealed field of each kind from before there was a probe; none in a new database. */
async function fieldsFromBefore(source: DataSource): Promise<string[]> {
  const found: string[] = [];
  for (const { name: table, columns = [] } of foundationTables) {
    for (const { name: column } of columns.filter(({ name }) => name.endsWith('_sealed'))) {
      const rows = await source.query<{ value: string }[]>(
        `SELECT "${column}" AS value FROM "${table}" WHERE "${column}" IS NOT NULL LIMIT 1`,
      );
      found.push(...rows.map(({ value }) => value));
    }
  }
  return found;
}

function opens(sealer: Sealer, sealed: string): boolean {
  try {
    sealer.open(sealed);
    return true;
  } catch {
    return false;
  }
}
