#!/usr/bin/env node
import { requireSupportedNode } from './support/node-version.mjs';

requireSupportedNode();
void import('./support/run.mjs').then((run) => run.command(process.argv.slice(2)));
