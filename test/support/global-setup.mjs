import { mkdtempSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAssets } from '../../bin/assets.mjs';
import { bundleWorker } from '../../bin/bundle.mjs';

/**
 * Instants are UTC; pages need their built styles, long calculations their thread. Every temporary
 * file of the run goes below one folder, so that the teardown can take all of them away.
 */
export default async function globalSetup() {
  process.env.TZ = 'UTC';
  process.env.TMPDIR = mkdtempSync(join(process.env.TMPDIR ?? roomiest(), 'biaogan-test-'));
  await buildAssets();
  await bundleWorker();
}

/** Every commit waits for the disk; in memory, where there is enough of it, none has to. */
function roomiest() {
  const enough = 4 * 2 ** 30;
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > enough && freemem() > enough) return '/dev/shm';
  } catch {
    // Only Linux has that folder.
  }
  return tmpdir();
}
