import { totalmem } from 'node:os';
import { stop } from './messages.mjs';
import { root } from './paths.mjs';

/**
 * What ended npm or a build step, as the key of a sentence, from how it ended and what it printed.
 * The order matters: a full disk or a killed compiler also looks like a failed download or build.
 */
export function faultOf({ output, signal, code }) {
  if (code === 'ENOENT') return 'npmMissing';
  const killed = signal === 'SIGKILL' || code === 137;
  if (killed || outOfMemory.test(output)) return 'outOfMemory';
  if (/\b(ENOSPC|EDQUOT)\b|No space left on device/.test(output)) return 'diskFull';
  if (/\b(EROFS|EACCES|EPERM)\b|Permission denied|Read-only file/.test(output)) {
    return 'notWritable';
  }
  if (/gyp ERR!.*(nodejs\.org|headers|node_version\.h)/.test(output)) return 'headersMissing';
  if (network.test(output)) return 'noNetwork';
  return null;
}

const outOfMemory =
  /heap out of memory|Cannot allocate memory|\bENOMEM\b|bad_alloc|virtual memory exhausted|out of memory|Killed signal terminated|^Killed$|The service was stopped/im;
const network =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|FETCH_ERROR)\b/;

/** True where a step failed on a package that is absent or in pieces, not on our own sources. */
export function packagesAreDamaged(output) {
  return /ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|Cannot find (module|package|native binding)|Failed to load native binding|node_modules.*(SyntaxError|ENOENT|Unexpected end)|ENOENT.*node_modules|Invalid package config|Error parsing .*node_modules|does not provide an export named|Named export .* not found|Failed to load .* required packages|ERROR\] No matching export in "node_modules|\n\s+node_modules\/\S+:\d+:\d+:|^$/s.test(
    output.trim(),
  );
}

/** Ends with the sentence of a fault and what it needs to say. */
export function stopWithFault(fault, { output, code, signal }) {
  stop(fault, {
    folder: refusedFolder(output) ?? root,
    megabytes: memoryInMegabytes(),
    ending: signal ?? code,
  });
}

/** The folder that a refused write names, where it names one. */
function refusedFolder(output) {
  return /npm error path (.+)/.exec(output)?.[1] ?? /(?:open|mkdir) '([^']+)'/.exec(output)?.[1];
}

/** What this process may use, in MB: a container's limit where it has one. */
export function memoryInMegabytes() {
  const limit = process.constrainedMemory?.() || Infinity;
  return Math.floor(Math.min(totalmem(), limit) / 2 ** 20);
}
