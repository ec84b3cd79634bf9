import { inRoot } from './paths.mjs';

/** A small young generation: pages leave little garbage, and an idle server should stay small. */
export const programFlags = ['--max-semi-space-size=4'];

export const program = [...programFlags, inRoot('dist/bundle/cli.cjs')];
