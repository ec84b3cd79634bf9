#!/usr/bin/env node
// Only what an old Node can parse is imported before its version is known.
import { requireSupportedNode } from './support/node-version.mjs';

requireSupportedNode();
void import('./support/run.mjs').then((run) => run.start(process.argv.slice(2)));
