import { buildAssets } from '../../bin/assets.mjs';
import { bundleWorker } from '../../bin/bundle.mjs';

/** Instants are UTC; pages need their built styles, long calculations their thread. */
export default async function globalSetup() {
  process.env.TZ = 'UTC';
  await buildAssets();
  await bundleWorker();
}
