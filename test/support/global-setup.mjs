import { buildAssets } from '../../bin/assets.mjs';

/** Instants are UTC; pages need their built styles. */
export default async function globalSetup() {
  process.env.TZ = 'UTC';
  await buildAssets();
}
