'use strict';
const { createHash } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const DIGEST = 'sha256';
const DIGEST_LENGTH = 32;
const loaded = new Map();

/**
 * A file of the bundle and, through it, those that it asks for. What V8 made of them when the program was
 * built lies beside them: compiling them anew would be a third of the work of a start.
 */
function load(folder, name) {
  const path = join(folder, name);
  const known = loaded.get(path);
  if (known) return known.module.exports;
  const { script, isKept } = compile(path);
  const module = { exports: {} };
  loaded.set(path, { module, script, isKept });
  const others = createRequire(path);
  const ask = (other) =>
    other.startsWith('./') && other.endsWith('.cjs') ? load(folder, other.slice(2)) : others(other);
  const run = script.runInThisContext();
  run.call(module.exports, module.exports, Object.assign(ask, others), module, path, folder);
  return module.exports;
}

function compile(path) {
  const source = readFileSync(path, 'utf8');
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const cachedData = keptCode(path);
  const script = new Script(wrapped, { filename: path, ...(cachedData && { cachedData }) });
  // Another version of Node, or other flags of it, want code of their own.
  return { script, isKept: cachedData !== null && script.cachedDataRejected === false };
}

/** Node 20 runs what it is given without a look, so a damaged file must not come as far. */
function keptCode(path) {
  try {
    const kept = readFileSync(`${path}.code`);
    const code = kept.subarray(DIGEST_LENGTH);
    return digest(code).equals(kept.subarray(0, DIGEST_LENGTH)) ? code : null;
  } catch {
    return null;
  }
}

/** Keeps the code of everything that was loaded: asked for when the functions of a start have run. */
function keep() {
  for (const [path, { script }] of loaded) {
    const code = script.createCachedData();
    writeFileSync(`${path}.code`, Buffer.concat([digest(code), code]));
  }
}

/** How many files were loaded, and of how many the code lay ready. */
function counts() {
  const all = [...loaded.values()];
  return { files: all.length, kept: all.filter(({ isKept }) => isKept).length };
}

const digest = (bytes) => createHash(DIGEST).update(bytes).digest();

module.exports = { counts, keep, load };
