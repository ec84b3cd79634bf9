import { register } from 'node:module';

/** Lets Node.js load the TypeScript sources: swc strips the types, `tsc` checks them. */
register('./typescript-loader.mjs', import.meta.url);
