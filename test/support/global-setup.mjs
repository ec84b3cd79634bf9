import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAssets } from '../../bin/assets.mjs';
import { bundleWorker } from '../../bin/bundle.mjs';

/**
 * Instants are UTC; pages need their built styles, long calculations their thread. Every temporary
 * file of the run goes below one folder, so that the teardown can take all of them away.
 */
export default async function globalSetup() {
  process.env.TZ = 'UTC';
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'biaogan-test-'));
  await buildAssets();
  await bundleWorker();
}
