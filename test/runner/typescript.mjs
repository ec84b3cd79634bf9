import { register } from 'node:module';

/** Lets Node.js load the TypeScript sources: swc strips the types, `tsc` checks them. */
register('./typescript-loader.mjs', import.meta.url);

/** The same for the processes that this one starts; as an address, for a folder's name may hold spaces. */
const option = `--import=${import.meta.url}`;
const { NODE_OPTIONS = '' } = process.env;
if (!NODE_OPTIONS.includes(option)) process.env.NODE_OPTIONS = `${NODE_OPTIONS} ${option}`.trim();
